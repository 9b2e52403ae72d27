/**
 * The comment offered for a finding, tried on the first finding of each rule in every rule's examples: pasted in, that finding is
 * gone, none has come, and all else is found as before.
 */
import "../with-parser.js";
import { describe, expect, it } from "vitest";
import { allRules } from "../../src/check/all-rules.js";
import { checkIssue } from "../../src/check/check-issue.js";
import type { Diagnostic, Sources, TextEdit } from "../../src/diagnostics/diagnostic.js";
import { indexLines, positionAt } from "../../src/diagnostics/line-index.js";
import { silencingComments } from "../../src/diagnostics/silencing-comment.js";
import { withIssuePacks } from "../../src/house-packs.js";
import { readIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { soundBulletin } from "./sound-bulletin.js";

type Files = Readonly<Record<string, string>>;

const silencable = new Set(allRules.filter(({ structural }) => !structural).map(({ id }) => id));

async function check(files: Files): Promise<{ diagnostics: readonly Diagnostic[]; sources: Sources }> {
  const workspace = memoryWorkspace({ ...soundBulletin, ...files });
  const read = await withIssuePacks(readIssue("issue.yaml", workspace), workspace);
  return { diagnostics: (await checkIssue(read, { everyFinding: true })).diagnostics, sources: read.sources };
}

const applied = (text: string, { span, text: inserted }: TextEdit): string =>
  text.slice(0, span.start) + inserted + text.slice(span.end);

const countsOf = (diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { rule, span } of diagnostics) {
    const key = `${rule} ${span.path}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

/** The first finding of each rule in an example's files, with the comment offered. */
async function findingsOf(files: Files) {
  const { diagnostics, sources } = await check(files);
  const commentFor = silencingComments(sources, "zh");
  const firsts = new Map(diagnostics.map((one) => [`${one.rule} ${one.span.path}`, one] as const).reverse());
  return [...firsts.values()]
    .filter(({ rule }) => silencable.has(rule))
    .map((finding) => ({ finding, comment: commentFor(finding), sources, all: diagnostics }));
}

const examples = allRules.flatMap((rule) =>
  rule.scope === "documented" && rule.madeBy !== "read" && rule.madeBy !== "check"
    ? []
    : rule.examples
        .filter(({ findings }) => findings.length > 0)
        .map((example) => [`${rule.id}: ${example.name.en}`, example.files] as const),
);

describe("the comment offered silences its finding and does nothing else", () => {
  it.each(examples)("%s", async (_name, files) => {
    for (const { finding, comment, sources, all } of await findingsOf(files)) {
      if (comment === undefined) continue;
      const { path } = comment.edit.span;
      const text = sources.get(path) ?? "";
      const silenced = await check({ ...files, [path]: applied(text, comment.edit) });
      const [before, after] = [countsOf(all), countsOf(silenced.diagnostics)];
      const key = `${finding.rule} ${path}`;
      const sameLine = all.filter(
        ({ rule, span }) =>
          rule === finding.rule && span.path === path && lineOf(text, span.start) === comment.line,
      ).length;
      const wanted = new Map([...before, [key, (before.get(key) ?? 0) - sameLine]]);
      expect(sorted(after), `${finding.rule} at ${path}:${comment.line}`).toEqual(sorted(wanted));
    }
  });
});

const lineOf = (text: string, at: number): number => positionAt(indexLines(text), at).line;

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].filter(([, count]) => count > 0).sort();

it("is offered for nearly all", async () => {
  const offered = (await Promise.all(examples.map(([, files]) => findingsOf(files)))).flat();
  const without = offered.filter(({ comment }) => comment === undefined);
  expect(offered.length).toBeGreaterThan(300);
  expect(without.length / offered.length).toBeLessThan(0.1);
});

describe("where it stands", () => {
  const at = (path: string, text: string, words: string) => {
    const start = text.indexOf(words);
    const finding: Diagnostic = {
      rule: "text/dash",
      severity: "warning",
      message: { zh: "。", en: "." },
      span: { path, start, end: start + words.length },
    };
    const comment = silencingComments(new Map([[path, text]]), "en")(finding);
    return comment === undefined ? undefined : applied(text, comment.edit);
  };
  const HEAD = "---\ntitle: 集市\n---\n\n";
  const ABOVE = "<!-- bulletin-disable-next-line text/dash -- reason -->\n";
  const END = " <!-- bulletin-disable-line text/dash -- reason -->";
  const YAML = " # bulletin-disable-line text/dash -- reason";

  it.each<[string, string, string, string | undefined]>([
    ["a paragraph", `${HEAD}甲。\n\n乙。\n`, "乙", `${HEAD}甲。\n\n${ABOVE}乙。\n`],
    ["a later line of one", `${HEAD}甲，\n乙。\n`, "乙", `${HEAD}甲，\n乙。${END}\n`],
    ["an entry of a list", `${HEAD}- 甲\n- 乙\n`, "乙", `${HEAD}- 甲\n- 乙${END}\n`],
    ["a quotation", `${HEAD}> 甲\n`, "甲", `${HEAD}> 甲${END}\n`],
    [
      "a row of a table",
      `${HEAD}| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n`,
      "1",
      `${HEAD}| 甲 | 乙 |\n|---|---|\n| 1 | 2 ${END.trim()} |\n`,
    ],
    ["the head of an item", `${HEAD}甲。\n`, "集市", `---\ntitle: 集市${YAML}\n---\n\n甲。\n`],
    ["a title in two lines", "---\ntitle: |\n  甲\n  乙\n---\n\n丙。\n", "乙", undefined],
    ["a quoted value in two lines", '---\ntitle: "甲\n  乙"\n---\n\n丙。\n', "甲", undefined],
    ["a value in two lines", "---\ntitle: 甲\n  乙\n---\n\n丙。\n", "甲", undefined],
    ["code", `${HEAD}\`\`\`\n甲\n\`\`\`\n`, "甲", undefined],
    ["a line that is broken by hand", `${HEAD}- 甲\\\n  乙\n`, "甲", undefined],
    ["the line end of Windows", `${HEAD}甲，\r\n乙。\r\n`, "乙", `${HEAD}甲，\r\n乙。${END}\r\n`],
  ])("%s", (_what, text, words, silenced) => {
    expect(at("items/01.md", text, words)).toBe(silenced);
  });

  it("an entry of the manifest, and none in a Word file", () => {
    const text = "sections:\n  - name: 动态\n    items: [items/01.md]\n";
    expect(at("issue.yaml", text, "动态")).toBe(text.replace("动态", `动态${YAML}`));
    expect(at("来稿/fair.docx", "甲。\n", "甲")).toBeUndefined();
  });
});
