/**
 * Days written in a text: 2026年3月16日, 3月16日, and what a range or a list carries on from them
 * (3月16日至18日, 3月16、17日). Whether such a day exists is for the rules to say. Days of the lunar calendar
 * are left out: 农历二月 may well have a 30th. One pass, linear in the text.
 */

export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  /** the year typed in front, or told by a word (去年) from which `yearWord` counts */
  readonly year: number | undefined;
  /** −1 for 去年, 0 for 今年, 1 for 明年 */
  readonly yearsFromNow: number | undefined;
  readonly month: number;
  readonly day: number;
}

/** The month and the first day; 日 may stand behind the last day of a list alone. */
const DATE =
  /(?<![\d.])(\d{1,2}) ?月 ?(\d{1,2})(?: ?(?:日|号(?![楼线厅馆门院]))|(?= ?(?:——|[-—–~～、至到]) ?\d{1,2} ?日))/g;
/** A further day of the same month; a weekday in brackets may lie between. */
const CARRIED = /(?: ?[（(][^（()）\n]{1,10}[)）])? ?(?:——|[-—–~～、至到和]) ?(\d{1,2}) ?日/y;
/** What a further day can begin with; at the end of the text nothing, which is not among them. */
const CARRIES = [..." （(—-–~～、至到和"];
const YEAR = /((?:19|20)\d\d) ?年 ?$/;
const YEAR_WORD = /([去上今本当明来])年的?$/;
const LUNAR = /[农阴旧]历[^，。；\n]{0,6}$/;
const YEARS_FROM_NOW: Readonly<Record<string, number>> = {
  去: -1,
  上: -1,
  今: 0,
  本: 0,
  当: 0,
  明: 1,
  来: 1,
};
/** UTF-16 units in which a year in front of a month is looked for */
const REACH = 10;

/** @returns the days of a text in order; a carried day begins at its own figures */
export function* findDates(text: string): Iterable<WrittenDate> {
  if (!text.includes("月")) return;
  for (const match of text.matchAll(DATE)) {
    const start = match.index;
    const front = text.slice(Math.max(0, start - REACH), start);
    if (front.includes("历") && LUNAR.test(front)) continue;
    // Most days have no year in front of them: two patterns are not tried in vain.
    const hasYear = front.includes("年");
    const typed = hasYear ? YEAR.exec(front) : null;
    const word = hasYear && typed === null ? YEAR_WORD.exec(front) : null;
    const before = typed ?? word;
    const year = {
      year: typed === null ? undefined : Number(typed[1]),
      yearsFromNow: word === null ? undefined : YEARS_FROM_NOW[word[1] ?? ""],
      month: Number(match[1]),
    };
    let end = start + match[0].length;
    yield { ...year, start: start - (before?.[0].length ?? 0), end, day: Number(match[2]) };
    if (!CARRIES.includes(text.charAt(end))) continue;
    CARRIED.lastIndex = end;
    for (let next = CARRIED.exec(text); next !== null; next = CARRIED.exec(text)) {
      end = next.index + next[0].length;
      const day = next[1] ?? "";
      yield { ...year, start: text.lastIndexOf(day, end), end, day: Number(day) };
      CARRIED.lastIndex = end;
    }
  }
}
