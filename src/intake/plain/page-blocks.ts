/**
 * The tree of a page to paragraphs and tables. What a reader sees is taken, in the order of the page; scripts,
 * styles and heads are not seen; what is hidden or of another kind is told. Addresses are never fetched.
 */
import type { Element, Nodes } from "hast";
import type { ManuscriptBlock, ManuscriptPicture, Notice, ParagraphNumber } from "../manuscript.js";
import { shownWords } from "../shown-words.js";
import { attribute, type InlineStyle, round, styleOf } from "./inline-style.js";
import { countItem, type OpenList, openList } from "./list-number.js";
import type { PageFrame } from "./page-frame.js";
import { textOf } from "./page-head.js";
import { elementsOf, readTable } from "./page-table.js";
import { type BlockFormat, type InlineFormat, paragraphWriter } from "./paragraph-writer.js";
import { hiddenText, lostElement, pictureElsewhere, picturesOfFrame } from "./plain-notices.js";

export interface PageParts {
  readonly blocks: readonly ManuscriptBlock[];
  readonly pictures: ReadonlyMap<string, ManuscriptPicture>;
  readonly notices: readonly Notice[];
}

/** @returns the picture that an address in the page means; undefined where it lies elsewhere */
export type PictureFinder = (address: string) => Pick<ManuscriptPicture, "bytes" | "name"> | undefined;

/** Pages that are the text of a mail have none. */
const NO_FRAME: Pick<PageFrame, "elements" | "shown"> = { elements: new Set(), shown: new Set() };

type Format = InlineFormat & BlockFormat & { readonly list: OpenList | undefined };

const START: Format = {
  isBold: false,
  isItalic: false,
  isStruck: false,
  position: "baseline",
  fontSize: undefined,
  face: undefined,
  keepsSpaces: false,
  link: undefined,
  alignment: "start",
  outlineLevel: undefined,
  style: undefined,
  firstLineIndent: undefined,
  startsPage: false,
  number: undefined,
  region: "body",
  list: undefined,
};

export const UNSEEN: ReadonlySet<string> = new Set([
  ...["script", "style", "head", "title", "template", "noscript", "select", "datalist", "input", "textarea"],
  ...["button", "svg", "canvas", "math", "video", "audio", "iframe", "object", "embed", "frameset"],
]);

export const BLOCKS: ReadonlySet<string> = new Set([
  ...["html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"],
  ...["blockquote", "pre", "center", "section", "article", "header", "footer", "main", "nav", "aside"],
  ...["figure", "figcaption", "address", "form", "fieldset", "legend", "details", "summary", "hr", "table"],
  ...["caption", "menu", "tr", "td", "th"],
]);

/** Size of the text around an element whose own is relative to it: that of browsers, 16 px. */
const SIZE_PT = 12;

/** @param frame what stands around the article: its words are furniture, its pictures are left out */
export function pageBlocks(root: Nodes, find: PictureFinder, frame = NO_FRAME): PageParts {
  const notices: Notice[] = [];
  const pictures = new Map<string, ManuscriptPicture>();
  const places = { next: 1 };
  let lists = 0;
  let framed = 0;

  const blocksOf = (nodes: readonly Nodes[], start: Format): readonly ManuscriptBlock[] => {
    const blocks: ManuscriptBlock[] = [];
    let block: BlockFormat = start;
    let number: ParagraphNumber | undefined = start.number;
    const takeBlock = (): BlockFormat => {
      const { alignment, outlineLevel, style, firstLineIndent, startsPage, region } = block;
      const taken = number?.text === "" ? undefined : number;
      number = undefined;
      return { alignment, outlineLevel, style, firstLineIndent, startsPage, region, number: taken };
    };
    const writer = paragraphWriter((made) => blocks.push(made), takeBlock, places);

    const walk = (node: Nodes, format: Format): void => {
      if (node.type === "text") writer.text(node.value, format);
      if (node.type === "root") for (const child of node.children) walk(child, format);
      if (node.type !== "element") return;
      const tag = node.tagName;
      if (UNSEEN.has(tag)) {
        const lost = format.region === "furniture" ? undefined : lostElement(tag, writer.nextPlace());
        if (lost !== undefined) notices.push(lost);
        return;
      }
      const style = styleOf(node);
      if (style.isHidden && !frame.shown.has(node)) {
        const words = textOf(node).replace(/\s+/g, " ").trim();
        if (words !== "") notices.push(hiddenText(shownWords(words, 40), writer.nextPlace()));
        return;
      }
      if (tag === "br") writer.lineBreak(format);
      if (tag === "img") image(node, format);
      if (style.wordList?.toLowerCase() === "ignore") {
        const text = textOf(node).replace(/[\s\u00a0]+/g, "");
        if (text !== "") {
          const isBullet = /^[^\p{L}\p{N}]+$/u.test(BULLETS[text] ?? text);
          number = { level: 0, list: "word", ...number, text: BULLETS[text] ?? text, isBullet };
        }
        return;
      }
      if (!BLOCKS.has(tag)) {
        const inside = inlineFormat(format, node, style);
        for (const child of node.children) walk(child, inside);
        return;
      }
      walkBlock(node, format, style);
    };

    const walkBlock = (node: Element, format: Format, style: InlineStyle): void => {
      writer.close();
      if (node.tagName === "hr") return;
      if (node.tagName === "table") {
        table(node, frame.elements.has(node) ? { ...format, region: "furniture" } : format);
        return;
      }
      const isFrame = frame.elements.has(node);
      const inside: Format = {
        ...blockFormat(format, node, style),
        region: isFrame ? "furniture" : format.region,
      };
      const [outerBlock, outerNumber] = [block, number];
      block = inside;
      number = outerNumber;
      if (node.tagName === "li" && inside.list !== undefined) number = countItem(inside.list, node) ?? number;
      if (style.wordList !== undefined) number = wordNumber(style.wordList);
      const list = isList(node) ? openListOf(node, format, style) : inside.list;
      for (const child of node.children) walk(child, { ...inside, list });
      writer.close();
      block = outerBlock;
      // An item's number is that of its first paragraph, however deep it stands.
      if (node.tagName === "li" || style.wordList !== undefined) number = outerNumber;
    };

    const openListOf = (node: Element, format: Format, style: InlineStyle): OpenList => {
      lists += 1;
      const level = format.list === undefined ? 0 : format.list.level + 1;
      return openList(node, { level, key: `list${lists}`, styleType: style.listType });
    };

    const table = (node: Element, format: Format): void => {
      for (const caption of elementsOf(node).filter(({ tagName }) => tagName === "caption"))
        walkBlock(caption, format, styleOf(caption));
      const made = readTable(node, (cell) =>
        blocksOf(cell.children, {
          ...blockFormat({ ...format, list: undefined }, cell, styleOf(cell)),
          number: undefined,
        }),
      );
      const [only] = made.rows[0]?.cells ?? [];
      // A table of one cell is a box or a frame of the page.
      if (made.rows.length === 1 && made.rows[0]?.cells.length === 1 && only !== undefined)
        blocks.push(...only.blocks);
      else if (format.region === "furniture")
        blocks.push(...made.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks)));
      else if (made.rows.length > 0) blocks.push(made);
    };

    const image = (node: Element, format: Format): void => {
      const address = attribute(node, "src") ?? "";
      const found = find(address);
      const width = Number.parseFloat(attribute(node, "width") ?? "");
      // A dot by which senders count readers is no loss.
      if (width <= 1 || address === "") return;
      if (format.region === "furniture") {
        framed += 1;
        return;
      }
      if (found === undefined) {
        notices.push(pictureElsewhere(shownWords(address, 120), writer.nextPlace()));
        return;
      }
      const key = `picture${pictures.size + 1}`;
      const widthMm = Number.isNaN(width) || width > 10_000 ? undefined : round((width * 25.4) / 96);
      pictures.set(key, { ...found, description: attribute(node, "alt") || undefined, widthMm });
      writer.picture(key, format);
    };

    for (const node of nodes) walk(node, start);
    writer.close();
    return blocks;
  };

  const blocks = blocksOf([root], START);
  return { blocks, pictures, notices: framed === 0 ? notices : [...notices, picturesOfFrame(framed)] };
}

