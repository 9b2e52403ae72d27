/** A page, saved or pasted, or the HTML part of a mail, to a manuscript (page-blocks.ts). */
import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { tooDeep, tooLong } from "../carrier-notices.js";
import { MAX_PAGE_CHARACTERS } from "../intake-limits.js";
import type { Manuscript, Notice } from "../manuscript.js";
import { type NamedPictures, pictureBeside, type SubmissionSource } from "../submission-source.js";
import { decodePage } from "./decode-page.js";
import { BLOCKS, type PageParts, type PictureFinder, pageBlocks, UNSEEN } from "./page-blocks.js";
import { findPageFrame } from "./page-frame.js";
import { guardPage } from "./page-guard.js";
import { readPageHead } from "./page-head.js";
import { encodingNotices } from "./plain-notices.js";

export function readPage(
  bytes: Uint8Array,
  { path, name, beside }: SubmissionSource,
): { readonly manuscript: Manuscript | undefined; readonly notices: readonly Notice[] } {
  const decoded = decodePage(bytes);
  if (decoded === undefined) return { manuscript: undefined, notices: [] };
  const page = openPage(decoded.text, name);
  if ("fault" in page) return { manuscript: undefined, notices: [page.fault] };
  const { title, unit, day, ...head } = readPageHead(page.tree);
  const frame = findPageFrame(page.tree, { title, unit, day, ...head }, READING);
  const { blocks, pictures, notices } = pageBlocks(page.tree, page.find(beside), frame);
  return {
    manuscript: {
      carrier: "html",
      path,
      name,
      blocks,
      notes: new Map(),
      pictures,
      notices: [...encodingNotices(decoded), ...notices],
      page: { title: frame.title ?? title, isTitleSeen: frame.title !== undefined, unit, day },
    },
    notices: [],
  };
}

const READING = { isBlock: (tag: string) => BLOCKS.has(tag), isUnseen: (tag: string) => UNSEEN.has(tag) };

/**
 * The HTML part of a mail: all of it is text.
 * @param name of the file, for what is said of it as a whole
 */
export function readPageText(
  text: string,
  name: string,
  beside?: NamedPictures,
): PageParts | { readonly fault: Notice } {
  const page = openPage(text, name);
  return "fault" in page ? page : pageBlocks(page.tree, page.find(beside));
}

interface OpenPage {
  readonly tree: Root;
  readonly find: (beside: NamedPictures | undefined) => PictureFinder;
}

function openPage(text: string, name: string): OpenPage | { readonly fault: Notice } {
  const page = guardPage(withoutFrame(text));
  if (page === undefined) return { fault: tooDeep(name) };
  if (page.html.length > MAX_PAGE_CHARACTERS) return { fault: tooLong(name, MAX_PAGE_CHARACTERS >> 20) };
  const tree = unified().use(rehypeParse).parse(page.html);
  const find = (beside: NamedPictures | undefined) => (address: string) => {
    const inside = /^data:,(\d+)$/.exec(address)?.[1];
    if (inside !== undefined) return pasted(page.pictures[Number(inside)]);
    return pictureBeside(beside, address);
  };
  return { tree, find };
}

const pasted = (data: string | undefined) =>
  data === undefined
    ? undefined
    : {
        bytes: fromBase64(
          data.includes("%")
            ? data
                .replace(/%2B/gi, "+")
                .replace(/%2F/gi, "/")
                .replace(/%3D/gi, "=")
                .replace(/%0[AD]/gi, "")
            : data,
        ),
        name: undefined,
      };

const fromBase64 = (data: string): Uint8Array => Uint8Array.from(Buffer.from(data, "base64"));

/** Windows puts lines in front of a page on its clipboard, and marks what of it was copied. */
function withoutFrame(text: string): string {
  if (!/^\ufeff?Version:\d/.test(text)) return text;
  const start = FRAGMENT_START.exec(text);
  if (start === null) return text.slice(Math.max(0, text.indexOf("<")));
  const rest = text.slice(start.index + start[0].length);
  const end = rest.search(FRAGMENT_END);
  return end < 0 ? rest : rest.slice(0, end);
}

const FRAGMENT_START = /<!--[ \t]{0,4}StartFragment[ \t]{0,4}-->/;
const FRAGMENT_END = /<!--[ \t]{0,4}EndFragment[ \t]{0,4}-->/;
