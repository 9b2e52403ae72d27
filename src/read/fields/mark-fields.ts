/** The keys of what an issue is marked with (model/issue-marks.ts). */
import { isScalar, type Node } from "yaml";
import type { Message } from "../../diagnostics/diagnostic.js";
import { DEFAULT_DRAFT, SECRECY_LEVELS, SECRECY_STAR, URGENCIES } from "../../model/issue-marks.js";
import type { Located, Span } from "../../model/located.js";
import { whyNoName } from "../file-names.js";
import { spanOf } from "../yaml-document.js";
import { type FieldReader, type FieldType, field, type RecordValue, reportInvalid } from "./field.js";
import { periodOfSecrecy } from "./period-of-secrecy.js";
import { record } from "./record-field.js";
import { choice, readScalar } from "./scalar-fields.js";
import { readWrittenText, wordsOf } from "./written-text.js";

/** More than two lines of the page. */
const MOST_MARKING = 40;
/** A mark at the head of a page is one line, and part of a file's name. */
const MOST_DRAFT = 20;
/** GB/T 9704-2012, 7.2.1. */
const COPY_DIGITS = 6;

const secrecyFields = {
  level: field(
    choice(...SECRECY_LEVELS),
    { zh: ["密级", "秘密、机密或绝密。"], en: ["Level", "秘密, 机密 or 绝密."] },
    { required: true },
  ),
  period: field(periodOfSecrecy(), {
    zh: ["保密期限", "如 1年、6个月、长期，印在 ★ 之后。"],
    en: ["Period", "How long, as 1年, 6个月 or 长期; printed behind the ★."],
  }),
} as const;

const secrecy = record(secrecyFields);

/** A level alone, or level and period as they are printed, is what was meant. */
function readSecrecy(node: Node, reader: FieldReader): RecordValue<typeof secrecyFields> | undefined {
  const scalar = reader.document.resolve(node);
  const words = isScalar(scalar) ? wordsOf(scalar).trim() : "";
  const [level, period, ...more] = words.split(SECRECY_STAR);
  if (more.length > 0 || !SECRECY_LEVELS.some((known) => known === level)) return secrecy.read(node, reader);
  // Plain words need no quotes, and nothing else is certain inside of braces.
  const plain = period !== undefined && /^[\p{L}\p{N}]+$/u.test(period) ? period : JSON.stringify(period);
  const text = period === undefined ? `{level: ${level}}` : `{level: ${level}, period: ${plain}}`;
  const span = spanOf(node, reader.document.source);
  reportInvalid(reader, {
    span,
    message: {
      zh: `密级“${words}”要分写成密级和期限。`,
      en: `“${words}” has to be written as a level and a period.`,
    },
    help: { zh: `请写“${text}”。`, en: `Write “${text}”.` },
    fix: [{ span, text }],
  });
  return undefined;
}

/** Keys of the house rules, too. */
export const sharedMarkFields = {
  marking: field(shortLine({ zh: "报头上方的标识", en: "a marking above the masthead" }, MOST_MARKING), {
    zh: ["标识", "印在第一页版心左上角，如：内部资料　注意保存。"],
    en: ["Marking", "Printed at the top left of the first page, such as 内部资料　注意保存."],
  }),
  // A period belongs to its level: a manifest's replaces the house's as a whole.
  secrecy: field(
    { expects: secrecy.expects, schema: secrecy.schema, read: readSecrecy },
    {
      zh: ["密级", "密级和保密期限；有密级时默认不出网页版。"],
      en: ["Secrecy", "Level and period; with a level no HTML edition is built by default."],
    },
    { isTellingEmpty: true },
  ),
} as const;

/** Keys of the manifest alone. */
export const ownMarkFields = {
  "copy-number": field(copyNumber(), {
    zh: ["份号", '六位阿拉伯数字，如 "000012"。'],
    en: ["Copy number", 'Six digits, such as "000012".'],
  }),
  urgency: field(choice(...URGENCIES), {
    zh: ["紧急程度", "特急或加急。"],
    en: ["Urgency", "特急 or 加急."],
  }),
  draft: field(draftMark(), {
    zh: ["文稿性质", `印在每页页眉、写进文件名，如：${DEFAULT_DRAFT}、征求意见稿；定稿不写。`],
    en: [
      "Draft",
      `Printed at the head of every page and in the file names, such as ${DEFAULT_DRAFT}; a final issue has none.`,
    ],
  }),
} as const;

function shortLine(expects: Message, most: number): FieldType<Located<string>> {
  return {
    expects,
    schema: { type: ["string", "number"], minLength: 1, maxLength: most },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined) return undefined;
      const { value, span } = readWrittenText(scalar, reader);
      const line = { value: value.replace(/\s*\n\s*/g, "　"), span };
      return isTooLong(line, most, reader) ? undefined : line;
    },
  };
}

