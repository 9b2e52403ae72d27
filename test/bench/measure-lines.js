/**
 * What the lines of a sweep show: breaks that the standards forbid, numbers parted, and how wide the
 * gaps are. The classes of characters are written down anew here, not taken from the program.
 */

const NOT_FIRST = /^[。．，、；：！？%‰℃°）〕］｝〉》」』】〗”’·～–/／‼⁇⁈⁉)\]},.;:!?-]/u;
const NOT_LAST = /[（〔［｛〈《「『【〖“‘￥$№#/／([{]$/u;
const HAN = /^\p{Script=Han}$/u;
const LATIN = /^[A-Za-z]$/;
const ALPHANUMERIC = /^[A-Za-z\d]$/;
/** Web and mail addresses are parted at their own marks. */
const ADDRESS = /https?:\/\/[\w./?=&-]+|[\w.-]+@[\w.-]+\w/gu;
const PAUSE = /^[，、；：。！？]$/u;
/** Em. Less is kerning, rounding and the bearing of small figures. */
const SPACED = 0.02;
const LOOSE = 0.1;
/** GB/T 9704-2012: 156 mm. A line that ends this much before has been left ragged. */
const MEASURE_PT = (156 * 72) / 25.4;
const SHORT_PT = 4;

/** @param paragraphs `{text, whole, soft, mail}`; @param found lines of each, from read-glyphs.js */
export function measureLines(paragraphs, found) {
  const sum = {
    paragraphs: 0,
    lines: 0,
    badStarts: 0,
    badEnds: 0,
    shortLast: 0,
    widows: 0,
    parted: 0,
    partedSoft: 0,
    partedMail: 0,
    ragged: 0,
    badlyFilled: 0,
    words: 0,
    spacedWords: 0,
    beforePause: 0,
    gaps: [],
    autospaces: [],
    lost: 0,
    examples: [],
  };
  const nearest = nearestPairs(found);
  paragraphs.forEach((paragraph, index) => {
    const lines = found[index];
    if (lines === undefined) sum.lost += 1;
    else measureParagraph({ sum, nearest }, paragraph, lines);
  });
  return sum;
}

/** @returns for each pair of characters the shortest way from one to the next in the file, in em */
function nearestPairs(found) {
  const nearest = new Map();
  for (const line of found.flatMap((lines) => lines ?? [])) {
    for (let index = 0; index + 1 < line.length; index += 1) {
      const [left, right] = [line[index], line[index + 1]];
      const key = left.text + right.text;
      nearest.set(
        key,
        Math.min(nearest.get(key) ?? Number.POSITIVE_INFINITY, (right.x - left.x) / left.size),
      );
    }
  }
  return nearest;
}

function measureParagraph({ sum, nearest }, paragraph, lines) {
  sum.paragraphs += 1;
  const last = lines.at(-1) ?? [];
  const addresses = [...paragraph.text.matchAll(ADDRESS)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  const isInside = (unit) => addresses.some(([from, to]) => from < unit && unit < to);
  const letters = last.filter(({ text }) => HAN.test(text) || ALPHANUMERIC.test(text));
  if (lines.length > 1 && letters.length < 2) sum.shortLast += 1;
  sum.widows += countWidows(lines);
  lines.forEach((line, index) => {
    const isFull = index < lines.length - 1;
    const text = line.map((glyph) => glyph.text).join("");
    if (index > 0 && NOT_FIRST.test(text) && !text.startsWith("——") && !isInside(line[0].at)) {
      sum.badStarts += 1;
      sum.examples.push(`start: ${text}`);
    }
    if (!isFull) return;
    if (NOT_LAST.test(text) && !isInside(line.at(-1).end)) {
      sum.badEnds += 1;
      sum.examples.push(`end: ${text}`);
    }
    measureBreak(sum, paragraph, line);
    measureGaps({ sum, nearest }, line);
  });
}

/** A first line alone at a page's foot, a last one alone at a page's head. */
function countWidows(lines) {
  const turn = lines.findIndex((line, index) => index > 0 && line[0].page !== lines[index - 1]?.[0].page);
  if (turn < 0) return 0;
  return (turn === 1 ? 1 : 0) + (turn === lines.length - 1 ? 1 : 0);
}

function measureBreak(sum, { text, whole, soft, mail }, line) {
  const end = line.at(-1).end;
  const parts = ([from, to]) => from < end && end < to;
  const tell = (what) =>
    sum.examples.push(`${what}: ${text.slice(Math.max(0, end - 8), end)}|${text.slice(end, end + 8)}`);
  if (whole.some(parts)) {
    sum.parted += 1;
    tell("whole");
  } else if (soft.some(parts)) {
    // Digits of one number are never to part.
    const isInside = /[\d,.]$/.test(text.slice(0, end)) && /^[\d,.]/.test(text.slice(end));
    sum[isInside ? "parted" : "partedSoft"] += 1;
    tell("soft");
  } else if (mail.some(parts)) {
    if (!text.slice(0, end).endsWith("@")) sum.partedMail += 1;
    tell("mail");
  } else if (/[A-Za-z]$/.test(text.slice(0, end)) && /^[A-Za-z]/.test(text.slice(end))) {
    sum.words += 1;
    tell("word");
  }
}

function measureGaps({ sum, nearest }, line) {
  sum.lines += 1;
  const end = line.at(-1);
  // No character is wider than an em, so that none is counted wrongly.
  const isRagged = end.x + end.size < MEASURE_PT - SHORT_PT;
  if (isRagged) {
    sum.ragged += 1;
    sum.examples.push(`ragged ${(MEASURE_PT - end.x).toFixed(0)}: ${line.map(({ text }) => text).join("")}`);
  }
  const han = [];
  let isSpaced = false;
  for (let index = 0; index + 1 < line.length; index += 1) {
    const [left, right] = [line[index], line[index + 1]];
    const way = (right.x - left.x) / left.size;
    const grown = way - (nearest.get(left.text + right.text) ?? way);
    if (HAN.test(left.text) && HAN.test(right.text)) han.push(way - 1);
    if (left.end !== right.at) continue;
    if (LATIN.test(left.text) && LATIN.test(right.text) && grown > SPACED) isSpaced = true;
    if (ALPHANUMERIC.test(left.text) && PAUSE.test(right.text) && grown > 2 * SPACED) sum.beforePause += 1;
    if (HAN.test(left.text) && ALPHANUMERIC.test(right.text)) sum.autospaces.push(way - 1);
  }
  if (isSpaced) sum.spacedWords += 1;
  const widest = Math.max(0, ...han);
  if (isRagged || widest > LOOSE) sum.badlyFilled += 1;
  if (han.length === 0) return;
  sum.gaps.push(widest);
  if (widest > LOOSE) sum.examples.push(`gap ${widest.toFixed(2)}: ${line.map(({ text }) => text).join("")}`);
}

/** @returns root of the mean square, the worst, and the share above a tenth of an em */
export function gapFigures(gaps) {
  const rms = Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0) / Math.max(1, gaps.length));
  const worst = gaps.reduce((most, gap) => Math.max(most, gap), 0);
  const loose = gaps.filter((gap) => gap > LOOSE).length;
  return { rms, worst, loose, share: loose / Math.max(1, gaps.length) };
}

