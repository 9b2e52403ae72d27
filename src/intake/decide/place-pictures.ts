/**
 * Where a text says that a picture belongs, and the picture came beside it: 图片1：同学们在参观, 【图2】, （图片见附件）. A place
 * takes the picture of its name, its number or its words, where there is but one; what cannot be told is left out of
 * the text, and said.
 */
import type { ManuscriptPicture } from "../manuscript.js";
import { type MarkedText, sliceWords, trimWords } from "../marked-text.js";
import { isPictureLine, lengthOf, type SheetLine, type SheetPart, wordsOf } from "./sheet.js";
import { isByline } from "./title-words.js";
import { pictureWords } from "./unfold-tables.js";

export interface LoosePicture {
  readonly key: string;
  readonly picture: ManuscriptPicture;
}

export interface CalledPicture {
  readonly text: string;
  readonly place: number;
  /** undefined where none is told: it is left out */
  readonly key: string | undefined;
  /** it speaks of all of them: 图片见附件 */
  readonly isOfAll: boolean;
}

export interface PlacedPictures {
  readonly parts: readonly SheetPart[];
  readonly called: readonly CalledPicture[];
}

interface Call {
  readonly line: SheetLine;
  readonly name: string | undefined;
  readonly number: number | undefined;
  /** offset of the words on what is seen, and where they end */
  readonly caption: readonly [number, number] | undefined;
  /** 图片见附件: of all of them */
  readonly isOfAll: boolean;
}

