/** Numbers: whole ones and measures, in the unit that the key names, and what was meant by one written with its unit. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Located } from "../../model/located.js";
import { spanOf } from "../yaml-document.js";
import { type FieldReader, type FieldType, reportInvalid } from "./field.js";
import { readScalar, shorten } from "./scalar-fields.js";
import { type ReadScalar, wordsOf } from "./written-text.js";

export interface NumberRange {
  /** least and greatest value allowed */
  readonly min: number;
  readonly max: number;
  /** in which a measure is given */
  readonly unit?: "mm" | "pt";
}

export const integer = (range: NumberRange): FieldType<Located<number>> =>
  numberField({ ...range, isWhole: true });

export const decimal = (range: NumberRange): FieldType<Located<number>> =>
  numberField({ ...range, isWhole: false });

interface NumberKind extends NumberRange {
  readonly isWhole: boolean;
}

const UNITS = {
  mm: { zh: "毫米", en: "millimetres", written: /^(?:mm|毫米|公厘)$/ },
  pt: { zh: "磅", en: "points", written: /^(?:pt|pts|磅|点)$/ },
} as const;

function numberField(kind: NumberKind): FieldType<Located<number>> {
  const { min, max, isWhole } = kind;
  const expects = expectationOf(kind);
  const fits = (value: number) => value >= min && value <= max && (!isWhole || Number.isSafeInteger(value));
  return {
    expects,
    schema: { type: isWhole ? "integer" : "number", minimum: min, maximum: max },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined) return undefined;
      const { value } = scalar.node;
      if (typeof value === "number" && fits(value)) return { value, span: scalar.span };
      const meant = typeof value === "number" ? undefined : numberMeant(wordsOf(scalar.node), kind);
      reportNumber(scalar, { meant: meant && fits(Number(meant.text)) ? meant : undefined, kind, reader });
      return undefined;
    },
  };
}

function expectationOf({ min, max, unit, isWhole }: NumberKind): Message {
  const kind = isWhole ? { zh: "整数", en: "a whole number" } : { zh: "数", en: "a number" };
  const measure =
    unit === undefined ? { zh: "", en: "" } : { zh: `（${UNITS[unit].zh}）`, en: ` of ${UNITS[unit].en}` };
  return {
    zh: ` ${min} 到 ${max} 的${kind.zh}${measure.zh}`,
    en: `${kind.en}${measure.en} from ${min} to ${max}`,
  };
}

function reportNumber(
  { node, span: words }: ReadScalar,
  {
    meant,
    kind,
    reader,
  }: { readonly meant: MeantNumber | undefined; readonly kind: NumberKind; readonly reader: FieldReader },
): void {
  const found = wordsOf(node);
  // Quotes make a text of a number: they go, too.
  const span = meant === undefined ? words : spanOf(node, reader.document.source);
  const expects = expectationOf(kind);
  const isQuoted = meant?.text === found;
  reportInvalid(reader, {
    span,
    message: isQuoted
      ? { zh: `数字 ${found} 不用加引号。`, en: `The number ${found} must not be in quotes.` }
      : {
          zh: `“${shorten(found)}”不对，这里应当是${expects.zh}。`,
          en: `“${shorten(found)}” is not valid here; this should be ${expects.en}.`,
        },
    ...(meant === undefined
      ? { help: typeof node.value === "number" ? IN_RANGE : formOf(kind) }
      : mendedBy(meant, { span, isQuoted })),
  });
}

function mendedBy(
  { text, isSure }: MeantNumber,
  { span, isQuoted }: { readonly span: ReadScalar["span"]; readonly isQuoted: boolean },
) {
  const edits = [{ span, text }];
  const help: Message = isQuoted
    ? { zh: "请去掉引号。", en: "Remove the quotes." }
    : { zh: `请只写数字：${text}。`, en: `Write the number alone: ${text}.` };
  return isSure ? { help, fix: edits } : { help, suggestions: [{ message: help, edits }] };
}

const IN_RANGE: Message = {
  zh: "请改成这个范围里的数。",
  en: "Write a number within this range.",
};

function formOf({ min, max, unit, isWhole }: NumberKind): Message {
  const example = isWhole || Number.isInteger(min) ? Math.max(min, Math.min(max, 1)) : min;
  return unit === undefined
    ? {
        zh: `请只写数字，不加引号，如 ${example}。`,
        en: `Write a number alone, without quotes, such as ${example}.`,
      }
    : {
        zh: `请只写数字，不加引号，也不写单位；单位是${UNITS[unit].zh}。`,
        en: `Write a number alone, without quotes and without a unit; it is in ${UNITS[unit].en}.`,
      };
}

interface MeantNumber {
  readonly text: string;
  /** false where a measure was given in another unit, or a size by its name */
  readonly isSure: boolean;
}

/** 第3期, 总第128期, ３, 80 mm, 22行: the number, and what stands behind it. */
const WRITTEN = /^(?:总?第)?(-?\d+(?:\.\d+)?)(\p{L}*)$/u;
/** What is counted in whole numbers, and what a length is given in where the key names no unit. */
const COUNTED = /^(?:|[期年份篇行字面页个张]|em|dpi)$/;
/** Counters that one key of several may want: 22行 beside characters-per-line. */
const MAY_BE_OTHER = /^[行字页面]$/;

/** @returns undefined where more is said than a number (增刊1, 3上), which must not be lost */
function numberMeant(words: string, { unit, isWhole }: NumberKind): MeantNumber | undefined {
  const written = words.slice(0, 40).normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const named = unit === "pt" ? SIZES.get(written) : undefined;
  if (named !== undefined) return { text: String(named), isSure: false };
  const [, number, behind = ""] = WRITTEN.exec(written) ?? [];
  if (number === undefined || (isWhole && number.includes("."))) return undefined;
  const text = String(Number(number));
  if (unit === "mm" && /^(?:cm|厘米|公分)$/.test(behind))
    return { text: String(Number((Number(number) * 10).toFixed(2))), isSure: false };
  const isIts = unit === undefined ? COUNTED.test(behind) : behind === "" || UNITS[unit].written.test(behind);
  return isIts ? { text, isSure: !MAY_BE_OTHER.test(behind) } : undefined;
}

/** Sizes of type by their Chinese names, in points, as Word has them. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ["初号", 42],
  ["小初", 36],
  ["一号", 26],
  ["小一", 24],
  ["二号", 22],
  ["小二", 18],
  ["三号", 16],
  ["小三", 15],
  ["四号", 14],
  ["小四", 12],
  ["五号", 10.5],
  ["小五", 9],
  ["六号", 7.5],
  ["小六", 6.5],
  ["七号", 5.5],
  ["八号", 5],
]);
