/**
 * What is measured: the work-bulletin fixture once, ten and a hundred times over, the same size with
 * every paragraph different, and item files for the linters. All is made from the fixture and from
 * invented words by counting, so that two runs measure the same bytes.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeParagraph } from "./invented-news.js";

/** Bytes of UTF-8 in one item file for the linters: a long news piece. */
const LINT_ITEM_BYTES = 4096;
const SECTIONS = ["工作要闻", "学术交流", "科学普及", "基层动态"];

/** @returns the folder of an issue that holds the fixture's items `times` over */
export function makeRepeatedIssue(folder, { fixture, times, rewrite = (text) => text }) {
  return makeIssue(folder, { fixture, times, rewrite });
}

/** @returns an item without its pictures and the lines below them that are their captions */
export const withoutPictures = (text) => text.replace(/^!\[[^\n]*\n(?:!\[[^\n]*\n)*(?:\*[^\n]*\*\n)?/gm, "");

/** @returns the folder of an issue as long, no paragraph of which is like another */
export function makeVariedIssue(folder, { fixture, times }) {
  let count = 0;
  return makeIssue(folder, {
    fixture,
    times,
    rewrite: (text) =>
      text.replace(PLAIN_PARAGRAPH, (line) => {
        count += 1;
        return makeParagraph(count, line.length);
      }),
  });
}

/** @returns the folder of an issue with paragraphs four times as long: 3,000 pages in fewer items than an issue may have */
export function makeLongIssue(folder, { fixture, times }) {
  let count = 0;
  return makeIssue(folder, {
    fixture,
    times,
    rewrite: (text) =>
      text.replace(PLAIN_PARAGRAPH, (line) => {
        count += 1;
        return makeParagraph(count, line.length * 4);
      }),
  });
}

/** @returns the folder; `megabytes` of item files without a manifest, under the fixture's house rules */
export function makeLintCorpus(folder, { fixture, megabytes }) {
  renew(folder);
  cpSync(join(fixture, "bulletin.yaml"), join(folder, "bulletin.yaml"));
  mkdirSync(join(folder, "items"));
  let count = 0;
  for (let bytes = 0; bytes < megabytes * 1_000_000; ) {
    const paragraphs = [`---\ntitle: 澜川市第${count + 1}次科普活动举办\nsource: 云湖区科协\n---`];
    let size = 0;
    while (size < LINT_ITEM_BYTES) {
      count += 1;
      const paragraph = makeParagraph(count, 220);
      size += Buffer.byteLength(paragraph);
      paragraphs.push(paragraph);
    }
    const text = `${paragraphs.join("\n\n")}\n`;
    writeFileSync(join(folder, "items", `${String(count).padStart(7, "0")}.md`), text);
    bytes += Buffer.byteLength(text);
  }
  return folder;
}

/** @returns the folder of a bulletin with many issues of the fixture's size, no two paragraphs alike */
export function makeArchive(folder, { fixture, issues }) {
  renew(folder);
  const house = readFileSync(join(fixture, "bulletin.yaml"), "utf8");
  writeFileSync(join(folder, "bulletin.yaml"), house);
  let count = 0;
  for (let number = 1; number <= issues; number += 1) {
    const issue = join(folder, "issues", `issue-${String(number).padStart(3, "0")}`);
    for (const part of ["images", "items"])
      cpSync(join(fixture, part), join(issue, part), { recursive: true });
    for (const name of readdirSync(join(issue, "items"))) {
      const file = join(issue, "items", name);
      const text = readFileSync(file, "utf8").replace(PLAIN_PARAGRAPH, (line) => {
        count += 1;
        return makeParagraph(count, line.length);
      });
      writeFileSync(file, text.replace(/^(title: )(?=[^|\n])/m, `$1第${number}届`));
    }
    cpSync(join(fixture, "issue.yaml"), join(issue, "issue.yaml"));
  }
  return folder;
}

/** A paragraph of running text alone; lists, tables, pictures and notes stay as they are. */
const PLAIN_PARAGRAPH = /(?<=\n\n)[^\n#|>!\-\d[\s:][^\n[\]*`]{60,}(?=\n)/g;

function makeIssue(folder, { fixture, times, rewrite }) {
  renew(folder);
  cpSync(join(fixture, "images"), join(folder, "images"), { recursive: true });
  mkdirSync(join(folder, "items"));
  const house = readFileSync(join(fixture, "bulletin.yaml"), "utf8");
  // A hundred times the items are more than a house allows.
  writeFileSync(join(folder, "bulletin.yaml"), house.replace(/^ +m(?:ax|in)-items: .*\n/gm, ""));
  const names = readdirSync(join(fixture, "items")).sort();
  const listed = new Map(SECTIONS.map((section) => [section, []]));
  for (let round = 0; round < times; round += 1) {
    for (const [index, name] of names.entries()) {
      const own = times === 1 ? name : `${String(round).padStart(3, "0")}-${name}`;
      const text = rewrite(readFileSync(join(fixture, "items", name), "utf8"));
      // Titles are told apart: a title given twice is a finding.
      const titled = times === 1 ? text : text.replace(/^(title: )(?=[^|\n])/m, `$1第${round + 1}届`);
      writeFileSync(join(folder, "items", own), titled);
      listed.get(SECTIONS[Math.floor(index / 2)])?.push(`      - items/${own}`);
    }
  }
  const sections = [...listed].map(([name, items]) => `  - name: ${name}\n    items:\n${items.join("\n")}`);
  const manifest = readFileSync(join(fixture, "issue.yaml"), "utf8");
  const rest = manifest.replace(/^sections:\n(?: .*\n)+/m, `sections:\n${sections.join("\n")}\n`);
  writeFileSync(join(folder, "issue.yaml"), rest);
  return folder;
}

function renew(folder) {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(folder, { recursive: true });
}
