/** The inline marks of a Markdown line: **, *, links, pictures, escapes. What means nothing stays as it was typed. */
import type { ManuscriptRun, Notice } from "../manuscript.js";
import { shownWords } from "../shown-words.js";
import { pictureElsewhere } from "./plain-notices.js";
import { PLAIN, runsOfLine, textRun } from "./plain-paragraph.js";

export interface InlineReading {
  readonly runs: readonly ManuscriptRun[];
  /** all of its words */
  readonly isBold: boolean;
  readonly notices: readonly Notice[];
  /** what the title of a picture says of it: its caption */
  readonly captions: readonly string[];
}

/** @returns key of the picture that an address means; undefined where it did not come along */
export type PictureShelf = (address: string, description: string) => string | undefined;

/** A mark opens where no space follows it, and no sign where a word stands in front (CommonMark, 6.2). */
const TOKEN =
  /\\([!-/:-@[-`{-~])|!\[([^\]\n]{0,200})\]\(([^()\s]{1,400})(?:\s+"([^"]{0,200})")?\)|\[([^\]\n]{1,200})\]\((https?:[^()\s]{1,400}|mailto:[^()\s]{1,400})\)|(\*\*|__)(?=\S)([^\n]{1,400}?)(?<=\S)\7|(?<![*\p{L}\p{N}])\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*(?![*\p{L}\p{N}])/gu;
const SIGN = /^[\p{P}\p{S}]/u;
const WORD_END = /[\p{L}\p{N}]$/u;

export function markdownRuns(line: string, place: number, shelf: PictureShelf): InlineReading {
  const captions: string[] = [];
  const notices: Notice[] = [];
  const runs: ManuscriptRun[] = [];
  let from = 0;
  let plainText = "";
  const flush = () => {
    runs.push(...runsOfLine(plainText));
    plainText = "";
  };
  for (const match of line.matchAll(TOKEN)) {
    const [whole, escaped, description, picture, caption, words, url, mark, bold, italic] = match;
    const before = line.slice(from, match.index);
    if (
      mark !== undefined &&
      SIGN.test(bold ?? "") &&
      WORD_END.test(line.slice(0, match.index)) &&
      !isQuote(bold)
    )
      continue;
    plainText += before;
    from = match.index + whole.length;
    if (escaped !== undefined) plainText += escaped;
    else if (picture !== undefined) {
      const key = shelf(picture, description ?? "");
      if (key === undefined) notices.push(pictureElsewhere(shownWords(picture, 120), place));
      else {
        flush();
        runs.push({ kind: "picture", picture: key });
        if (caption !== undefined && caption !== "") captions.push(caption);
      }
    } else {
      flush();
      if (url !== undefined) runs.push({ kind: "link", url, runs: runsOfLine(words ?? "") });
      else if (bold !== undefined) runs.push(textRun(bold, { ...PLAIN, isBold: true }));
      else if (italic !== undefined) runs.push(textRun(italic, { ...PLAIN, isItalic: true }));
    }
  }
  plainText += line.slice(from);
  flush();
  const isBold =
    runs.length > 0 && runs.every((run) => run.kind === "text" && (run.isBold || run.text.trim() === ""));
  return { runs, isBold, notices, captions };
}

/** **“重点”**: marks of quotation are part of the words. */
const isQuote = (words: string | undefined): boolean => /^[“‘《「『（]/u.test(words ?? "");