/**
 * Paragraphs that a reader's plain text gives as they were written; a line's end stands for nothing or
 * for the space that was there.
 */
export function countCopied(paragraphs, plain, examples) {
  const places = [];
  let bare = "";
  for (let unit = 0; unit < plain.length; unit += 1) {
    if (plain.charAt(unit).trim() === "") continue;
    places.push(unit);
    bare += plain.charAt(unit);
  }
  let cursor = 0;
  let exact = 0;
  for (const { text } of paragraphs) {
    const wanted = text.replace(/\s/gu, "");
    const found = bare.indexOf(wanted, cursor);
    if (found < 0) {
      examples.push(`not copied: ${text}`);
      continue;
    }
    cursor = found + wanted.length;
    const copied = plain.slice(places[found], places[cursor - 1] + 1);
    if (isSameText(copied, text)) exact += 1;
    else examples.push(`copied: ${copied.replace(/\s*\n\s*/gu, "|")}`);
  }
  return exact;
}

function isSameText(copied, text) {
  const pattern = copied.split(/\s*[\n\f]\s*/u);
  let at = 0;
  for (const part of pattern) {
    if (text.charAt(at) === " " && !part.startsWith(" ")) at += 1;
    if (!text.startsWith(part, at)) return false;
    at += part.length;
  }
  return at === text.length;
}
