/**
 * Where a title may be broken so that its lines keep their meaning: `…科协|成功举办|…`, `暨|…`.
 * The style sheet keeps Han together in titles (word-break: keep-all), so a title breaks at these
 * places, beside marks, and, where a piece is wider than the screen, anywhere. What stands inside
 * 《》, “” or （） is never broken here.
 *
 * The paged editions choose among breaks by measuring; here the browser balances the lines itself.
 */

/** What titles of reports say was done; a break before (with its adverbs) or behind it is natural. */
const DEEDS =
  "举办|召开|开展|举行|组织|启动|开幕|闭幕|揭牌|荣获|获批|获评|入选|印发|发布|推进|参加|走进|助力|赋能|服务|调研|考察";
const ADVERBS = "成功|联合|共同|顺利|隆重|圆满|正式|积极|深入|认真|扎实|持续|大力|全面";

/** Groups: quoted (kept whole), deed (break before and behind), join (break behind). */
const TURNS = new RegExp(
  `(?<quoted>《[^《》]*》|“[^“”]*”|（[^（）]*）)|(?<deed>(?:${ADVERBS})*(?:${DEEDS}))|(?<join>暨|以及|(?<!参)与(?![会时])|\\d{4}年度?)`,
  "gu",
);

/** A piece of one character would be the lonely one that the break was to avoid. */
const MIN_PIECE = 2;

/** @returns the title cut at its legal breaks; joined they are the title again */
export function titlePieces(title: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  const cutAt = (at: number) => {
    if (at - start < MIN_PIECE || title.length - at < MIN_PIECE || isBesideLatin(title, at)) return;
    pieces.push(title.slice(start, at));
    start = at;
  };
  for (const turn of title.matchAll(TURNS)) {
    const end = turn.index + turn[0].length;
    if (turn.groups?.deed !== undefined) cutAt(turn.index);
    if (turn.groups?.quoted === undefined) cutAt(end);
  }
  pieces.push(title.slice(start));
  return pieces;
}

/** A break element there would keep the browser from setting the quarter em between Han and Latin. */
const isBesideLatin = (title: string, at: number): boolean => /[\x21-\x7E]/.test(title.slice(at - 1, at + 1));