const isList = ({ tagName }: Element): boolean => tagName === "ul" || tagName === "ol" || tagName === "menu";

/** Word's bullets are letters of its symbol fonts. */
const BULLETS: Readonly<Record<string, string>> = {
  "·": "●",
  o: "○",
  "§": "■",
  Ø: "➢",
  l: "●",
  n: "■",
  u: "◆",
};

/** «l0 level1 lfo1»: which list, how deep; the number itself stands in the paragraph. */
function wordNumber(list: string): ParagraphNumber | undefined {
  const match = /^(l\d+) level(\d) (lfo\d+)/.exec(list);
  if (match === null) return undefined;
  return { text: "", level: Number(match[2]) - 1, list: `${match[1]} ${match[3]}`, isBullet: false };
}

function inlineFormat(format: Format, node: Element, style: InlineStyle): Format {
  const tag = node.tagName;
  const href = tag === "a" ? attribute(node, "href")?.trim() : undefined;
  return {
    ...format,
    isBold: style.isBold ?? (format.isBold || tag === "b" || tag === "strong"),
    isItalic: style.isItalic ?? (format.isItalic || tag === "i" || tag === "em"),
    isStruck: format.isStruck || style.isStruck || tag === "s" || tag === "del" || tag === "strike",
    position:
      tag === "sup" ? "superscript" : tag === "sub" ? "subscript" : (style.position ?? format.position),
    fontSize: sizeOf(style.fontSize, format.fontSize),
    face: style.face ?? format.face,
    keepsSpaces: style.keepsSpaces ?? (format.keepsSpaces || tag === "pre"),
    link: href !== undefined && /^(https?|mailto):/i.test(href) ? href : format.link,
  };
}

function sizeOf(size: InlineStyle["fontSize"], around: number | undefined): number | undefined {
  if (size === undefined) return around;
  return "pt" in size ? size.pt : round(size.factor * (around ?? SIZE_PT));
}

function blockFormat(format: Format, node: Element, style: InlineStyle): Format {
  const tag = node.tagName;
  const inline = inlineFormat(format, node, style);
  const level = /^h([1-6])$/.exec(tag)?.[1];
  const named = attribute(node, "className") ?? "";
  const indent = style.indent;
  return {
    ...inline,
    isBold: style.isBold ?? (inline.isBold || level !== undefined || tag === "th"),
    alignment: style.alignment ?? (tag === "center" ? "center" : format.alignment),
    outlineLevel:
      level === undefined ? (/\bMsoTitle\b/.test(named) ? 0 : format.outlineLevel) : Number(level),
    style: /\bMsoCaption\b/.test(named) ? "题注" : /\bMsoTitle\b/.test(named) ? "标题" : format.style,
    firstLineIndent:
      indent === undefined
        ? format.firstLineIndent
        : "pt" in indent
          ? indent.pt
          : round(indent.factor * (inline.fontSize ?? SIZE_PT)),
    startsPage: style.startsPage,
    number: undefined,
  };
}
