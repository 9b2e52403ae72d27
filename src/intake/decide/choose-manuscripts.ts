/**
 * Which of the texts of a submission are items: attached documents with running text; the text of the mail itself
 * where nothing is attached, or where it holds a text of its own.
 */
import type { Manuscript, Notice, Submission } from "../manuscript.js";
import { isCoverLetter } from "./cover-letter.js";
import { documentPassedOver, letterLeftOut } from "./decision-notices.js";
import { frontKind } from "./front-lines.js";
import { layOutSheet, lengthOf, type Sheet, type SheetPart, wordsOf } from "./sheet.js";

export interface LaidOut {
  readonly manuscript: Manuscript;
  readonly sheet: Sheet;
}

/** Characters of a text that may be an item beside an attached one. */
const LEAST_OWN_TEXT = 120;
const SENTENCE = 15;

export function chooseManuscripts({ path, manuscripts }: Submission): {
  readonly chosen: readonly LaidOut[];
  readonly notices: readonly Notice[];
} {
  const all = manuscripts
    .map((manuscript) => ({ manuscript, sheet: layOutSheet(manuscript) }))
    .filter(({ sheet }) => sheet.parts.length > 0);
  const laidOut = all.filter(
    ({ manuscript, sheet }) => manuscript.carrier !== "mail" || !isCoverLetter(sheet.parts),
  );
  const notices: Notice[] =
    laidOut.length === 0 ? [] : all.filter((one) => !laidOut.includes(one)).flatMap(aboutLetter);
  if (laidOut.length < 2) return { chosen: laidOut, notices };
  const files = laidOut.filter(({ manuscript }) => manuscript.carrier !== "mail");
  // A mail that brings nothing but another mail is the letter around it.
  const documents = files.length > 0 ? files : laidOut.filter(({ manuscript }) => manuscript.path !== path);
  const running = documents.filter(({ sheet }) => textOf(sheet.parts, sheet) !== "");
  const attached = running.map(({ sheet }) => bareText(sheet.parts)).join("\n");
  const chosen = laidOut.filter((one) => {
    const { manuscript, sheet } = one;
    if (manuscript.carrier === "mail" && running.length > 0 && !documents.includes(one)) {
      const own = textOf(sheet.parts, sheet);
      const isItem =
        lengthOf(own) >= LEAST_OWN_TEXT && !attached.includes(bare(own).slice(0, LEAST_OWN_TEXT / 2));
      if (!isItem) notices.push(...aboutLetter(one));
      return isItem;
    }
    const isItem = running.length === 0 || running.includes(one);
    if (!isItem) notices.push(documentPassedOver(manuscript.name));
    return isItem;
  });
  return { chosen, notices };
}

/** Its sentences, those of a letter left out. */
function textOf(parts: readonly SheetPart[], { layOut }: Sheet): string {
  return parts
    .flatMap((part) =>
      part.kind === "line"
        ? [wordsOf(part)]
        : part.table.rows.flatMap(({ cells }) =>
            cells.flatMap(({ blocks }) =>
              layOut(blocks).flatMap((inner) => (inner.kind === "line" ? [wordsOf(inner)] : [])),
            ),
          ),
    )
    .filter(
      (text) => lengthOf(text) >= SENTENCE && /[。！？；，]/.test(text) && frontKind(text) === undefined,
    )
    .join("");
}

/** What the mail itself says, in one line */
const letterOf = (parts: readonly SheetPart[]): string =>
  parts.flatMap((part) => (part.kind === "line" ? [wordsOf(part)] : [])).join(" ");

const aboutLetter = ({ manuscript, sheet }: LaidOut): readonly Notice[] =>
  letterLeftOut(letterOf(sheet.parts), manuscript.pictures.size);

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
const bareText = (parts: readonly SheetPart[]): string =>
  bare(parts.flatMap((part) => (part.kind === "line" ? [wordsOf(part)] : [])).join(""));
