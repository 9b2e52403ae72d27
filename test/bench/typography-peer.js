/**
 * Typst's side of the typography bench: the same paragraphs, faces, size and measure, justified, as its
 * manual says for Chinese. Usage: node typography-peer.js PARAGRAPHS.json OUTPUT.pdf FONTS-FOLDER BENCH-FOLDER
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [paragraphs, output, fonts, bench] = process.argv.slice(2);
const require = createRequire(join(resolve(bench), "package.json"));
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");

/** GB/T 9704: A4, 156 × 225 mm, 22 lines of 28 characters. */
const preamble = (
  latin,
) => `#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
#set text(font: ((name: "${latin}", covers: "latin-in-cjk"), "Noto Serif SC"), size: 15.793pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 13.157pt, spacing: 13.157pt)
`;

const texts = JSON.parse(readFileSync(paragraphs, "utf8"));
const body = texts.paragraphs.map((text) => text.replace(/[\\#$*_`<>@[\]~]/g, "\\$&")).join("\n\n");
const compiler = NodeCompiler.create({
  workspace: resolve("."),
  fontArgs: [{ fontPaths: [resolve(fonts)] }],
});
writeFileSync(output, compiler.pdf({ mainFileContent: `${preamble(texts.latin)}\n${body}\n` }));
