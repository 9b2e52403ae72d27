/** The diff of `lint --fix-dry-run`: it applies, and names are printed as they are. Other programs apply it in the judges. */
import { applyPatch } from "diff";
import { expect, it } from "vitest";
import { printDiff } from "../../src/diagnostics/print-diff.js";

const BEFORE = "一\n二\n三\n四\n五 5 月\n六\n七\n八\n九\n末 1 行，没有换行";
const AFTER = BEFORE.replace("五 5 月", "五5月").replace("末 1 行", "末1行");

it.each(["items/01-fair.md", "来稿/云湖区科协 集市.md", "来稿/《集市》“一等奖”😀.md", "a b/c  d.md"])(
  "%j is printed as it is",
  (name) => {
    const patch = printDiff(name, { before: BEFORE, after: AFTER });
    const [from, to] = patch.split("\n");
    expect([from?.trimEnd(), to?.trimEnd()]).toEqual([`--- a/${name}`, `+++ b/${name}`]);
    expect(applyPatch(BEFORE, patch)).toBe(AFTER);
  },
);

it.each([
  ["ended by a line end", "\n"],
  ["without a line end", ""],
])("thousands of lines changed are a diff that applies, %s", (_, end) => {
  const lines = Array.from({ length: 4000 }, (_, index) => `第 ${index} 行`);
  const before = `一\n二\n三\n四\n${lines.join("\n")}${end}`;
  const after = before.replaceAll(" ", "");
  const patch = printDiff("a.md", { before, after });
  expect(applyPatch(before, patch)).toBe(after);
  expect(patch).toContain("\n@@ -2,4003 +2,4003 @@\n 二\n 三\n 四\n-第 0 行\n");
});
