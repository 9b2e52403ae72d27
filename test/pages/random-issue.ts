/**
 * Whole issues from a seed, to fill pages in every way that authors do: notes short, of several
 * pages, several in one line, in lists, tables, quotes and at the issue's very end; pictures of all
 * shapes; tables long, wide, with cells taller than a page; contents and imprints of every length;
 * both templates of the package, and one with a cover.
 */
import { readFileSync } from "node:fs";
import { makePng } from "../pdf/made-pictures.js";
import { type Dice, diceOf } from "./dice.js";
import { randomBlocks } from "./random-blocks.js";
import { personName, phrase, prose, unitName } from "./random-words.js";

export interface RandomIssue {
  readonly seed: number;
  readonly template: TemplateName;
  /** texts and pictures by path; the manifest is issue.yaml */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

export type TemplateName = "jianbao" | "newsletter" | "cover";

/** Pixels of the pictures: wide, upright, square, a strip across, a strip down, a stamp. */
const PICTURES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  "wide.png": [960, 540],
  "upright.png": [600, 900],
  "square.png": [700, 700],
  "banner.png": [1000, 90],
  "tower.png": [120, 1000],
  "stamp.png": [90, 60],
};
export const PICTURE_NAMES = Object.keys(PICTURES);

let pictures: Readonly<Record<string, Uint8Array>> | undefined;

export function randomIssue(seed: number): RandomIssue {
  const dice = diceOf(seed);
  const template = dice.pick(["jianbao", "jianbao", "newsletter", "cover"] as const);
  // A long contents has many items of a few lines; else there are few, with everything in them.
  const isIndex = dice.chance(0.12);
  const sections = dice.times(dice.roll(1, isIndex ? 6 : 3), (section) => ({
    name: dice.chance(0.1)
      ? phrase(dice, dice.roll(30, 60))
      : `${"工作学术科普基层"[section % 4]}动态${section + 1}`,
    items: dice.times(dice.roll(1, isIndex ? 12 : 3), (item) => `items/${section + 1}-${item + 1}.md`),
  }));
  const paths = sections.flatMap(({ items }) => items);
  const items = Object.fromEntries(
    paths.map((path, index) => [
      path,
      randomItem(dice, { isShort: isIndex, isLast: index === paths.length - 1 }),
    ]),
  );
  pictures ??= Object.fromEntries(
    Object.entries(PICTURES).map(([name, [width, height]]) => [
      `images/${name}`,
      makePng({ width, height, bits: 1, colorType: 0 }),
    ]),
  );
  const manifest = { ...headOf(dice, template), sections, ...footOf(dice) };
  return {
    seed,
    template,
    files: {
      // JSON is YAML, and needs no care with quotation marks.
      "issue.yaml": JSON.stringify(manifest, undefined, 1),
      ...items,
      ...pictures,
      ...(template === "cover" ? coverTemplate() : {}),
    },
  };
}

function headOf(dice: Dice, template: TemplateName) {
  const isLong = dice.chance(0.1);
  return {
    bulletin: {
      name: isLong ? phrase(dice, dice.roll(20, 80)) : "云湖科普简报",
      publisher: isLong ? phrase(dice, dice.roll(30, 90)) : `${unitName(dice)}办公室`,
    },
    template: template === "cover" ? "./our-template" : template,
    year: 2026,
    number: dice.roll(1, 99),
    ...(dice.chance(0.5) ? { total: dice.roll(100, 9999) } : {}),
    date: "2026-03-16",
    contact: {
      label: "信息报送邮箱",
      email: dice.chance(0.15) ? `${"long.name.".repeat(5)}desk@submissions.example.org` : "news@example.org",
      domains: ["example.org", "submissions.example.org"],
      ...(dice.chance(0.3) ? { phone: "010-5555 0100" } : {}),
    },
  };
}

/** From no imprint at all to one that is taller than a page. */
function footOf(dice: Dice) {
  const size = dice.pick([0, 0, 1, 1, 2, 3, 8, 25, ...(dice.chance(0.2) ? [220] : [])]);
  const names = () => dice.times(size, () => (dice.chance(0.05) ? phrase(dice, 40) : unitName(dice)));
  return {
    ...(dice.chance(0.6)
      ? { editorial: { editor: personName(dice), reviewer: personName(dice), approver: personName(dice) } }
      : {}),
    ...(size > 0
      ? { distribution: { report: names(), send: names(), issue: names(), copies: dice.roll(20, 900) } }
      : {}),
  };
}

function randomItem(
  dice: Dice,
  { isShort, isLast }: { readonly isShort: boolean; readonly isLast: boolean },
): string {
  const length = dice.chance(0.15) ? dice.roll(40, 110) : dice.roll(8, 24);
  const notes: string[] = [];
  const callNote = (): string => {
    notes.push(randomNote(dice));
    return `[^${notes.length}]`;
  };
  const count = isShort ? 1 : dice.chance(0.15) ? dice.roll(20, 30) : dice.roll(1, 9);
  const blocks = isShort
    ? [prose(dice, dice.roll(10, 120))]
    : randomBlocks(dice, { count, depth: 0, pictures: PICTURE_NAMES, callNote });
  const end = isLast && dice.chance(0.4) ? [`${prose(dice, dice.roll(10, 90))}${callNote()}`] : [];
  const source = dice.chance(0.6) ? `source: ${unitName(dice)}\n` : "";
  const texts = notes.map((note, index) => `[^${index + 1}]: ${note}`);
  return `---\ntitle: ${JSON.stringify(phrase(dice, length))}\n${source}---\n\n${[...blocks, ...end, ...texts].join("\n\n")}\n`;
}

/** Most notes are a line; some have paragraphs and lists, a few go over pages. */
function randomNote(dice: Dice): string {
  const kind = dice.roll(1, 20);
  if (kind <= 12) return prose(dice, dice.roll(4, 60));
  if (kind <= 17) return prose(dice, dice.roll(80, 500));
  if (kind === 18)
    return `${prose(dice, 60)}\n\n    ${prose(dice, 90)}\n\n    - ${prose(dice, 30)}\n    - ${prose(dice, 50)}`;
  if (kind === 19) return prose(dice, dice.roll(900, 1800));
  return dice.times(dice.roll(4, 20), () => prose(dice, dice.roll(60, 300))).join("\n\n    ");
}

/** The default template with the contents on a page of their own. */
function coverTemplate(): Readonly<Record<string, string>> {
  const folder = new URL("../../templates/jianbao/", import.meta.url);
  const template = readFileSync(new URL("template.yaml", folder), "utf8");
  return {
    "our-template/template.yaml": template.replace("own-page: false", "own-page: true"),
    "our-template/html/style.css": readFileSync(new URL("html/style.css", folder), "utf8"),
  };
}
