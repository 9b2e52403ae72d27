/**
 * What it costs the sense of a title to end a line between two characters. Words come from Intl.Segmenter; which of
 * their borders are good ones, from a short list. The paged editions choose among them by measuring, the page of the web
 * by what its screens may be (editions/html/title-breaks.ts).
 */

/** A line may end behind these words … */
const GOOD_BEHIND = /(?:暨|及|与|和|在|座谈会|研讨会|推进会|论证会|交流会|报告会|、|，|：|》|”|）|·)$/u;
/** … and in front of these. */
const GOOD_BEFORE =
  /^(?:成功|圆满|顺利|隆重|正式|全面|深入|扎实|持续|积极|举办|举行|召开|开幕|闭幕|启动|开展|组织|赴|走进|荣获|入选|通过|会见|调研|发布|揭牌|签约|助力|推动|推进|促进|共商|共话|共谋|共建|聚焦|围绕|在|为|以)/u;
/** … but not in front of these, which belong to what stands before them … */
const BAD_BEFORE = /^(?:的|了|着|们|等|会(?![见谈商同晤])|者|工作者|委员会|办公室|年|届|期|、|，)/u;
/** … nor behind an ordinal, or a number with its classifier, which belong to what is counted. */
const BAD_BEHIND =
  /(?:第[一二三四五六七八九十百\d]+|(?:\d|第[一二三四五六七八九十百]+)[个项场名位所家次届期篇部套台支条件])$/u;
/** … nor in front of the last words of a name or a set phrase: 国际|科学理事会, 青年|人才托举工程. */
const IN_PHRASE =
  /^[^、，：与和及暨在的·“”《》（）\d]{0,5}(?:工程|计划|行动|理事会|委员会|基金会|联合会|研究院|研究所|实验室|代表大会|学会|协会|学院|大学|博物馆|科技馆)/u;
/** Behind the last word of a body's name a border is one, though the segmenter cuts 理事会 in two. */
const ENDS_BODY = /(?:理事会|委员会|基金会|联合会|联谊会|代表大会|学会|协会|商会|工会|科协|文联|妇联)$/u;

const ORDINAL = /^第[一二三四五六七八九十百\d]/u;

/** From nothing to what a break inside a word costs; from `bad` on, one line more is better than the break. */
export const BORDER_COSTS = { good: 0, word: 30, inPhrase: 50, bad: 70, insideWord: 400 } as const;

/** @param borders those of `wordBorders` @returns the cost of ending a line of `text` in front of the character at `unit` */
export function borderCost(text: string, unit: number, borders: ReadonlySet<number>): number {
  if (!borders.has(unit)) return BORDER_COSTS.insideWord;
  if (belongsToBefore(text, unit)) return BORDER_COSTS.bad;
  const before = text.slice(Math.max(0, unit - 8), unit);
  const behind = text.slice(unit, unit + 4);
  // 暨 ends a line rather than beginning one, and begins one rather than being the reason for another.
  if (behind.startsWith("暨")) return BORDER_COSTS.inPhrase;
  if (GOOD_BEFORE.test(behind) || GOOD_BEHIND.test(before)) return BORDER_COSTS.good;
  // A word of one character is more often the segmenter's mistake than a word; 第 begins an ordinal.
  const isLonely =
    (borders.has(unit - 1) && unit > 1 && !ENDS_BODY.test(before)) ||
    (borders.has(unit + 1) && !ORDINAL.test(behind));
  if (isLonely) return BORDER_COSTS.bad;
  return IN_PHRASE.test(text.slice(unit, unit + 10)) ? BORDER_COSTS.inPhrase : BORDER_COSTS.word;
}

/** @returns whether what begins at `unit` belongs to what stands before it: 第六次|会议, 工作|者 */
export const belongsToBefore = (text: string, unit: number): boolean =>
  BAD_BEFORE.test(text.slice(unit, unit + 4)) || BAD_BEHIND.test(text.slice(Math.max(0, unit - 8), unit));

/** Words that the segmenter cuts in pieces and no title does: 中华|人民|共和国. */
const WHOLE_WORDS =
  /中华人民共和国|中国共产党|中国特色社会主义|社会主义|人民代表大会|人民政治协商会议|人民政府|领导小组|专项|图书馆|博物馆|文化馆|科技馆|十[一二三四五六七八九]五/gu;

let segmenter: Intl.Segmenter | undefined;

/** @returns where words begin, in UTF-16 units */
export function wordBorders(text: string): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const borders = new Set<number>();
  for (const { index } of segmenter.segment(text)) borders.add(index);
  for (const { index, 0: word } of text.matchAll(WHOLE_WORDS))
    for (let at = index + 1; at < index + word.length; at += 1) borders.delete(at);
  return borders;
}
