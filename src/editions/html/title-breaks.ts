/**
 * Where a title may be broken so that its lines keep their meaning: `…科协|成功举办|…`, `暨|…`.
 * The style sheet keeps Han together in titles (word-break: keep-all), so a title breaks at these
 * places, beside marks, and, where a piece is wider than the screen, anywhere. What stands inside
 * 《》, “” or （） is never broken here.
 *
 * The paged editions choose among breaks by measuring; here the browser balances the lines itself.
 * The words are those that titles of reports are made of; a dictionary of the language would differ
 * between versions of the runtime, and with it the page's bytes.
 */
import { type Child, element } from "./element.js";
import { wholeUnits } from "./whole-words.js";

/** What was done; a break before it (with its adverbs) or behind it is natural. */
const DEEDS =
  "举办|召开|开展|举行|组织|启动|开幕|闭幕|揭牌|荣获|获批|获评|入选|印发|发布|公布|推进|参加|走进|助力|赋能|服务|调研|考察|完成|出席|深化|强化|推动";
const ADVERBS = "成功|联合|共同|顺利|隆重|圆满|正式|积极|深入|认真|扎实|持续|大力|全面";
/** Nouns that end a phrase; a break behind them is natural where they are not part of a longer word. */
const ENDS =
  "科协|学会|协会|委员会|代表团|项目|活动|工作|会议|大会|年会|论坛|沙龙|仪式|大赛|竞赛|决赛|讲座|培训班|培训|研讨会|评审会|座谈会|报告会|科普展|工作者|志愿者|青少年|科技馆|体系|建设|行动|计划|工程|人才";
const LONGER_WORDS = "者会室站部组员处局们节日周展奖赛界家馆园性化力班团队师";

/** What a notice is called. Words in front of it that no other break parts are wider than a telephone. */
const NAMES_OF_NOTICES = "(?:工作|活动|情况|事项|任务)的(?:通知|通报|意见|报告|方案|决定|倡议书?|讲话)$";

/** Groups: quoted (kept whole), deed (break before and behind), before, notice (before, behind a long piece), behind. */
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

/** A piece of one character would be the lonely one that the break was to avoid. */
const MIN_PIECE = 2;
/** So many characters fit on a line of a telephone, and a piece of them needs no break. */
const LONG_PIECE = 8;
/** Two or three characters are no last line of a title (TYPOGRAPHY: a third of the longest). */
const MIN_LAST_PIECE = 4;

/** @returns the title with an element at each of its legal breaks */
export function breakableTitle(title: string): readonly Child[] {
  return titlePieces(title).flatMap((piece, index): Child[] =>
    index === 0 ? [...wholeUnits(piece)] : [element("wbr", {}), ...wholeUnits(piece)],
  );
}

/** @returns the title cut at its legal breaks; joined they are the title again */
export function titlePieces(title: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  const cutAt = (at: number) => {
    if (at - start < MIN_PIECE || title.length - at < MIN_LAST_PIECE || isBesideLatin(title, at)) return;
    pieces.push(title.slice(start, at));
    start = at;
  };
  for (const { index, 0: words, groups } of title.matchAll(TURNS)) {
    if (groups?.deed !== undefined || groups?.before !== undefined) cutAt(index);
    if (groups?.notice !== undefined) cutAt(index - start > LONG_PIECE ? index : index + words.indexOf("的"));
    if (groups?.deed !== undefined || groups?.behind !== undefined) cutAt(index + words.length);
  }
  pieces.push(title.slice(start));
  return pieces;
}

/** A break element there would keep the browser from setting the quarter em between Han and Latin. */
const isBesideLatin = (title: string, at: number): boolean => /[\x21-\x7E]/.test(title.slice(at - 1, at + 1));
