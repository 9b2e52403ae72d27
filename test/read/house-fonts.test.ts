/** `fonts` of the house: the forms in which a role may ask, faults with their places, and how roles follow others. */
import { expect, it } from "vitest";
import { withHouseFonts } from "../../src/model/house-fonts.js";
import type { Template } from "../../src/model/template.js";
import { describe, MANIFEST, readFiles } from "./reading.js";

const withFonts = (fonts: string) => readFiles({ "issue.yaml": `${MANIFEST}fonts: ${fonts}\n` });

it.each([
  ["{roles: {body: 仿宋}}", ["仿宋"], []],
  ["{roles: {body: [仿宋_GB2312, FangSong]}}", ["仿宋_GB2312", "FangSong"], []],
  ["{roles: {body: {families: 仿宋, latin: Times New Roman}}}", ["仿宋"], ["Times New Roman"]],
  ["{roles: {body: {families: [仿宋, FangSong], latin: [Tinos]}}}", ["仿宋", "FangSong"], ["Tinos"]],
  ["{roles: {body: {latin: Tinos}}}", [], ["Tinos"]],
])("%s", (fonts, families, latin) => {
  const { issue, diagnostics } = withFonts(fonts);
  const body = issue?.house.fonts.roles.get("body");
  expect(diagnostics).toEqual([]);
  expect(body?.families.map(({ value }) => value)).toEqual(families);
  expect(body?.latin.map(({ value }) => value)).toEqual(latin);
});

it.each([
  ["{roles: {body: {familes: [仿宋]}}}", "manifest/unknown-key «familes»"],
  ["{roles: {body: []}}", "manifest/invalid-value «[]»"],
  ["{roles: {body: {families: []}}}", "manifest/invalid-value «[]»"],
  ["{roles: {body: {latin: [{}]}}}", "manifest/invalid-value «{}»"],
  ["{roles: {bodi: 仿宋}}", "manifest/unknown-key «bodi»"],
  ["{system: sometimes}", "manifest/invalid-value «sometimes»"],
])("%s is told at its place", (fonts, finding) => {
  const { diagnostics, sources } = withFonts(fonts);
  expect(describe(diagnostics, sources)).toEqual([finding]);
});

it("a role that is given none takes that of the role it follows, Latin letters apart", () => {
  const roles = withFonts(
    "{system: true, roles: {body: {families: 仿宋, latin: Tinos}, note: {latin: Arial}}}",
  );
  const fonts = roles.issue?.house.fonts;
  if (fonts === undefined) throw new Error("the house was not read");
  const role = { families: ["Noto Serif SC"], latin: ["Times New Roman"], weight: 400 };
  const template = { roles: { body: role, note: role, title: role } } as unknown as Template;
  const laid = withHouseFonts(template, fonts).roles;
  expect(fonts.system).toBe(true);
  expect([laid.body.families, laid.body.latin]).toEqual([
    ["仿宋", "Noto Serif SC"],
    ["Tinos", "Times New Roman"],
  ]);
  expect([laid.note.families, laid.note.latin]).toEqual([
    ["仿宋", "Noto Serif SC"],
    ["Arial", "Times New Roman"],
  ]);
  expect([laid.title.families, laid.title.latin]).toEqual([role.families, role.latin]);
});
