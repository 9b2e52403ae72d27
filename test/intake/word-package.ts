/**
 * Word files written by hand, as Word and WPS write them: the parts that a case gives, and around them what every
 * package has. And a manuscript as lines that a person can compare.
 */
import { strToU8, type Zippable, zipSync } from "fflate";
import type {
  Manuscript,
  ManuscriptBlock,
  ManuscriptParagraph,
  ManuscriptRun,
} from "../../src/intake/manuscript.js";

export interface PackageParts {
  /** inside of w:body */
  readonly body: string;
  /** inside of w:styles, w:numbering, w:comments, w:footnotes, w:endnotes */
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly theme?: string;
  /** more relationships of the document: elements */
  readonly relationships?: string;
  /** more entries of the zip, by name */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly isStrict?: boolean;
}

const TRANSITIONAL = {
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  pic: "http://schemas.openxmlformats.org/drawingml/2006/picture",
  m: "http://schemas.openxmlformats.org/officeDocument/2006/math",
  c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  dgm: "http://schemas.openxmlformats.org/drawingml/2006/diagram",
} as const;

const STRICT: Record<keyof typeof TRANSITIONAL, string> = {
  w: "http://purl.oclc.org/ooxml/wordprocessingml/main",
  r: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  wp: "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
  a: "http://purl.oclc.org/ooxml/drawingml/main",
  pic: "http://purl.oclc.org/ooxml/drawingml/picture",
  m: "http://purl.oclc.org/ooxml/officeDocument/math",
  c: "http://purl.oclc.org/ooxml/drawingml/chart",
  dgm: "http://purl.oclc.org/ooxml/drawingml/diagram",
};

const OTHERS = {
  mc: "http://schemas.openxmlformats.org/markup-compatibility/2006",
  v: "urn:schemas-microsoft-com:vml",
  o: "urn:schemas-microsoft-com:office:office",
  w14: "http://schemas.microsoft.com/office/word/2010/wordml",
  w15: "http://schemas.microsoft.com/office/word/2012/wordml",
  wps: "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
  wpg: "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
  wpi: "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
  wpsCustomData: "http://www.wps.cn/officeDocument/2013/wpsCustomData",
} as const;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function partXml(root: string, inner: string, isStrict = false): string {
  const spaces = { ...(isStrict ? STRICT : TRANSITIONAL), ...OTHERS };
  const declared = Object.entries(spaces).map(([prefix, address]) => `xmlns:${prefix}="${address}"`);
  return `${DECLARATION}<${root} ${declared.join(" ")}>${inner}</${root}>`;
}

const PARTS = [
  ["styles", "w:styles"],
  ["numbering", "w:numbering"],
  ["comments", "w:comments"],
  ["commentsExtended", "w15:commentsEx"],
  ["footnotes", "w:footnotes"],
  ["endnotes", "w:endnotes"],
  ["header", "w:hdr"],
] as const;

/** Entries of the zip by name, in the order in which Word writes them. */
export function packageEntries(parts: PackageParts): Record<string, string | Uint8Array> {
  const isStrict = parts.isStrict ?? false;
  const types = isStrict ? STRICT.r : TRANSITIONAL.r;
  const entries: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": relationshipsXml(
      `<Relationship Id="rId1" Type="${types}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/document.xml": partXml("w:document", `<w:body>${parts.body}</w:body>`, isStrict),
  };
  let relationships = parts.relationships ?? "";
  for (const [name, root] of PARTS) {
    const inner = parts[name];
    if (inner === undefined) continue;
    entries[`word/${name}.xml`] = partXml(root, inner, isStrict);
    relationships += `<Relationship Id="${name}" Type="${types}/${name}" Target="${name}.xml"/>`;
  }
  if (parts.theme !== undefined) {
    entries["word/theme/theme1.xml"] = partXml("a:theme", parts.theme, isStrict);
    relationships += `<Relationship Id="theme" Type="${types}/theme" Target="theme/theme1.xml"/>`;
  }
  entries["word/_rels/document.xml.rels"] = relationshipsXml(relationships);
  return { ...entries, ...parts.files };
}

export const relationshipsXml = (inner: string): string =>
  `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

export const relationship = (id: string, type: string, target: string, isOutside = false): string =>
  `<Relationship Id="${id}" Type="${TRANSITIONAL.r}/${type}" Target="${target}"${isOutside ? ' TargetMode="External"' : ""}/>`;

export const wordPackage = (parts: PackageParts): Uint8Array => zipEntries(packageEntries(parts));

export function zipEntries(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(entries)) {
    files[name] = typeof content === "string" ? strToU8(content) : content;
  }
  return zipSync(files, { mtime: new Date("2026-01-01T00:00:00Z") });
}

