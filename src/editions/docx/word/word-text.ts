/**
 * The author's characters on their way into XML: what XML 1.0 cannot carry is removed, and punctuation
 * that Chinese shares with Latin is singled out, because Word sets it in the Latin face (half width)
 * unless the run says otherwise.
 */

/** Text that becomes one run. */
export interface TextStretch {
  readonly text: string;
  /** true where the run must carry w:hint="eastAsia" */
  readonly eastAsian: boolean;
}

/**
 * Characters that Word takes from the Latin face unless hinted (ECMA-376, 17.3.2.26): general
 * punctuation, letterlike symbols, arrows, enclosed numbers, and the symbols of Latin-1.
 */
const SHARED_MARK = /[§¨°±·×÷\u2013-\u2027\u2030-\u203B\u2100-\u2BFF]/u;

/**
 * What stays Latin whatever stands beside it: an apostrophe or dash inside a Latin word or number, and accented
 * letters, which a run with the hint would have in the Chinese face while their neighbours are in the Latin one
 * (ECMA-376, 17.3.2.26; MS-OI29500 2.1.88 names á à é è ê í ì ò ó ù ú ü and the letters of pinyin).
 */
const LATIN_PIECE =
  /(?<=[A-Za-z0-9\u00C0-\u024F])[’–](?=[A-Za-z0-9\u00C0-\u024F])|[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]+/gu;

/** @returns the text without what XML 1.0 forbids (XML 1.0, 2.2); half a surrogate pair becomes U+FFFD */
export function xmlSafe(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "");
}

/** @returns the stretches of a text in order; joined, they give the text back */
export function stretchesOf(text: string): readonly TextStretch[] {
  const stretches: TextStretch[] = [];
  const add = (piece: string, eastAsian: boolean) => {
    const last = stretches.at(-1);
    if (piece === "") return;
    if (last?.eastAsian === eastAsian) stretches.splice(-1, 1, { text: last.text + piece, eastAsian });
    else stretches.push({ text: piece, eastAsian });
  };
  let from = 0;
  for (const mark of text.matchAll(LATIN_PIECE)) {
    add(text.slice(from, mark.index), SHARED_MARK.test(text.slice(from, mark.index)));
    from = mark.index + mark[0].length;
    add(mark[0], false);
  }
  add(text.slice(from), SHARED_MARK.test(text.slice(from)));
  return stretches;
}
