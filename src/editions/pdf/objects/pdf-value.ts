/**
 * What can stand in a PDF object, and how names and text are told apart. How it is printed is
 * pdfkit's (write-objects.ts).
 * @see ISO 32000-1, 7.3 (objects), 7.9.2 (strings), 7.9.6 (name trees)
 */

/** A reference to an indirect object; it prints as `12 0 R`. */
export interface PdfReference {
  readonly id: number;
}

/**
 * Values as pdfkit prints them: a string is a name, text goes through `pdfText`, bytes become a
 * hexadecimal string, undefined entries of a dictionary are left out.
 */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Date
  | Uint8Array
  | PdfText
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

export interface PdfDictionary {
  readonly [key: string]: PdfValue;
}

/** A text string: plain where ASCII is enough, otherwise UTF-16BE with a mark. */
export interface PdfText {
  valueOf(): string;
}

export function pdfText(value: string): PdfText {
  // pdfkit tells text from names by the String object; Object() makes one.
  return Object(value);
}

/** Order of names in a tree: by their bytes, and those in UTF-16 begin with FE FF (7.9.6). */
export function compareNames(a: string, b: string): number {
  const [aIsWide, bIsWide] = [isWide(a), isWide(b)];
  if (aIsWide !== bIsWide) return aIsWide ? 1 : -1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const isWide = (text: string): boolean => /[^\0-\x7F]/.test(text);
