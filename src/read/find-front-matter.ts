/**
 * Parts an item file into head and body: the head stands between two lines of three hyphens, from the first
 * line on. Nobody else knows its fences: YAML is given what is between them, Markdown what is behind.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { readYaml } from "./yaml-document.js";

export interface FrontMatterPlace {
  /** with its fences; empty at the start of the file where there is none. The body begins where it ends */
  readonly frontMatter: { readonly start: number; readonly end: number };
  /** what is between the fences */
  readonly yaml: { readonly start: number; readonly end: number } | undefined;
  readonly fault: Diagnostic | undefined;
}

const OPENING = /^---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /(?<=[\r\n])---[ \t]*(?=[\r\n]|$)/g;

export function findFrontMatter(text: string, path: string): FrontMatterPlace {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return { ...NONE, fault: findLateStart(text, path) };
  CLOSING.lastIndex = opening.length;
  const closing = CLOSING.exec(text);
  if (closing !== null) {
    const end = closing.index + closing[0].length;
    return {
      frontMatter: { start: 0, end },
      yaml: { start: opening.length, end: closing.index },
      fault: undefined,
    };
  }
  // Without an end, an empty line or the first line that is no `key:` is taken for one.
  const rest = text.slice(opening.length);
  const until =
    opening.length + (/^(?:[ \t]+[^\r\n]+[\r\n]+|[A-Za-z-]+:[^\r\n]*[\r\n]+)*/.exec(rest)?.[0].length ?? 0);
  return {
    frontMatter: { start: 0, end: until },
    yaml: { start: opening.length, end: until },
    fault: {
      rule: "item/front-matter",
      severity: "error",
      span: { path, start: 0, end: 3 },
      message: { zh: "文件开头的“---”没有收尾。", en: "The “---” at the start of the file is never closed." },
      help: {
        zh: "请在标题等各行之后单独写一行“---”。",
        en: "Add a line “---” after the title and the other lines of the front matter.",
      },
    },
  };
}

/** @returns a text of the same length and lines, so that offsets stay those of the file: to Markdown a head is empty lines */
export const withoutHead = (text: string, { frontMatter: { end } }: FrontMatterPlace): string =>
  text.slice(0, end).replace(/[^\r\n]/g, " ") + text.slice(end);

const NONE = { frontMatter: { start: 0, end: 0 }, yaml: undefined } as const;

/** Front matter that begins with an empty line or an indented fence is text to every reader. */
function findLateStart(text: string, path: string): Diagnostic | undefined {
  const match = /^\s+(---)[ \t]*[\r\n]+[ \t]*[A-Za-z]+[ \t]*[:：]/.exec(text);
  if (match === null) return undefined;
  const start = match[0].indexOf("---");
  return {
    rule: "item/front-matter",
    severity: "error",
    span: { path, start, end: start + 3 },
    message: {
      zh: "“---”前面有空行或空格，标题等没有读到。",
      en: "There are blank lines or spaces before “---”, so the title and the other front matter are not read.",
    },
    help: { zh: "请删去“---”前面的空行和空格。", en: "Delete the blank lines and spaces before it." },
    ...(isWholeHead(text.slice(start), path) && {
      fix: [{ span: { path, start: 0, end: start }, text: "" }],
    }),
  };
}

/** A head that can be read, and of which nothing is lost: what stands behind ` #` is a comment to YAML. */
function isWholeHead(text: string, path: string): boolean {
  const { yaml } = findFrontMatter(text, path);
  if (yaml === undefined || /(?:^|\s)#/.test(text.slice(yaml.start, yaml.end))) return false;
  return readYaml({ path, text, ...yaml, rule: "item/front-matter" }).diagnostics.length === 0;
}