/** A picture of one red point. */
export const PNG = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
    "base64",
  ),
);

/** A paragraph of one run. */
export const p = (text: string, properties = "", run = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${r(text, run)}</w:p>`;

export const r = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A picture alone, 100 mm wide, by the id of its relationship. */
export const pictureParagraph = (id: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="1" name="图片 1"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="a.png"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** Paragraphs as lines: place, number and text; a table's cells behind `|`. */
export const printBlocks = (blocks: readonly ManuscriptBlock[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [printParagraph(block)];
    return block.rows.map((row) => {
      const cells = row.cells.map(({ blocks: inner, columnSpan, rowMerge }) => {
        const marks = `${columnSpan > 1 ? `<${columnSpan}` : ""}${rowMerge === "none" ? "" : rowMerge === "start" ? "v" : "^"}`;
        return `${marks}${printBlocks(inner).join(" / ")}`;
      });
      return `${row.isHeader ? "#" : ""}${block.isBorderless ? ":" : "|"} ${cells.join(" | ")}`;
    });
  });

function printParagraph({ place, number, runs, region }: ManuscriptParagraph): string {
  const where = region === "body" ? "" : region === "text-box" ? "box " : "edge ";
  return `${where}${place} ${number === undefined ? "" : `‹${number.text}›`}${runs.map(printRun).join("")}`;
}

function printRun(run: ManuscriptRun): string {
  switch (run.kind) {
    case "text": {
      const { isBold, isItalic, isStruck, position } = run;
      const mark = `${isBold ? "*" : ""}${isItalic ? "/" : ""}${isStruck ? "~" : ""}`;
      const raised = position === "superscript" ? "^" : position === "subscript" ? "_" : "";
      return `${mark}${raised}${run.text}${raised}${[...mark].reverse().join("")}`;
    }
    case "link":
      return `[${run.runs.map(printRun).join("")}](${run.url})`;
    case "break":
      return "⏎";
    case "tab":
      return "⇥";
    case "picture":
      return `{${run.picture}}`;
    case "note":
      return `{${run.note}}`;
    default:
      return run satisfies never;
  }
}

/** What a paragraph looks like, as far as it says so. */
export function printLook(paragraph: ManuscriptParagraph): string {
  const { alignment, outlineLevel, style, fontSize, face, isBold, firstLineIndent, startsPage } = paragraph;
  return [
    alignment,
    outlineLevel === undefined ? "" : `level ${outlineLevel}`,
    style === undefined ? "" : `«${style}»`,
    fontSize === undefined ? "" : `${fontSize} pt`,
    face ?? "",
    isBold ? "bold" : "",
    firstLineIndent === undefined ? "" : `indent ${firstLineIndent}`,
    startsPage ? "page" : "",
  ]
    .filter((word) => word !== "")
    .join(", ");
}

/** Rule and place of each notice: `import/comment 3`. */
export const printNotices = ({ notices }: Pick<Manuscript, "notices">): readonly string[] =>
  notices.map(({ rule, place }) => `${rule}${place === undefined ? "" : ` ${place}`}`);
