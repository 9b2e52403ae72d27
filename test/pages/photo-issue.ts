/**
 * Issues as offices send them, from a seed: items of a few paragraphs with photographs, one or several side by side, some
 * with a width, among them sub-headings, short lists, small tables and notes. They show how pages are filled round
 * pictures; random-issue.ts makes what is hard to fill whatever is done.
 */
import { makePng } from "../pdf/made-pictures.js";
import { type Dice, diceOf } from "./dice.js";
import type { RandomIssue } from "./random-issue.js";
import { personName, phrase, prose, unitName } from "./random-words.js";

/** Pixels: as cameras and telephones make them, upright, square, of a whole group, from a chat. */
const PHOTOS: Readonly<Record<string, readonly [width: number, height: number]>> = {
  "camera.png": [1200, 800],
  "phone.png": [960, 720],
  "film.png": [1280, 720],
  "upright.png": [750, 1000],
  "square.png": [800, 800],
  "group.png": [1400, 560],
  "chat.png": [540, 360],
};

let photos: Readonly<Record<string, Uint8Array>> | undefined;

export function photoIssue(seed: number): RandomIssue {
  const dice = diceOf(seed + 100_000);
  const template = dice.pick(["jianbao", "jianbao", "jianbao", "newsletter"] as const);
  const sections = dice.times(dice.roll(1, 4), (section) => ({
    name: `${"工作学术科普基层"[section]}动态`,
    items: dice.times(dice.roll(1, 4), (item) => `items/${section + 1}-${item + 1}.md`),
  }));
  const items = sections.flatMap(({ items: paths }) => paths.map((path) => [path, photoItem(dice)] as const));
  photos ??= Object.fromEntries(
    Object.entries(PHOTOS).map(([name, [width, height]]) => [
      `images/${name}`,
      makePng({ width, height, bits: 1, colorType: 0 }),
    ]),
  );
  const manifest = {
    bulletin: { name: "云湖科普简报", publisher: `${unitName(dice)}办公室` },
    template,
    year: 2026,
    number: dice.roll(1, 99),
    date: "2026-03-16",
    contact: { label: "信息报送邮箱", email: "news@example.org", domains: ["example.org"] },
    sections,
    editorial: { editor: personName(dice), reviewer: personName(dice), approver: personName(dice) },
  };
  return {
    seed,
    template,
    files: { "issue.yaml": JSON.stringify(manifest, undefined, 1), ...Object.fromEntries(items), ...photos },
  };
}

function photoItem(dice: Dice): string {
  const notes: string[] = [];
  const blocks: string[] = [];
  const paragraphs = dice.roll(1, 8);
  for (let index = 0; index < paragraphs; index += 1) {
    const kind = dice.roll(1, 20);
    if (kind === 1) blocks.push(list(dice));
    else if (kind === 2) blocks.push(table(dice));
    else if (kind === 3) {
      notes.push(prose(dice, dice.roll(15, 60)));
      blocks.push(`${prose(dice, dice.roll(40, 200))}[^${notes.length}]`);
    } else if (kind <= 6) blocks.push(`## ${phrase(dice, dice.roll(4, 14))}`, paragraph(dice));
    else blocks.push(paragraph(dice));
    if (dice.chance(0.35)) blocks.push(photo(dice));
  }
  const texts = notes.map((note, index) => `[^${index + 1}]: ${note}`);
  const title = JSON.stringify(phrase(dice, dice.roll(10, 30)));
  return `---\ntitle: ${title}\nsource: ${unitName(dice)}\n---\n\n${[...blocks, ...texts].join("\n\n")}\n`;
}

/** A picture of some is written right behind its words. */
const paragraph = (dice: Dice): string =>
  prose(dice, dice.pick([30, 60, 120, 200, 300])) + (dice.chance(0.08) ? one(dice) : "");

function photo(dice: Dice): string {
  const kind = dice.roll(1, 20);
  if (kind <= 2) return `${one(dice)}{width=${dice.pick(["40%", "60%", "80%", "90mm"])}}`;
  if (kind <= 6) {
    const row = dice.times(dice.roll(2, 4), () => one(dice)).join("\n");
    return dice.chance(0.5) ? `${row}\n*${phrase(dice, dice.roll(6, 20))}*` : row;
  }
  return one(dice);
}

function one(dice: Dice): string {
  const caption = dice.chance(0.7) ? ` "${phrase(dice, dice.roll(5, 24))}"` : "";
  return `![活动现场](../images/${dice.pick(Object.keys(PHOTOS))}${caption})`;
}

const list = (dice: Dice): string =>
  dice.times(dice.roll(2, 5), (index) => `${index + 1}. ${prose(dice, dice.roll(10, 60))}`).join("\n");

function table(dice: Dice): string {
  const row = () => `| ${phrase(dice, 6)} | ${dice.roll(1, 99)}项 | ${dice.roll(1, 999)} |`;
  return ["| 活动 | 场次 | 人数 |", "| --- | --- | --- |", ...dice.times(dice.roll(2, 6), row)].join("\n");
}
