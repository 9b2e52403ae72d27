/** Title and digest of an article for an official account, and where they are cut. */
import { expect, it } from "vitest";
import { accountDigest, accountTitle } from "../../src/model/account-texts.js";
import { asDraft } from "../../src/model/issue-marks.js";
import { at, issue, item, section } from "../html/sample-issue.js";

const summary = (value: string) => ({ summary: at(value) });
const digestOf = (...summaries: string[]) =>
  accountDigest(issue([section("栏目", ...summaries.map((value) => item("题", summary(value))))]));

it.each([
  ["of one item is the item's", [item("示例区科协举办科普展")], "示例区科协举办科普展"],
  ["of several is the bulletin's", [item("甲"), item("乙")], "示例科协信息 2026年第3期"],
])("the title %s", (_, items, expected) => {
  expect(accountTitle(issue([section("栏目", ...items)]))).toMatchObject({
    value: expected,
    cutBehind: undefined,
  });
});

it("cuts a title to 64 characters, the mark of a draft among them", () => {
  const long = issue([section("栏目", item("长".repeat(80)))]);
  expect(Array.from(accountTitle(long).value)).toHaveLength(64);
  const { value, cutBehind } = accountTitle(asDraft(long, at("送审稿")));
  expect(value).toBe(`${"长".repeat(58)}…（送审稿）`);
  expect(cutBehind).toBe("长".repeat(10));
});

it.each<[string, string[], string, string | undefined]>([
  ["short ones as they are", ["甲。", "乙。"], "甲。乙。", undefined],
  ["120 characters whole", [`${"字".repeat(119)}。`], `${"字".repeat(119)}。`, undefined],
  [
    "longer ones at the end of a sentence",
    [`${"字".repeat(89)}。${"后".repeat(60)}。`],
    `${"字".repeat(89)}。`,
    `${"字".repeat(9)}。`,
  ],
  [
    "with the quotation mark behind it",
    [`“${"字".repeat(89)}！”${"后".repeat(60)}。`],
    `“${"字".repeat(89)}！”`,
    `${"字".repeat(8)}！”`,
  ],
  [
    "within a sentence where none ends in time",
    [`短。${"字".repeat(200)}。`],
    `短。${"字".repeat(117)}…`,
    "字".repeat(10),
  ],
  ["characters beyond the first plane as one", [`${"𠮷".repeat(120)}`], "𠮷".repeat(120), undefined],
])("the digest has %s", (_, summaries, value, cutBehind) => {
  expect(digestOf(...summaries)).toMatchObject({ value, cutBehind });
});

it("the digest is made of titles where there are no summaries", () => {
  expect(accountDigest(issue([section("栏目", item("甲"), item("乙"))])).value).toBe("甲；乙");
});
