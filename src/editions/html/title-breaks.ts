/**
 * Where a title may be broken so that its lines keep their meaning on every screen: `…科协|成功举办|…`, `暨|…`. Each
 * piece is an element that stays on one line (white-space: nowrap), and a line ends between two: nothing stands there
 * that would be read aloud, copied or taken for a space, as <wbr> is by what names a heading to a listener.
 *
 * The paged editions choose among breaks by measuring. Here the browser chooses, for a screen that nobody knows; so
 * pieces are joined that no screen needs apart (title-shape.ts), the dearest breaks first.
 */
import { findUnits } from "../../han/find-units.js";
import { textWidthEm } from "../../han/text-width.js";
import { BORDER_COSTS, belongsToBefore, borderCost, wordBorders } from "../../han/title-borders.js";
import type { Keep } from "../../model/kept-values.js";
import type { Stretch } from "./mark-stretches.js";
import { priceOfShapes, type TitlePiece } from "./title-shape.js";
import { compoundsIn } from "./whole-words.js";

/** What was done; a break before it (with its adverbs) or behind it is natural. */
const DEEDS =
  "举办|召开|开展|举行|组织|启动|开幕|闭幕|揭牌|荣获|获批|获评|入选|印发|发布|公布|推进|参加|走进|助力|赋能|服务|调研|考察|完成|出席|深化|强化|推动|开进|签署|签订|签约|落幕|收官|亮相|挂牌|落户|上线|看望慰问|慰问|督导|部署";
const ADVERBS = "成功|联合|共同|顺利|隆重|圆满|正式|积极|深入|认真|扎实|持续|大力|全面";
/** Nouns that end a phrase; a break behind them is natural where they are not part of a longer word. */
const ENDS =
  "科协|学会|协会|委员会|代表团|项目|活动|工作|会议|大会|年会|论坛|沙龙|仪式|大赛|竞赛|决赛|讲座|培训班|培训|研讨会|评审会|座谈会|报告会|科普展|工作者|志愿者|青少年|科技馆|体系|建设|行动|计划|工程|人才";
const LONGER_WORDS = "者会室站部组员处局们节日周展奖赛界家馆园性化力班团队师";

/** What a notice is called. */
const NAMES_OF_NOTICES = "(?:工作|活动|情况|事项|任务)的(?:通知|通报|意见|报告|方案|决定|倡议书?|讲话)$";

/** Groups: quoted (kept whole), deed (break before and behind), before, notice, behind. */
const TURNS = new RegExp(
  [
    "(?<quoted>《[^《》]*》|“[^“”]*”|（[^（）]*）)",
    `(?<deed>(?:${ADVERBS}){0,3}(?:${DEEDS})(?![${LONGER_WORDS}]))`,
    "(?<before>(?<![存现正所旨潜内外实自])在(?=.{2,12}(?:举办|召开|举行|开幕|闭幕|启动|揭牌)))",
    `(?<notice>${NAMES_OF_NOTICES})`,
    `(?<behind>暨|以及|(?<!参)与(?![会时])|\\d{4}年度?|(?:${ENDS})(?![${LONGER_WORDS}暨及与和、]))`,
  ].join("|"),
  "gu",
);

/** What is said of a noun stands in front of these, which begin no line well: 主题|活动, 科学|素质, 志愿|服务队. */
const HEADS =
  /^(?:活动|大赛|竞赛|决赛|论坛|沙龙|年会|会议|大会|联合会|仪式|基地|平台|中心|协议|行动|工程|计划|体系|机制|建设|素质|技术|创新|教育|能力|服务[团队站点]|报告[会团]|宣讲[会团]|讲解|宣传|工作[的会者站])/u;

/** 县|首届, 日|主题: of one character, and yet the end of the word or name before it. */
const ENDS_NAME = /[省市县区州旗镇乡村社者家员人团队组会站馆院校日届杯赛展号字车机器园局]/u;

