/**
 * Laws that hold for numbers, words, names and bodies on any text and under any dictionary: none throws,
 * every place lies in the file, fixing comes to rest. Texts are drawn from what the rules look for.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { fix } from "../../src/fix.js";
import { lint } from "../../src/lint.js";
import { memoryWorkspace } from "../../src/read/workspace.js";

const RUNS = { seed: 20261123, numRuns: 200 };
const GROUPS = /^(?:number|word|name|organisation)\//;
const HOUSE = `bulletin: {name: 甲}
units: [{name: 澜川市生态学会, aliases: [市生态学会, 学会]}, 示例市科协]
lint:
  rules:
    name/order: [info, {enforce: true}]
    word/confusable: [warn, {others: true}]
  words:
    names: {周砚宁: [党组书记、主席], 高峰: 秘书长, 陆知行: 副主席}
    forbidden: [圆满成功, {word: 一流, except: [一流课程]}]
    replace:
`;
const ISSUE = `number: 3
date: 2026-03-16
sections: [{name: 乙, items: [items/01.md]}]
contact: {email: a@example.org}
`;
const PARTS = [
  ..."，。、；：？（）《》“”—～-–至到和 年月日时点分余多近约超过左右以上%％倍〇十百千万亿",
  ..."0123456789.,:",
  ..."2月30日|3月16日（星期二）|农历|去年|2026年|23年|13月|25时|星期一|周日|人次|家|km|KG|mw|Hz|占比|覆盖率|下降|增长".split(
    "|",
  ),
  ..."截止|截至|登陆|网站|平台|座落|于|做为|全国|报导|师|帐号|蚊|布署|其它|既使|又".split("|"),
  ..."主席|副主席|秘书长|书记|原|周砚宁|周彦宁|陆行知|陆知行|高峰|论坛|市科协|示例|示例市科学技术协会|学会|市生态学会".split(
    "|",
  ),
  ..."`2月30日`|https://example.org/5KM |a@example.org|**|\n|\n\n|\r\n|\u{20BB7}|\u200b|\u0000|# |- |> ".split(
    "|",
  ),
];
const bodies = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 50 })
  .map((parts) => parts.join(""));
/** Words that hold each other, come back in circles, are Latin or odd. */
const WORDS = ["科协", "市科协", "示例市科协", "甲", "乙", "甲乙", "APP", "KM", "年", "3月", "主席", "。"];
const dictionaries = fc.dictionary(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), { maxKeys: 6 });

const filesOf = (body: string, words: Readonly<Record<string, string>>) => ({
  "bulletin.yaml":
    HOUSE +
    Object.entries(words)
      .map(([wrong, right]) => `      ${JSON.stringify(wrong)}: ${JSON.stringify(right)}\n`)
      .join(""),
  "issue.yaml": ISSUE,
  "items/01.md": `---\ntitle: 示例市科协举办学术交流会\n---\n\n${body}\n`,
});
const target = { kind: "issue", path: "issue.yaml" } as const;

it("any text under any dictionary is judged without a throw, every place inside the file", async () => {
  await fc.assert(
    fc.asyncProperty(bodies, dictionaries, async (body, words) => {
      const { diagnostics, sources } = await lint(target, memoryWorkspace(filesOf(body, words)));
      for (const { rule, span, fix: edits = [] } of diagnostics) {
        if (!GROUPS.test(rule)) continue;
        for (const { path, start, end } of [span, ...edits.map((edit) => edit.span)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(sources.get(path)?.length ?? 0);
        }
      }
    }),
    RUNS,
  );
});

it("fixing comes to rest, and leaves code and addresses as they are", async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const files = filesOf(body, { 市科协: "示例市科协", APP: "应用" });
      const once = await fix(target, memoryWorkspace(files));
      const after = once.changes.get("items/01.md")?.after ?? files["items/01.md"];
      const again = await fix(target, memoryWorkspace({ ...files, "items/01.md": after }));
      expect(again.changes.get("items/01.md")?.after ?? after).toBe(after);
      for (const part of ["https://example.org/5KM", "a@example.org"]) {
        expect(after.split(part).length).toBe(files["items/01.md"].split(part).length);
      }
    }),
    RUNS,
  );
});
