/** Blocks of an invented item: Markdown of every kind that authors write, nested where they nest. */
import type { Dice } from "./dice.js";
import { type CallNote, longWord, phrase, prose, richProse } from "./random-words.js";

export interface BlockOptions {
  readonly count: number;
  /** how deep in lists and quotes */
  readonly depth: number;
  /** files in images/ */
  readonly pictures: readonly string[];
  readonly callNote: CallNote;
}

const DEEPEST = 4;
const NUMERALS = "一二三四五六七八九";

export function randomBlocks(dice: Dice, options: BlockOptions): readonly string[] {
  return dice.times(options.count, (index) => randomBlock(dice, index, options));
}

function randomBlock(dice: Dice, index: number, options: BlockOptions): string {
  const { depth, callNote } = options;
  const kind = dice.roll(1, depth === 0 ? 25 : 17);
  if (kind <= 8) return richProse(dice, dice.pick([5, 20, 60, 150, 400]), callNote);
  if (kind <= 10) return prose(dice, dice.roll(3, 20)).slice(0, dice.roll(6, 25));
  if (kind <= 12) return depth < DEEPEST ? randomList(dice, options) : prose(dice, 30);
  if (kind === 13) return depth < DEEPEST ? randomQuote(dice, options) : prose(dice, 30);
  if (kind <= 15) return randomFigure(dice, options);
  if (kind === 16) return randomTable(dice, options);
  if (kind === 17) return randomCode(dice);
  if (kind === 18) return `${"#".repeat(dice.roll(2, 4))} ${phrase(dice, dice.roll(5, 50))}`;
  if (kind === 19) return `## ${phrase(dice, 10)}${callNote()}`;
  if (kind <= 21) return `${NUMERALS[index % 9]}、${phrase(dice, dice.roll(4, 16))}`;
  if (kind === 22) return "---";
  if (kind === 23) return `${prose(dice, 30)}\\\n${prose(dice, 12)}\\\n${prose(dice, 40)}`;
  if (kind === 24) return `${prose(dice, 10)}${callNote()}${callNote()}，${prose(dice, 10)}${callNote()}`;
  return randomFigure(dice, options);
}

function randomList(dice: Dice, options: BlockOptions): string {
  const isTask = dice.chance(0.2);
  const start = dice.chance(0.1) ? dice.roll(90, 120) : 1;
  const isOrdered = dice.chance(0.5);
  const items = dice.times(dice.roll(1, 6), (index) => {
    const box = isTask ? (dice.chance(0.5) ? "[x] " : "[ ] ") : "";
    const marker = isOrdered ? `${start + index}. ` : "- ";
    const text = box + richProse(dice, dice.pick([4, 20, 60, 200]), options.callNote);
    const inner = dice.chance(0.35)
      ? randomBlocks(dice, { ...options, count: dice.roll(1, 2), depth: options.depth + 1 })
      : [];
    return marker + indented([text, ...inner].join("\n\n"), " ".repeat(marker.length));
  });
  return items.join(dice.chance(0.5) ? "\n" : "\n\n");
}

function randomQuote(dice: Dice, options: BlockOptions): string {
  const inner = randomBlocks(dice, { ...options, count: dice.roll(1, 3), depth: options.depth + 1 });
  return `> ${indented(inner.join("\n\n"), "> ")}`;
}

const indented = (text: string, by: string): string => text.replaceAll("\n", `\n${by}`);

function randomFigure(dice: Dice, options: BlockOptions): string {
  const { pictures } = options;
  const length = dice.pick([0, 8, 24, 90, ...(dice.chance(0.1) ? [600] : [])]);
  const caption = length > 0 ? ` "${prose(dice, length).replace(/[“”]/gu, "")}"` : "";
  const picture = `![活动现场](../images/${dice.pick(pictures)}${caption})`;
  const kind = dice.roll(1, 10);
  if (kind <= 3) return randomRow(dice, options);
  if (kind === 4) return `${picture}{width=${dice.pick(["30%", "60%", "100%", "45mm", "120mm"])}}`;
  return dice.chance(0.2) ? `${prose(dice, 60)}${picture}` : picture;
}

/** Two to four pictures side by side, some with widths, captions, a caption of the row with a note. */
function randomRow(dice: Dice, { pictures, callNote }: BlockOptions): string {
  const hasWidths = dice.chance(0.2);
  const row = dice.times(dice.roll(2, 4), () => {
    const caption = dice.chance(0.4) ? ` "${prose(dice, dice.pick([4, 12, 40])).replace(/[“”]/gu, "")}"` : "";
    const width = hasWidths && dice.chance(0.7) ? `{width=${dice.pick(["20%", "50%", "40mm"])}}` : "";
    return `![活动现场](../images/${dice.pick(pictures)}${caption})${width}`;
  });
  const caption = dice.chance(0.4)
    ? `\n*${phrase(dice, dice.pick([6, 24, 80]))}${dice.chance(0.1) ? callNote() : ""}*`
    : "";
  return row.join(dice.chance(0.5) ? "\n" : " ") + caption;
}

function randomTable(dice: Dice, { callNote }: BlockOptions): string {
  const columns = dice.chance(0.2) ? dice.roll(9, 16) : dice.roll(1, 6);
  const rows = dice.pick([1, 3, 6, 12, 40]);
  const tall = dice.chance(0.12) ? dice.roll(0, rows - 1) : -1;
  const cell = (row: number, column: number): string => {
    if (row === tall && column === 0) return prose(dice, dice.pick([300, 900]));
    const kind = dice.roll(1, 14);
    if (kind === 1) return "";
    if (kind === 2) return prose(dice, 30);
    if (kind === 3) return `${dice.roll(1, 99)}项${dice.chance(0.5) ? callNote() : ""}`;
    if (kind === 4 && columns < 5) return longWord(dice);
    if (kind <= 8) return String(dice.roll(1, 99999));
    return phrase(dice, dice.roll(2, 8));
  };
  const line = (row: number): string =>
    `| ${dice.times(columns, (column) => cell(row, column)).join(" | ")} |`;
  const head = dice.chance(0.1)
    ? `| ${dice.times(columns, () => phrase(dice, dice.roll(2, 40)) + callNote()).join(" | ")} |`
    : `| ${dice.times(columns, (column) => `列${column + 1}`).join(" | ")} |`;
  const marks = dice.times(columns, () => dice.pick(["---", ":--", ":-:", "--:"])).join(" | ");
  return [head, `| ${marks} |`, ...dice.times(rows, line)].join("\n");
}

function randomCode(dice: Dice): string {
  const lines = dice.times(dice.pick([1, 4, 12, 60]), (index) =>
    dice.chance(0.15)
      ? ""
      : `${"  ".repeat(index % 3)}步骤_${index} = run("${dice.chance(0.2) ? longWord(dice) : "ok"}")`,
  );
  return `\`\`\`\n${lines.join("\n")}\n\`\`\``;
}
