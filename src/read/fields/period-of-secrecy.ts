/**
 * How long something is secret, as it is printed behind the star: so many years or months, for good, until a day, or
 * until something has happened. Digits are Arabic (GB/T 9704-2012, 7.2.2).
 */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Located } from "../../model/located.js";
import { type FieldReader, type FieldType, reportInvalid } from "./field.js";
import { readScalar } from "./scalar-fields.js";
import { wordsOf } from "./written-text.js";

/** Longer than any that is printed beside a level. */
const MOST_CHARACTERS = 20;

const expects: Message = {
  zh: "保密期限，如 1年、6个月、长期",
  en: "how long it is secret, as 1年, 6个月 or 长期",
};

export function periodOfSecrecy(): FieldType<Located<string>> {
  return {
    expects,
    schema: { type: ["string", "number"], minLength: 2, maxLength: MOST_CHARACTERS },
    read(node, reader) {
      const scalar = readScalar(node, expects, reader);
      if (scalar === undefined) return undefined;
      const { span } = scalar;
      const written = wordsOf(scalar.node).trim().normalize("NFC");
      if (isPeriod(written)) return { value: written, span };
      const meant = periodMeant(written);
      if (meant === undefined) reportUnclear({ value: written, span }, reader);
      else {
        reportInvalid(reader, {
          span,
          message: {
            zh: `保密期限“${written}”应写成“${meant}”。`,
            en: `The period of secrecy “${written}” should be written “${meant}”.`,
          },
          help: {
            zh: "保密期限中的数字用阿拉伯数字标注，中间不空格（GB/T 9704-2012，7.2.2）。",
            en: "Digits of the period are Arabic, without spaces (GB/T 9704-2012, 7.2.2).",
          },
          fix: [{ span, text: meant }],
        });
      }
      return undefined;
    },
  };
}

const FOR_SO_LONG = /^[1-9]\d{0,2}(?:年|个月)$/;
const UNTIL_A_DAY = /^\d{4}年(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])日(?:前)?$/;
/** What ends it is told in words: 启用前, 公布后解密. */
const UNTIL_SOMETHING = /^[\p{Script=Han}（）]{1,17}(?:前|后|时|解密|公开|公布|发布)$/u;

function isPeriod(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return false;
  return text === "长期" || [FOR_SO_LONG, UNTIL_A_DAY, UNTIL_SOMETHING].some((form) => form.test(text));
}

/** @returns the same period as it is printed, where nothing else can be meant */
function periodMeant(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const plain = text.normalize("NFKC").replace(/\s/g, "").replace(/^★/, "");
  const day = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  const found =
    day === null
      ? plain.replace(/^[一二三四五六七八九十]+(?=年$|个月$)/, (words) => numberOf(words) ?? words)
      : `${day[1]}年${Number(day[2])}月${Number(day[3])}日`;
  return isPeriod(found) && !UNTIL_SOMETHING.test(found) ? found : undefined;
}

const DIGITS = "零一二三四五六七八九";

/** @returns a number of Han numerals below a hundred in digits; undefined where it is none */
function numberOf(words: string): string | undefined {
  const match = /^(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(words);
  if (match === null) return undefined;
  const [, tens, ones] = match;
  const count = tens === undefined ? 0 : tens === "" ? 1 : DIGITS.indexOf(tens);
  return String(count * 10 + (ones ? DIGITS.indexOf(ones) : 0));
}

function reportUnclear({ value, span }: Located<string>, reader: FieldReader): void {
  const isBare = /^\d{1,3}$/.test(value);
  const guess = [{ span, text: `${value}年` }];
  reportInvalid(reader, {
    span,
    message: isBare
      ? {
          zh: `保密期限“${value}”没有写单位。`,
          en: `The period of secrecy “${value}” has no unit.`,
        }
      : {
          zh: `“${value}”不能作保密期限。`,
          en: `“${value}” is not a period of secrecy.`,
        },
    help: {
      zh: "请写 1年、6个月、长期、2030年12月31日，或到什么时候为止，如“启用前”。",
      en: "Write 1年, 6个月, 长期 or 2030年12月31日, or until when, as 启用前.",
    },
    ...(isBare && Number(value) > 0
      ? {
          suggestions: [
            {
              message: { zh: `是“${value}年”吗？`, en: `Is it “${value}年”?` },
              edits: guess,
            },
          ],
        }
      : {}),
  });
}
