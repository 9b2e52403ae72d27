/**
 * Statistics as one page of HTML: bars by unit and by month as inline SVG, and behind each picture the table that says
 * the same to who does not see it. No script, nothing from elsewhere.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import type { Headline } from "./headline.js";
import { printCell } from "./print-statistics.js";
import type { Statistics } from "./statistics.js";
import { type Grouping, type StatisticsTable, tabulate } from "./tabulate.js";

export function printStatisticsPage(
  statistics: Statistics,
  {
    soFar,
    head,
    language,
  }: { readonly soFar: Statistics | undefined; readonly head: Headline; readonly language: Language },
): string {
  const part = (by: Grouping, heading: Message, bars: readonly Bar[]): string => {
    const table = tabulate(statistics, by, soFar);
    const caption = heading[language];
    const charts = bars.length === 0 ? "" : SHAPES.map((shape) => chart(bars, shape)).join("");
    return `<h2>${escaped(caption)}</h2>
${charts === "" ? "" : `<figure aria-hidden="true">${charts}</figure>\n`}${tableHtml(table, caption, language)}`;
  };
  const { units, others, months, received } = statistics;
  const unitBars = [...units, ...others].map(({ name, adopted, received: came }) => ({
    name,
    adopted,
    received: came,
  }));
  const monthBars = months.map(({ month, adopted, received: came }) => ({
    name: month,
    adopted,
    received: came,
  }));
  const notes = tabulate(statistics, "unit", soFar).notes.map(
    (note) => `<li>${escaped(note[language])}</li>`,
  );
  return `<!DOCTYPE html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(head.title[language])}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(head.title[language])}</h1>
<p>${escaped(head.summary[language])}</p>
${received === undefined ? "" : `<p class="key" aria-hidden="true"><span class="came"></span>${language === "zh" ? "报送" : "Received"} <span class="printed"></span>${language === "zh" ? "采用" : "Printed"}</p>\n`}${part("unit", { zh: "各单位", en: "Units" }, unitBars)}
${part("section", { zh: "各栏目", en: "Sections" }, [])}
${part("month", { zh: "各月", en: "Months" }, monthBars)}
${notes.length === 0 ? "" : `<ul class="notes">${notes.join("")}</ul>\n`}</main>
</body>
</html>
`;
}

interface Bar {
  readonly name: string;
  readonly adopted: number;
  readonly received: number | undefined;
}

/** px of the picture, which scales with the page; on a telephone a name stands above its bar, so that both can be read. */
const SHAPES = [
  { kind: "broad", width: 720, names: 220, numbers: 90, row: 26, bar: 14, namesAbove: 0 },
  { kind: "narrow", width: 340, names: 0, numbers: 80, row: 46, bar: 14, namesAbove: 22 },
] as const;
type Shape = (typeof SHAPES)[number];

/** A bar a row: what was received pale, what was printed over it; the numbers stand behind. */
function chart(bars: readonly Bar[], shape: Shape): string {
  const { width, names, numbers, row, bar, namesAbove } = shape;
  const most = Math.max(1, ...bars.map(({ adopted, received = 0 }) => Math.max(adopted, received)));
  const long = (value: number) => Math.round((value / most) * (width - names - numbers) * 100) / 100;
  const rows = bars.map(({ name, adopted, received }, index) => {
    const middle = index * row + (row + namesAbove) / 2;
    const top = middle - bar / 2;
    const end = names + long(Math.max(adopted, received ?? 0)) + 8;
    const came =
      received === undefined
        ? ""
        : `<rect class="came" x="${names}" y="${top}" width="${long(received)}" height="${bar}"/>`;
    const said = received === undefined ? String(adopted) : `${adopted} / ${received}`;
    const [x, y] = namesAbove === 0 ? [names - 10, middle] : [0, index * row + namesAbove / 2 + 2];
    return `<text class="name" x="${x}" y="${y}">${escaped(shortened(name))}</text>${came}<rect class="printed" x="${names}" y="${top}" width="${long(adopted)}" height="${bar}"/><text x="${end}" y="${middle}">${said}</text>`;
  });
  return `<svg class="${shape.kind}" viewBox="0 0 ${width} ${bars.length * row}">${rows.join("")}</svg>`;
}

/** Characters of a name that stand beside a bar; the table has it whole. Offices of one authority differ at the end. */
const MOST_CHARACTERS = 15;
const LAST_CHARACTERS = 6;

function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= MOST_CHARACTERS
    ? name
    : `${characters.slice(0, MOST_CHARACTERS - LAST_CHARACTERS - 1).join("")}…${characters.slice(-LAST_CHARACTERS).join("")}`;
}

function tableHtml({ headings, rows }: StatisticsTable, caption: string, language: Language): string {
  const head = headings.map(
    ({ words, kind }) =>
      `<th scope="col"${kind === "words" ? "" : ' class="number"'}>${escaped(words[language])}</th>`,
  );
  const words = headings.findIndex(({ kind }) => kind === "words");
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const text = escaped(printCell(cell, headings[index]));
      return index === words ? `<th scope="row">${text}</th>` : `<td class="number">${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<section class="wide" tabindex="0" aria-label="${language === "zh" ? "表格：" : "Table: "}${escaped(caption)}"><table><caption>${escaped(caption)}</caption><thead><tr>${head.join("")}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></section>`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #222; --paper: #fff; --line: #d8d8d8; --printed: #a1261d; --came: #e3c9c5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #16181b; --line: #3a3d42; --printed: #e8877d; --came: #5a3a37; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.35; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
figure { margin: 0 0 1rem; }
svg { width: 100%; height: auto; display: block; }
svg text { font-size: 13px; fill: var(--ink); dominant-baseline: central; }
.broad .name { text-anchor: end; } .narrow { display: none; }
@media screen and (max-width: 40rem) { .broad { display: none; } .narrow { display: block; } }
rect.printed { fill: var(--printed); } rect.came { fill: var(--came); }
.key span { display: inline-block; width: .9em; height: .9em; vertical-align: -.1em; margin: 0 .4em 0 1em; }
.key span:first-child { margin-left: 0; } .key .came { background: var(--came); } .key .printed { background: var(--printed); }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 2px solid var(--printed); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; font-weight: normal; }
thead th { font-weight: bold; border-bottom-width: 2px; white-space: nowrap; }
tbody th { min-width: 7em; overflow-wrap: anywhere; }
@media screen and (max-width: 40rem) {
  main { padding: 1.25rem .75rem 3rem; }
  .wide { font-size: .8125rem; line-height: 1.5; }
  th, td { padding: .35rem .2rem; } thead th, thead th.number { white-space: normal; min-width: 2em; vertical-align: bottom; }
  tbody th { min-width: 5em; }
}
.number { text-align: right; white-space: nowrap; }
.notes { padding-left: 1.2em; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --line: #999; --printed: #a1261d; --came: #e3c9c5; }
  main { max-width: none; padding: 0; } .wide { overflow: visible; } .key span { print-color-adjust: exact; }
  h2 { break-after: avoid; } tr { break-inside: avoid; }
}
`;

/** @see https://html.spec.whatwg.org/multipage/parsing.html#escapingString */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
