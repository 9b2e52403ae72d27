/**
 * Whether a line ends where no paragraph can: behind 的 or 第, amid a number, a quotation or brackets, one character
 * behind a mark; or the next one begins with what begins none. Words that end alike (目的, 普及, 了解) are none of it.
 */
import { hanPattern } from "./han-pattern.js";

const LAST =
  /(?<![目])的$|第$|各$|每$|(?<![合归吞一])并$|(?<![而况尚姑暂])且$|或$|(?<![总温饱谦缓祥平共柔])和$|(?<![普涉提危波])及$|[（(《“‘【、—]$/u;
const FIRST =
  /^[，。、；：！？）》”’】…,;:!?)]|^的(?![确士])|^们|^了(?![解却望不])|^等(?=[，。、；]|[\d一二三四五六七八九十]{1,3}[个项名家种])/u;
const COUNTED = /^(?:\d|[年月日时分名人个项件场次余多万亿元％%期届份块台篇册米户户种组座张处所家])/u;
/** 。活, ，共: a clause of one character ends nothing. */
const ONE_BEHIND = hanPattern(String.raw`[，。；：！？、]\p{Script=Han}$`);
const PAIRS: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["《", "》"],
  ["（", "）"],
  ["【", "】"],
];

export function isCutAmidWord(line: string, next: string): boolean {
  if (next === "") return false;
  if (LAST.test(line) || FIRST.test(next) || ONE_BEHIND.test(line)) return true;
  if (/\d$/u.test(line) && COUNTED.test(next)) return true;
  // 一千二 / 百份
  if (/[一二两三四五六七八九十百千]$/u.test(line) && /^[十百千万亿](?![姓货业岁般年])/u.test(next))
    return true;
  return PAIRS.some(([open, close]) => isOpenAt(line, { open, close }) && closesFirst(next, { open, close }));
}

interface Pair {
  readonly open: string;
  readonly close: string;
}

const isOpenAt = (line: string, { open, close }: Pair): boolean =>
  line.lastIndexOf(open) > line.lastIndexOf(close);

function closesFirst(next: string, { open, close }: Pair): boolean {
  const at = next.indexOf(close);
  const other = next.indexOf(open);
  return at >= 0 && (other < 0 || at < other);
}
