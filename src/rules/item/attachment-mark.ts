/**
 * The name of an attachment ends in no mark, and 《》 around it are not needed. Source: GB/T 9704-2012, 7.3.4
 * (附件名称后不加标点符号).
 */
import { hanPattern } from "../../han/han-pattern.js";
import type { Span } from "../../model/located.js";
import type { WrittenText } from "../../model/typed-text.js";
import type { Finding, ItemRule } from "../rule.js";

const item = (front: string) =>
  `---\ntitle: 关于报送科技活动月方案的通知\n${front}---\n\n各区县科协：请于4月1日前报送本地科技活动月方案。\n`;

/** These say nothing at the end of a name. */
const EMPTY_FINAL = hanPattern(String.raw`(?:[。；;]|(?<=[\p{Script=Han}）》”])[．.])$`);
/** Behind these something may have been lost. */
const OPEN_FINAL = /[，,、：:]$/u;

export const itemAttachmentMark: ItemRule = {
  id: "item/attachment-mark",
  scope: "item",
  severity: "warning",
  fixable: true,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "附件名称末尾不加标点，不用书名号括起来。",
    en: "The name of an attachment ends in no punctuation mark and stands in no 《》.",
  },
  why: {
    zh: "国家标准规定，附件说明中附件名称后不加标点符号；序号由程序加上，各行自成一项。",
    en: "The national standard has no mark behind the names of attachments; they are numbered, a line each.",
  },
  source: "GB/T 9704-2012, 7.3.4",
  examples: [
    {
      name: { zh: "末尾有分号和句号", en: "A semicolon and a full stop at the end" },
      files: { "items/02.md": item("attachments:\n  - 方案报送表；\n  - 联系人名单。\n") },
      show: "items/02.md",
      findings: ["items/02.md:4:10", "items/02.md:5:10"],
      fixed: item("attachments:\n  - 方案报送表\n  - 联系人名单\n"),
    },
    {
      name: {
        zh: "末尾是逗号：后面也许还有字，由编辑定",
        en: "A comma at the end: words may be missing, so the editor decides",
      },
      files: { "items/02.md": item("attachments: 方案报送表，\n") },
      show: "items/02.md",
      findings: ["items/02.md:3:19"],
      fixed: item("attachments: 方案报送表，\n"),
      suggested: item("attachments: 方案报送表\n"),
    },
    {
      name: { zh: "用书名号括起来，只指出", en: "In title marks: reported, not changed" },
      files: { "items/02.md": item("attachments: [《方案报送表》, 名单]\n") },
      show: "items/02.md",
      findings: ["items/02.md:3:15"],
    },
    {
      name: { zh: "名称里的书名号和括号", en: "Title marks and brackets that are part of a name" },
      files: {
        "items/02.md": item(
          "attachments: [《示例科普读本》征订单, 报送表（样表）, 《示例条例》和《示例办法》]\n",
        ),
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check({ attachments = [] }) {
    for (const name of attachments) {
      yield* finalMark(name);
      yield* titleMarks(name);
    }
  },
};

function* finalMark(name: WrittenText): Iterable<Finding> {
  const { value } = name;
  const mark = (EMPTY_FINAL.exec(value) ?? OPEN_FINAL.exec(value))?.[0];
  if (mark === undefined) return;
  const place = placeAtEnd(name, mark.length);
  const help = { zh: `请删去末尾的“${mark}”。`, en: `Delete the “${mark}” at the end.` };
  const edits = place && [{ span: place, text: "" }];
  yield {
    span: place ?? name.span,
    message: {
      zh: `附件名称“${value}”末尾有“${mark}”，附件名称后不加标点。`,
      en: `The name of the attachment “${value}” ends in “${mark}”; no mark follows such a name.`,
    },
    help,
    ...(edits && (EMPTY_FINAL.test(value) ? { fix: edits } : { suggestions: [{ message: help, edits }] })),
  };
}

function* titleMarks({ value, span }: WrittenText): Iterable<Finding> {
  if (!/^《[^《》]+》[。；;，、]?$/.test(value)) return;
  yield {
    span,
    message: {
      zh: `附件名称“${value}”用了书名号。`,
      en: `The name of the attachment “${value}” stands in title marks.`,
    },
    help: {
      zh: "附件说明里的名称不用书名号，请删去；如果附件就是一本书或一份报刊，可以保留。",
      en: "Names in the list of attachments stand without 《》: delete them, unless the attachment is a book or a periodical.",
    },
  };
}

/** @returns the place of the last units of a value, undefined where the file does not show them one by one */
function placeAtEnd({ written }: WrittenText, length: number): Span | undefined {
  if (written === undefined) return undefined;
  const at = written.text.length - length;
  const piece = written.pieces.findLast((one) => one.at <= at);
  if (piece === undefined || piece.whole || piece.at + piece.length < at + length) return undefined;
  const start = piece.start + at - piece.at;
  return { path: written.span.path, start, end: start + length };
}