const KIND = "(?:(?:活动|现场|相关|新闻)?(?:图片|照片|配图|附图|插图|图示|图))";
const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十])";
const FILE =
  /^[【[（(<]?(?:插入)?(?:图片|照片|配图|图)?[\s\u3000]*[：:]?[\s\u3000]*([^\\/:*?"<>|【】[\]（）()\s]{1,60}\.(?:jpe?g|png|webp|heic|bmp|gif))[】\]）)>]?$/iu;
const LABELLED = new RegExp(
  `^(?<open>[【［\\[（(〔<]?)[\\s\\u3000]*(?:此处)?(?:插入?|见)?[\\s\\u3000]*${KIND}[\\s\\u3000]*(?<number>${NUMBER})?[\\s\\u3000]*(?:(?<sign>[：:、，])[\\s\\u3000]*|(?<gap>[\\s\\u3000]+))?(?<words>[^。！？；【】\\[\\]]{0,40}?)(?<close>[】］\\]）)〕>]?)。?$`,
  "u",
);
const OF_ALL = new RegExp(
  `^[（(【\\[]?(?:附件?[：:]?[\\s\\u3000]*)?${KIND}[\\s\\u3000]*(?:共?[\\d一二两三四五六七八九十]{1,3}张)?[\\s\\u3000]*(?:见附件|在附件(?:里|中)?|附后|另附|另发|请?见附件|详见附件|已(?:随信)?附上|见邮件附件|随信附上)?[\\s\\u3000]*(?:[\\d一二两三四五六七八九十]{1,3}张)?[）)】\\]]?。?$`,
  "u",
);

/**
 * @param parts the text below the title
 * @param hasOwn pictures stand in the text itself: its lines may be their captions
 */
export function placePictures(
  parts: readonly SheetPart[],
  { loose, hasOwn }: { readonly loose: readonly LoosePicture[]; readonly hasOwn: boolean },
): PlacedPictures {
  if (hasOwn && loose.length === 0) return { parts, called: [] };
  const calls = new Map<SheetPart, Call>();
  for (const [index, part] of parts.entries()) {
    const isBeside = [parts[index - 1], parts[index + 1]].some(
      (one) => one?.kind === "line" && isPictureLine(one),
    );
    const call = part.kind === "line" && index > 0 && !isBeside ? callIn(part) : undefined;
    // Where none came, the words of a caption are all there is of it, and stay.
    const isWorded = call?.caption !== undefined && loose.length === 0;
    if (call !== undefined && !isWorded) calls.set(part, call);
  }
  const own = [...calls.values()];
  const keys = new Map(own.map((call) => [call, keyOf(call, { calls: own, loose })]));
  const uses = new Map<string, number>();
  for (const key of keys.values()) if (key !== undefined) uses.set(key, (uses.get(key) ?? 0) + 1);
  const called: CalledPicture[] = [];
  const made = parts.flatMap((part): readonly SheetPart[] => {
    const call = calls.get(part);
    if (call === undefined) return [part];
    const found = keys.get(call);
    const key = found !== undefined && uses.get(found) === 1 ? found : undefined;
    called.push({ text: wordsOf(call.line), place: call.line.place, key, isOfAll: call.isOfAll });
    return key === undefined ? [] : figureLines(call, key);
  });
  return { parts: made, called };
}

function callIn(line: SheetLine): Call | undefined {
  const text = line.words.text;
  if (lengthOf(text) > 70) return undefined;
  const none = { line, name: undefined, number: undefined, caption: undefined, isOfAll: false };
  const name = FILE.exec(text)?.[1];
  if (name !== undefined) return { ...none, name };
  if (/附|另发/u.test(text) && OF_ALL.test(text)) return { ...none, isOfAll: true };
  const match = LABELLED.exec(text);
  const { open = "", number, sign, gap, words = "", close = "" } = match?.groups ?? {};
  if (match === null || (open === "") !== (close === "")) return undefined;
  // 图书馆开放, 图1显示: without a mark behind the label, and none around it, the line is text.
  if (words !== "" && sign === undefined && (gap === undefined || number === undefined)) return undefined;
  // 照片、视频征集, 图片，文字: a pause behind the bare word goes on with a sentence.
  if (words !== "" && number === undefined && open === "" && /[、，]/.test(sign ?? "")) return undefined;
  if (words === "" && number === undefined && open === "") return undefined;
  // 照片：张三, 图：云岭区科协 李四摄: who took it
  if (CREDIT.test(words) || (number === undefined && words !== "" && isByline(words))) return undefined;
  const end = text.length - (text.endsWith("。") ? 1 : 0) - close.length;
  const caption = words === "" ? undefined : ([end - words.length, end] as const);
  return { ...none, number: number === undefined ? undefined : numberOf(number), caption };
}

const CREDIT = /摄影?[）)]?$|供图|提供$/u;

const HAN = "一二三四五六七八九十";
const numberOf = (words: string): number => (HAN.includes(words) ? HAN.indexOf(words) + 1 : Number(words));

interface Beside {
  readonly calls: readonly Call[];
  readonly loose: readonly LoosePicture[];
}

/** @returns the one picture that a place can mean */
function keyOf(call: Call, { calls, loose }: Beside): string | undefined {
  if (call.isOfAll) return undefined;
  const { name, number } = call;
  if (name !== undefined) return only(loose.filter(({ picture }) => sameName(picture.name, name)));
  const words = call.caption === undefined ? "" : key(call.line.words.text.slice(...call.caption));
  if (number !== undefined) {
    const numbered = loose.filter(({ picture }) => numberIn(picture.name) === number);
    if (numbered.length > 0) return only(numbered);
  }
  const worded = loose.filter(
    ({ picture }) => words.length >= LEAST_WORDS && key(stem(picture.name)).includes(words),
  );
  if (worded.length > 0) return only(worded);
  const places = calls.filter(({ isOfAll }) => !isOfAll);
  const [one] = loose;
  const isOnly = places.length === 1 && loose.length === 1 && one !== undefined;
  return isOnly && (number === undefined || (numberIn(one.picture.name) ?? number) === number)
    ? one.key
    : undefined;
}

const LEAST_WORDS = 4;

const only = ([one, ...more]: readonly LoosePicture[]): string | undefined =>
  more.length === 0 ? one?.key : undefined;

const key = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "");
const stem = (name: string | undefined): string => (name ?? "").replace(/\.[A-Za-z0-9]{1,5}$/u, "");
const sameName = (one: string | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

/** 图1.jpg, 02.png, 照片（3）.jpg; no day and no counter of a camera */
function numberIn(name: string | undefined): number | undefined {
  const match =
    /(?:图片?|照片|配图|附图|插图|photo|pic|image)[\s_（(-]*0?(\d{1,2})(?![\d.]|[月日年届期次]|-\d)|^0?(\d{1,2})(?![\d.]|[月日年届期次]|-\d)/iu.exec(
      stem(name),
    );
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? undefined : Number(digits);
}

/** The picture, and its words as its caption */
function figureLines({ line, caption }: Call, picture: string): readonly SheetLine[] {
  const at = line.words.places[0] ?? 0;
  const figure = { ...line, words: pictureWords(picture, at), isSameParagraph: false };
  const words: MarkedText | undefined =
    caption === undefined ? undefined : trimWords(sliceWords(line.words, caption[0], caption[1]));
  if (words === undefined || words.text === "") return [figure];
  const told = { ...line.paragraph, style: "题注" };
  return [figure, { ...line, words, paragraph: told, isSameParagraph: true }];
}
