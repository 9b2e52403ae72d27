/**
 * What all edits of a manifest's text have in common: they are held to what the same change means to the YAML
 * document, which is printed anew where an edit does not give that.
 */
import { isDeepStrictEqual } from "node:util";
import { type Document, parseDocument } from "yaml";

/**
 * @param edited undefined where no edit was found
 * @param meant the document of `text` with the change made
 * @returns the edit where it means that; else the document written anew, comments and line ends kept
 */
export function heldTo(meant: Document, edited: string | undefined, text: string): string {
  if (edited !== undefined) {
    const after = parseDocument(edited);
    if (after.errors.length === 0 && isDeepStrictEqual(after.toJS(), meant.toJS())) return edited;
  }
  const printed = meant.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text.includes("\r\n") ? printed.replace(/\r?\n/g, "\r\n") : printed;
}

export const lineEndOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
