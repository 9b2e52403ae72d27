/** A page, saved or pasted, or the HTML part of a mail, to a manuscript (page-blocks.ts). */
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { tooDeep, tooLong } from "../carrier-notices.js";
import { MAX_PAGE_CHARACTERS } from "../intake-limits.js";
import type { Manuscript, ManuscriptPicture, Notice } from "../manuscript.js";
import type { SubmissionSource } from "../submission-source.js";
import { decodePage } from "./decode-page.js";
import { type PageParts, pageBlocks } from "./page-blocks.js";
import { guardPage } from "./page-guard.js";
import { encodingNotices } from "./plain-notices.js";

export function readPage(
  bytes: Uint8Array,
  { path, name }: SubmissionSource,
): { readonly manuscript: Manuscript | undefined; readonly notices: readonly Notice[] } {
  const decoded = decodePage(bytes);
  if (decoded === undefined) return { manuscript: undefined, notices: [] };
  const parts = readPageText(decoded.text, name);
  if ("fault" in parts) return { manuscript: undefined, notices: [parts.fault] };
  const { blocks, pictures } = parts;
  const notices = [...encodingNotices(decoded), ...parts.notices];
  return {
    manuscript: { carrier: "html", path, name, blocks, notes: new Map(), pictures, notices },
    notices: [],
  };
}

/** Pictures that came beside a page, by the names by which it calls them: `cid:…` of a mail. */
export type NamedPictures = ReadonlyMap<string, Pick<ManuscriptPicture, "bytes" | "name">>;

/** @param name of the file, for what is said of it as a whole */
export function readPageText(
  text: string,
  name: string,
  beside: NamedPictures = new Map(),
): PageParts | { readonly fault: Notice } {
  const page = guardPage(withoutFrame(text));
  if (page === undefined) return { fault: tooDeep(name) };
  if (page.html.length > MAX_PAGE_CHARACTERS) return { fault: tooLong(name, MAX_PAGE_CHARACTERS >> 20) };
  const tree = unified().use(rehypeParse).parse(page.html);
  return pageBlocks(tree, (address) => {
    const inside = /^data:,(\d+)$/.exec(address)?.[1];
    if (inside !== undefined) return pasted(page.pictures[Number(inside)]);
    return beside.get(address);
  });
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
