/**
 * A peer: sets an issue's folder by Typst, as plainly as Typst allows, with the faces and the type
 * area of our template. Usage: node typst-peer.js ISSUE-FOLDER OUTPUT.pdf FONTS-FOLDER BENCH-FOLDER
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [issue, output, fonts, bench] = process.argv.slice(2);
const require = createRequire(join(resolve(bench), "package.json"));
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");

/** GB/T 9704: A4, 156 × 225 mm, 22 lines of 28 characters. */
const PREAMBLE = `#set document(title: "简报")
#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
#set text(font: "Noto Serif SC", size: 15.793pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 13.2pt, spacing: 13.2pt)
#show heading: set text(font: "Noto Sans SC", weight: 500)
#outline(title: [目录], depth: 1)
`;

const folder = resolve(issue);
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [resolve(fonts)] }] });
writeFileSync(output, compiler.pdf({ mainFileContent: composeTypst(folder) }));

function composeTypst(path) {
  const items = readdirSync(join(path, "items")).sort();
  const bodies = items.map((name) => composeItem(readFileSync(join(path, "items", name), "utf8")));
  return `${PREAMBLE}\n${bodies.join("\n\n")}\n`;
}

function composeItem(text) {
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const title = /^title: *(?:\|\n)?([\s\S]*?)(?=^\w|$(?![\s\S]))/m.exec(front)?.[1] ?? "";
  const notes = new Map([...body.matchAll(/^\[\^(\w+)\]: (.*)$/gm)].map(([, key, note]) => [key, note]));
  const blocks = body.replace(/^\[\^\w+\]: .*$/gm, "").split(/\n{2,}/);
  return `= ${escapeTypst(title.replace(/\s+/g, ""))}\n\n${blocks.map((block) => composeBlock(block, notes)).join("\n\n")}`;
}

function composeBlock(block, notes) {
  const lines = block.trim().split("\n");
  if (lines[0]?.startsWith("|")) return composeTable(lines);
  const picture = /^!\[([^\]]*)\]\(([^)\s]+).*\)$/.exec(lines[0] ?? "");
  if (picture) {
    return `#figure(image("${picture[2].replace("../", "/")}", width: 80%), caption: [${escapeTypst(picture[1])}])`;
  }
  const heading = /^(#+) (.*)$/.exec(lines[0] ?? "");
  if (heading) return `== ${escapeTypst(heading[2])}`;
  return lines.map((line) => composeLine(line, notes)).join("\n");
}

function composeLine(line, notes) {
  const bullet = /^(?:[-*]|\d+\.) +/.exec(line)?.[0] ?? "";
  const text = escapeTypst(line.slice(bullet.length))
    .replace(/\\\*\\\*(.+?)\\\*\\\*/g, "*$1*")
    .replace(/\\\[\^(\w+)\\\]/g, (_, key) => `#footnote[${escapeTypst(notes.get(key) ?? "")}]`);
  return bullet === "" ? text : `${/^\d/.test(bullet) ? "+" : "-"} ${text}`;
}

function composeTable(lines) {
  const rows = lines.filter((line) => !/^\|[\s:|-]+$/.test(line)).map((line) => line.split("|").slice(1, -1));
  const cells = rows.flat().map((cell) => `[${escapeTypst(cell.trim().replaceAll("**", ""))}]`);
  return `#table(columns: ${rows[0]?.length ?? 1}, ${cells.join(", ")})`;
}

function escapeTypst(text) {
  return text.replace(/[\\#$*_`<>@[\]~]/g, "\\$&");
}
