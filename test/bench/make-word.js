/**
 * A long Word file as an office would send it: 300 pages of invented news, a heading and a picture now and then, a
 * table every tenth page, some 20 MB. Pictures are noise by counting, so that nothing packs them smaller.
 */
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { makeParagraph } from "./invented-news.js";

const PAGES = 300;
/** Of 22 lines of 28 characters in 三号, less what headings, ends of paragraphs, pictures and tables take. */
const CHARACTERS_A_PAGE = 400;
const PICTURES = 20;
const WIDTH = 720;
const HEIGHT = 460;

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** @returns path of the file, made anew in the folder */
export function makeWordFile(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "长篇.docx");
  const relationships = Array.from({ length: PICTURES }, (_, at) =>
    relationship(`p${at}`, `${OFFICE}/image`, `media/${at}.png`),
  );
  const parts = {
    "[Content_Types].xml": strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(rels([relationship("d", `${OFFICE}/officeDocument`, "word/document.xml")])),
    "word/document.xml": strToU8(documentXml()),
    "word/_rels/document.xml.rels": strToU8(rels(relationships)),
    ...Object.fromEntries(
      Array.from({ length: PICTURES }, (_, at) => [`word/media/${at}.png`, [noise(at), { level: 0 }]]),
    ),
  };
  writeFileSync(path, zipSync(parts));
  return { path, megabytes: statSync(path).size / 1e6, pages: PAGES };
}

const relationship = (id, type, target) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const rels = (inner) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner.join("")}</Relationships>`;

function documentXml() {
  const blocks = [
    paragraph("澜川市科协系统全年工作汇编", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>'),
  ];
  let count = 0;
  for (let page = 0; page < PAGES; page += 1) {
    blocks.push(paragraph(`${page + 1}. 第${page + 1}次科普活动`, "", "<w:b/>"));
    for (let length = 0; length < CHARACTERS_A_PAGE; ) {
      count += 1;
      const text = makeParagraph(count, 120);
      length += text.length;
      blocks.push(paragraph(`　　${text}`));
    }
    if (page % (PAGES / PICTURES) === 0) blocks.push(picture(page / (PAGES / PICTURES)));
    if (page % 10 === 5) blocks.push(table(page));
  }
  return `${HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"><w:body>${blocks.join("")}</w:body></w:document>`;
}

/** Runs as Word cuts them: at each change of a revision's number. */
function paragraph(text, properties = "", run = "") {
  const pieces = text.match(/.{1,40}/gu) ?? [];
  const runs = pieces.map(
    (piece, at) =>
      `<w:r w:rsidR="00A1${(at % 7) + 1}2B3"><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋_GB2312"/>${run || '<w:sz w:val="32"/>'}</w:rPr><w:t xml:space="preserve">${piece}</w:t></w:r>`,
  );
  return `<w:p w:rsidR="00A112B3"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>${properties}</w:pPr>${runs.join("")}</w:p>`;
}

const picture = (at) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="2300000"/><wp:docPr id="${at + 1}" name="图片 ${at + 1}"/><a:graphic><a:graphicData uri="${DRAWING}/picture"><pic:pic><pic:blipFill><a:blip r:embed="p${at}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

function table(seed) {
  const rows = Array.from({ length: 8 }, (_, row) => {
    const cells = ["单位", "活动", "人数", "备注"].map(
      (name, at) => `<w:tc>${paragraph(row === 0 ? name : `${name}${seed * 8 + row * 4 + at}`)}</w:tc>`,
    );
    return `<w:tr>${cells.join("")}</w:tr>`;
  });
  return `<w:tbl>${rows.join("")}</w:tbl>`;
}

/** A PNG of pixels from a linear congruential row (Numerical Recipes), its data stored as they are. */
function noise(seed) {
  const rows = Buffer.alloc(HEIGHT * (WIDTH * 3 + 1));
  let state = seed + 1;
  for (let at = 0; at < rows.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The first byte of a row names its filter: none.
    rows[at] = at % (WIDTH * 3 + 1) === 0 ? 0 : state >>> 24;
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDTH, 0);
  size.writeUInt32BE(HEIGHT, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  const data = deflateSync(rows, { level: 0 });
  return Buffer.concat([signature, chunk("IHDR", size), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(12 + data.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 8 + data.length);
  return frame;
}