/** What no line begins and none ends with (GB/T 15834-2011, 5.1; clreq); half-width brackets too, as they are typed. */
const NOT_FIRST = /^[\s、，。．；：！？,.;:!?%‰℃）〕］｝〉》」』】〗〞”’·—…～/／)\]}>＞»-]/u;
const NOT_LAST = /[（〔［｛〈《「『【〖〝“‘/／$￥¥£№#—([{<＜«-]$/u;
/** With the signs in it: A&B, R&D. */
const LATIN_WORD = /[!-~]$/;
const LATIN_WORD_BEHIND = /^[!-~]/;

/** What no line ends with, for it belongs to the word behind, though the dictionary ends one there. */
const BEGINS_WORD = /[新老大小副总各全每双多非超高第最再不未可该本我其此两一在赴为以把将对向从]$/u;

/** Behind 在 and a number with its classifier what they belong to follows: a line ends in front of 在鹿鸣区, not behind 在. */
const LEADS_ON = /(?:在|[一二两三四五六七八九十百几数多][个项条名位场次种篇件届期])$/u;

/** A sub-heading's number stands with its first word. */
const ORDINAL = /^[（(]?[\d一二三四五六七八九十.]{1,6}[.．、）)]?\s*$/u;

/** Better than a line of three characters beside one of ten, and than nothing else. */
const COST_LAST_RESORT = BORDER_COSTS.bad - 1;

/** A piece as wide, in em, stays on one line of the narrowest screen, its text enlarged; a wider one may be parted. */
export const WIDEST_WHOLE = 9;
/** A longer title, in UTF-16 units, is broken at each border that is not bad, and what is longer still is no title. */
const LONGEST_WEIGHED = 60;
const LONGEST_CUT = 300;

interface Border {
  readonly at: number;
  readonly cost: number;
}

/** Cuts a title; what stands in the contents and over its text is cut once. */
export type CutTitle = (title: string, authors?: ReadonlySet<number>) => readonly string[];

/** @param keep gives the pieces of a title that was cut before */
export const titleCutter =
  (keep: Keep<string, readonly string[]>): CutTitle =>
  (title, authors = NO_ENDS) =>
    keep(`${[...authors]} ${title}`, [], () => titlePieces(title, authors));

const NO_ENDS: ReadonlySet<number> = new Set();

/**
 * The title cut where its lines may end; joined they are the title again.
 * @param authors where its author ended lines
 */
export function titlePieces(title: string, authors: ReadonlySet<number> = NO_ENDS): readonly string[] {
  if (title.length > LONGEST_CUT || textWidthEm(title) <= WIDEST_WHOLE / 2) return [title];
  const all = authors.size === 0 ? titleBorders(title) : preferring(authors, titleBorders(title));
  const sound = all.filter(({ cost }) => cost < BORDER_COSTS.bad);
  if (title.length > LONGEST_WEIGHED) return cut(title, sound);
  // Where a piece is too wide for a telephone, the bad borders inside it are better than any character.
  const offered = all.filter(
    ({ at, cost }) =>
      cost < BORDER_COSTS.bad || (cost < BORDER_COSTS.insideWord && isInWidePiece(title, sound, at)),
  );
  return cut(title, chosen(title, offered));
}

/** Where the author ended a line costs nothing, and all else as much as where a word ends. */
function preferring(authors: ReadonlySet<number>, borders: readonly Border[]): readonly Border[] {
  const others = borders
    .filter(({ at }) => !authors.has(at))
    .map(({ at, cost }) => ({ at, cost: Math.max(cost, BORDER_COSTS.word) }));
  const own = [...authors].map((at) => ({ at, cost: BORDER_COSTS.good }));
  return [...others, ...own].sort((a, b) => a.at - b.at);
}

/** Takes a border away, or offers it again, as long as that makes the titles of all screens better. */
function chosen(title: string, offered: readonly Border[]): readonly Border[] {
  const kept = offered.map(() => true);
  const stretches = measured(title, offered);
  const price = (enough?: number) => priceOfShapes(joined(stretches, kept), enough);
  let lowest = price();
  for (let better: number | undefined; ; better = undefined) {
    for (let border = 0; border < kept.length; border += 1) {
      kept[border] = !kept[border];
      const own = price(lowest);
      kept[border] = !kept[border];
      // Of two alike the one with fewer places to break.
      if (own < lowest || (own === lowest && kept[border])) [lowest, better] = [own, border];
    }
    if (better === undefined) return offered.filter((_, border) => kept[border]);
    kept[better] = !kept[better];
  }
}

function measured(title: string, borders: readonly Border[]): readonly TitlePiece[] {
  return cut(title, borders).map((piece, index) => {
    const characters = Array.from(piece.replace(/\s/gu, "")).length;
    const em = textWidthEm(piece.trimEnd());
    return { em, spaceEm: textWidthEm(piece) - em, characters, cost: borders[index - 1]?.cost ?? 0 };
  });
}

/** @param kept whether the border in front of a stretch is one; of the second, the first */
function joined(stretches: readonly TitlePiece[], kept: readonly boolean[]): readonly TitlePiece[] {
  const pieces: TitlePiece[] = [];
  let last: TitlePiece | undefined;
  let border = -1;
  for (const stretch of stretches) {
    if (last !== undefined && kept[border] === false) {
      last = {
        em: last.em + last.spaceEm + stretch.em,
        spaceEm: stretch.spaceEm,
        characters: last.characters + stretch.characters,
        cost: last.cost,
      };
    } else {
      if (last !== undefined) pieces.push(last);
      last = stretch;
    }
    border += 1;
  }
  return last === undefined ? pieces : [...pieces, last];
}

function cut(title: string, borders: readonly Border[]): readonly string[] {
  const places = [0, ...borders.map(({ at }) => at), title.length];
  return places.slice(1).map((end, index) => title.slice(places[index], end));
}

function isInWidePiece(title: string, borders: readonly Border[], at: number): boolean {
  const start = borders.findLast((border) => border.at < at)?.at ?? 0;
  const end = borders.find((border) => border.at > at)?.at ?? title.length;
  return textWidthEm(title.slice(start, end)) > WIDEST_WHOLE;
}

/** @returns where lines may end at all, from the first to the last, and what that costs the sense */
function titleBorders(written: string): readonly Border[] {
  const title = withWideBrackets(written);
  const words = wordBorders(title);
  const { turns, inner } = turnsOf(title);
  const whole = [...findUnits(title), ...compoundsIn(title)];
  const inside = (stretches: readonly Stretch[], at: number) =>
    stretches.some(({ start, end }) => at > start && at < end);
  return [...words].flatMap((at): readonly Border[] => {
    const [before, behind] = [title.slice(Math.max(0, at - 1), at), title.slice(at, at + 1)];
    // A dash leads to a second title: it stands whole in front of that.
    if (at > 0 && before !== "—" && title.startsWith("——", at))
      return [{ at, cost: inside(inner, at) ? BORDER_COSTS.bad : BORDER_COSTS.good }];
    if (at === 0 || NOT_FIRST.test(behind) || NOT_LAST.test(before) || inside(whole, at)) return [];
    if (LATIN_WORD.test(before) && LATIN_WORD_BEHIND.test(behind)) return [];
    if (inside(inner, at)) return [{ at, cost: BORDER_COSTS.bad + costOf(title, at, words) }];
    if (ORDINAL.test(title.slice(0, at))) return [];
    if (turns.has(at) || isPause(title, at)) return [{ at, cost: BORDER_COSTS.good }];
    return [{ at, cost: costOf(title, at, words) }];
  });
}

/** Half-width brackets around Han, as a hand types them, are parted as those that they stand for. */
const withWideBrackets = (title: string): string =>
  /[<([]/.test(title)
    ? title
        .replace(/<([^<>]*\p{Script=Han}[^<>]*)>/gu, "《$1》")
        .replace(/\(([^()]*\p{Script=Han}[^()]*)\)/gu, "（$1）")
        .replace(/\[([^[\]]*\p{Script=Han}[^[\]]*)\]/gu, "【$1】")
    : title;

/** A space is a pause, unless it is between Latin words. */
const isPause = (title: string, at: number): boolean =>
  /\s/u.test(title.slice(at - 1, at)) &&
  !(/[!-~] $/.test(title.slice(0, at)) && /^[!-~]/.test(title.slice(at)));

function costOf(title: string, at: number, words: ReadonlySet<number>): number {
  const found = borderCost(title, at, words);
  const cost = LEADS_ON.test(title.slice(Math.max(0, at - 2), at))
    ? Math.max(found, BORDER_COSTS.bad)
    : found;
  const [before, behind] = [title.slice(at - 1, at), title.slice(at, at + 3)];
  if (/\s/u.test(before)) return BORDER_COSTS.inPhrase;
  if (cost === BORDER_COSTS.word) return HEADS.test(behind) ? BORDER_COSTS.inPhrase : cost;
  if (cost !== BORDER_COSTS.bad || belongsToBefore(title, at) || BEGINS_WORD.test(before)) return cost;
  // A word that the dictionary does not know is cut into characters, and ends where a known
  // one begins: 惠|农|服务站.
  if (!words.has(at - 1) || words.has(at + 1)) return cost;
  if (words.has(at - 2)) return BORDER_COSTS.inPhrase;
  if (!ENDS_NAME.test(before)) return COST_LAST_RESORT;
  return HEADS.test(behind) ? BORDER_COSTS.inPhrase : BORDER_COSTS.word;
}

interface Turns {
  readonly turns: ReadonlySet<number>;
  /** what is better not parted: quotations, a deed with its adverbs */
  readonly inner: readonly Stretch[];
}

function turnsOf(title: string): Turns {
  const turns = new Set<number>();
  const inner: { start: number; end: number }[] = [];
  for (const { index, 0: words, groups } of title.matchAll(TURNS)) {
    const end = index + words.length;
    if (groups?.quoted !== undefined || groups?.deed !== undefined) inner.push({ start: index, end });
    if (groups?.deed !== undefined || groups?.before !== undefined || groups?.notice !== undefined)
      turns.add(index);
    if (groups?.notice !== undefined) turns.add(index + words.indexOf("的"));
    if (groups?.deed !== undefined || groups?.behind !== undefined) turns.add(end);
  }
  return { turns, inner };
}
