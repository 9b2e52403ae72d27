/** Attachments are numbered by the program, in the order of their list: a number typed in front of a name is one too many. */
import { numberedEntries, typedOrdinal } from "../../han/typed-ordinal.js";
import type { Span } from "../../model/located.js";
import type { WrittenText } from "../../model/typed-text.js";
import type { Finding, ItemRule } from "../rule.js";

const item = (front: string) =>
  `---\ntitle: 关于报送科技活动月方案的通知\n${front}---\n\n各区县科协：请于4月1日前报送本地科技活动月方案。\n`;

export const itemAttachmentNumber: ItemRule = {
  id: "item/attachment-number",
  scope: "item",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "附件的序号由程序按先后加上，名称里不写。",
    en: "Attachments are numbered by the program in their order; their names carry no number.",
  },
  why: {
    zh: "序号一律印成“1．”的样子。与次序相符的序号，付印时自动去掉；不相符的会原样印出来，前后两个序号对不上。",
    en: "The numbers are all printed as “1．”. A number that agrees with the order is taken off in print; one that does not is printed as it stands, beside a number that contradicts it.",
  },
  source: "GB/T 9704-2012, 7.3.4",
  examples: [
    {
      name: { zh: "与次序相符的序号", en: "Numbers that agree with the order" },
      files: { "items/02.md": item("attachments:\n  - 1．方案报送表\n  - （二）联系人名单\n") },
      show: "items/02.md",
      findings: ["items/02.md:4:5", "items/02.md:5:5"],
      fixed: item("attachments:\n  - 方案报送表\n  - 联系人名单\n"),
    },
    {
      name: {
        zh: "第二个附件写作3：可能漏了一个，由编辑定",
        en: "The second is numbered 3: one may be missing, so the editor decides",
      },
      files: { "items/02.md": item("attachments: [方案报送表, 3．联系人名单]\n") },
      show: "items/02.md",
      findings: ["items/02.md:3:22"],
      fixed: item("attachments: [方案报送表, 3．联系人名单]\n"),
      suggested: item("attachments: [方案报送表, 联系人名单]\n"),
    },
    {
      name: { zh: "以数字开头的名称", en: "Names that begin with a figure" },
      files: {
        "items/02.md": item("attachments: [2.5亿元项目表, （3）班参赛名单, 一、二等奖名单, 2026年要点]\n"),
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check({ attachments = [] }) {
    for (const [index, name] of attachments.entries()) {
      const text = name.written?.text ?? name.value;
      const typed = numberedEntries(text) === undefined ? typedOrdinal(text) : undefined;
      if (typed === undefined) continue;
      const isOwn = typed.number === undefined || typed.number === index + 1;
      const place = placeOf(name, typed.text.length);
      const edits = place && [{ span: place, text: "" }];
      const words = isOwn ? ownWords(typed.text.trim()) : otherWords(text, index + 1);
      yield {
        span: place ?? name.span,
        ...words,
        ...(edits && (isOwn ? { fix: edits } : { suggestions: [{ message: REMOVE, edits }] })),
      };
    }
  },
};

const REMOVE = { zh: "请删去自己写的序号。", en: "Delete the number." };

const ownWords = (typed: string): Pick<Finding, "message" | "help"> => ({
  message: {
    zh: `附件名称前面的“${typed}”是多余的，序号由程序加上。`,
    en: `The “${typed}” in front of the attachment's name is not needed: attachments are numbered by the program.`,
  },
  help: REMOVE,
});

const otherWords = (text: string, number: number): Pick<Finding, "message" | "help"> => ({
  message: {
    zh: `附件“${text}”写的序号与次序不符，按次序它是第${number}个。`,
    en: `The number of the attachment “${text}” does not agree with its place in the list, which is ${number}.`,
  },
  help: {
    zh: "请查对附件有没有漏写、次序有没有颠倒；不用写序号，程序会加上。",
    en: "See whether an attachment is missing or in the wrong place; the number itself need not be written.",
  },
});

/** @returns the place of the first units of a value, undefined where the file does not show them one by one */
function placeOf({ written }: WrittenText, length: number): Span | undefined {
  const [piece] = written?.pieces ?? [];
  if (written === undefined || piece === undefined || piece.whole || piece.length < length) return undefined;
  return { path: written.span.path, start: piece.start, end: piece.start + length };
}
