/** Makes of an issue one of more than 120 pages, by items of invented reports, no two paragraphs the same. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ITEMS = 28;
const PARAGRAPHS = 34;

export function manyPages(folder: string): void {
  const names = Array.from({ length: ITEMS }, (_, index) => `items/report-${index + 1}.md`);
  for (const [index, name] of names.entries()) writeFileSync(join(folder, name), printReport(index + 1));
  const manifest = join(folder, "issue.yaml");
  const text = readFileSync(manifest, "utf8");
  const list = names.map((name) => `      - ${name}\n`).join("");
  const house = join(folder, "bulletin.yaml");
  writeFileSync(house, readFileSync(house, "utf8").replace(/max-items: \d+/g, `max-items: ${ITEMS + 9}`));
  writeFileSync(manifest, text.replace(/(08-rapeseed\.md\n)/, `$1${list}`));
}

const printReport = (number: number): string =>
  [
    `---\ntitle: 科普大篷车走进第${number}所乡村学校\ndate: 2026-05-08\nsection: 基层动态\nsource: 市科普中心\n---`,
    ...Array.from(
      { length: PARAGRAPHS },
      (_, index) =>
        `第${index + 1}场活动在当地中心小学举行，${number * 40 + index}名学生参加。展品分为声光电、航天航空、生命健康三类，` +
        "志愿者带领学生动手做实验，讲解其中的道理；教师在课后与志愿者座谈，商量下一学期的科学课。",
    ),
    "",
  ].join("\n\n");