function isTooLong({ value, span }: Located<string>, most: number, reader: FieldReader): boolean {
  const count = [...value].length;
  if (count <= most) return false;
  reportInvalid(reader, {
    span,
    message: {
      zh: `这里有 ${count} 个字，最多 ${most} 个。`,
      en: `This has ${count} characters; at most ${most} are allowed.`,
    },
    help: { zh: "请缩短。", en: "Shorten it." },
  });
  return true;
}

function copyNumber(): FieldType<Located<string>> {
  const expects = { zh: "六位阿拉伯数字，如 000012", en: "six digits, such as 000012" };
  return {
    expects,
    schema: { type: ["string", "integer"], pattern: `^[0-9]{${COPY_DIGITS}}$` },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined) return undefined;
      const { span } = scalar;
      const written = wordsOf(scalar.node).trim();
      if (/^\d{6}$/.test(written)) return { value: written, span };
      const plain = written.normalize("NFKC").replace(/\s/g, "");
      const digits = /^(?:份号|No\.?|№|第)?:?(\d{1,6})(?:号|份)?$/i.exec(plain)?.[1];
      reportInvalid(reader, {
        span,
        message: {
          zh: `份号“${written.slice(0, 40)}”不对，应当是${expects.zh}。`,
          en: `The copy number “${written.slice(0, 40)}” is not valid; it should be ${expects.en}.`,
        },
        help: { zh: "见 GB/T 9704-2012，7.2.1。", en: "See GB/T 9704-2012, 7.2.1." },
        ...(digits === undefined ? {} : meantCopy(digits, span)),
      });
      return undefined;
    },
  };
}

/** With fewer than six digits one may have been lost: a person looks. */
function meantCopy(digits: string, span: Span) {
  const text = digits.padStart(COPY_DIGITS, "0");
  const edits = [{ span, text }];
  if (digits.length === COPY_DIGITS) return { fix: edits };
  return {
    suggestions: [{ message: { zh: `是否想写“${text}”？`, en: `Did you mean “${text}”?` }, edits }],
  };
}

function draftMark(): FieldType<Located<string>> {
  const line = shortLine(
    { zh: `文稿性质，如 ${DEFAULT_DRAFT}`, en: `what it is, such as ${DEFAULT_DRAFT}` },
    MOST_DRAFT,
  );
  return {
    ...line,
    read(node, reader) {
      const scalar = readScalar(node, line.expects, reader);
      if (scalar === undefined) return undefined;
      if (typeof scalar.node.value === "boolean") {
        reportSwitch({ value: scalar.node.value, span: scalar.span }, reader);
        return undefined;
      }
      const found = line.read(node, reader);
      const why = found && whyNoDraft(found.value);
      if (found === undefined || why === undefined) return found;
      reportInvalid(reader, {
        span: found.span,
        message: {
          zh: `“${found.value}”要写进文件名，却不能作文件名：${why.zh}。`,
          en: `“${found.value}” becomes part of the file names, and cannot: ${why.en}.`,
        },
        help: {
          zh: `请写“draft: ${DEFAULT_DRAFT}”这样的文字。`,
          en: `Write words like “draft: ${DEFAULT_DRAFT}”.`,
        },
      });
      return undefined;
    },
  };
}

/** @returns why a draft cannot be called so; undefined where it can */
export function whyNoDraft(text: string): Message | undefined {
  if (text === "") return { zh: "是空的", en: "it is empty" };
  const count = [...text].length;
  if (count > MOST_DRAFT) {
    return {
      zh: `太长：有 ${count} 个字，最多 ${MOST_DRAFT} 个`,
      en: `it is too long: ${count} characters, where at most ${MOST_DRAFT} are allowed`,
    };
  }
  return whyNoName(text, MOST_DRAFT * 4);
}

/** `draft: true`: yes, but which words? */
function reportSwitch({ value, span }: Located<boolean>, reader: FieldReader): void {
  reportInvalid(reader, {
    span,
    message: {
      zh: `“${value}”不对，这里要写印在页眉的文字。`,
      en: `“${value}” is not valid here; this is the text at the head of the pages.`,
    },
    ...(value
      ? {
          help: { zh: `是否想写“${DEFAULT_DRAFT}”？`, en: `Did you mean “${DEFAULT_DRAFT}”?` },
          suggestions: [
            {
              message: { zh: `是否想写“${DEFAULT_DRAFT}”？`, en: `Did you mean “${DEFAULT_DRAFT}”?` },
              edits: [{ span, text: DEFAULT_DRAFT }],
            },
          ],
        }
      : { help: { zh: "定稿请删去这一行。", en: "Delete this line for a final issue." } }),
  });
}
