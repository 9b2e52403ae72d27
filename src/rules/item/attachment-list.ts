/** Several attachments are a list of several entries: written in one text, they are printed as one attachment. */

import type { TextEdit } from "../../diagnostics/diagnostic.js";
import { numberedEntries } from "../../han/typed-ordinal.js";
import type { WrittenText } from "../../model/typed-text.js";
import type { ItemRule } from "../rule.js";

const item = (front: string) =>
  `---\ntitle: 关于报送科技活动月方案的通知\n${front}---\n\n各区县科协：请于4月1日前报送本地科技活动月方案。\n`;

export const itemAttachmentList: ItemRule = {
  id: "item/attachment-list",
  scope: "item",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  restructures: true,
  structural: false,
  summary: {
    zh: "几个附件写成几项，不连成一段。",
    en: "Several attachments are written as several entries, not as one text.",
  },
  why: {
    zh: "每个附件单独占一行，序号由程序加上；连成一段的会当作一个附件印出来。",
    en: "Each attachment is printed on a line of its own and numbered by the program; written as one text, they are printed as one attachment.",
  },
  source: "GB/T 9704-2012, 7.3.4",
  examples: [
    {
      name: { zh: "编了号的两个附件连成一段", en: "Two numbered attachments in one text" },
      files: { "items/02.md": item("attachments: 1.方案报送表；2.联系人名单\n") },
      show: "items/02.md",
      findings: ["items/02.md:3:14"],
      fixed: item('attachments: ["1.方案报送表", "2.联系人名单"]\n'),
    },
    {
      name: { zh: "列表里的一项含了两个附件", en: "One entry of a list that holds two attachments" },
      files: { "items/02.md": item("attachments:\n  - 1．方案报送表 2．联系人名单\n") },
      show: "items/02.md",
      findings: ["items/02.md:4:5"],
      fixed: item('attachments:\n  - "1．方案报送表"\n  - "2．联系人名单"\n'),
    },
    {
      name: {
        zh: "没有编号，只用分号隔开：只建议",
        en: "Unnumbered, with a semicolon between them: suggested",
      },
      files: { "items/02.md": item("attachments: 方案报送表；联系人名单\n") },
      show: "items/02.md",
      findings: ["items/02.md:3:14"],
      fixed: item("attachments: 方案报送表；联系人名单\n"),
      suggested: item('attachments: ["方案报送表", "联系人名单"]\n'),
    },
    {
      name: { zh: "名称里的顿号", en: "A pause mark that is part of a name" },
      files: { "items/02.md": item("attachments: 1．第1、2批方案报送表、联系人名单\n") },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check({ attachments = [], path }, { sources }) {
    for (const name of attachments) {
      const text = name.written?.text ?? name.value;
      const numbered = numberedEntries(text);
      const entries = numbered ?? parted(text);
      if (entries.length < 2) continue;
      const edits = asEntries(name, entries, sources.get(path) ?? "");
      yield {
        span: name.span,
        message: {
          zh: `这里把${entries.length}个附件写成了一项，会当作一个附件印出来。`,
          en: `These ${entries.length} attachments are written as one and would be printed as one.`,
        },
        help: HELP,
        ...(edits && (numbered ? { fix: edits } : { suggestions: [{ message: HELP, edits }] })),
      };
    }
  },
};

const HELP = {
  zh: "请写成列表，每个附件一项，如“attachments: [名单, 日程表]”，不写序号。",
  en: "Write them as a list, one entry each and without numbers, as in “attachments: [名单, 日程表]”.",
};

const parted = (text: string): readonly string[] =>
  text
    .split(/[；;]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** @returns the entries as YAML in the stead of the value, undefined where it stands otherwise than behind its key or its dash */
function asEntries(
  { span, written }: WrittenText,
  entries: readonly string[],
  source: string,
): readonly TextEdit[] | undefined {
  if (written === undefined || written.quoting === "block") return undefined;
  const before = source.slice(source.lastIndexOf("\n", span.start - 1) + 1, span.start);
  const quoted = entries.map((entry) => JSON.stringify(entry));
  if (/^attachments\s*:\s+$/.test(before)) return [{ span, text: `[${quoted.join(", ")}]` }];
  if (/^\s*-\s+$/.test(before)) return [{ span, text: quoted.join(`\n${before}`) }];
  return undefined;
}
