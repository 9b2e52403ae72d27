/** Weights of fonts whose number and name disagree. */
import { expect, it } from "vitest";
import { weightByName } from "../../src/fonts/named-weight.js";

it.each([
  [400, ["Regular"], "某某宋体", 400],
  [400, ["Bold"], "某某宋体 Bold", 700],
  [400, ["粗体"], "某某宋体", 700],
  [400, ["ExtraBold"], "", 800],
  [400, ["Semi Bold"], "", 600],
  [400, ["Light"], "", 300],
  [400, ["Black"], "", 900],
  [400, [], "Some Song Heavy", 900],
  [400, ["Regular"], "Some Song Heavy", 400],
  [300, ["Bold"], "", 300],
  [700, ["Regular"], "", 700],
])("%i, called %j of %s, is %i", (number, styles, full, weight) => {
  const names = {
    postScriptName: "",
    families: [],
    fullNames: [full],
    styles,
    version: undefined,
    legal: [],
  };
  expect(weightByName(number, names)).toBe(weight);
});
