/**
 * Keeps a spreadsheet from running a text as a formula. An apostrophe in front is what spreadsheets themselves write for
 * “this is text”. Source: OWASP, CSV injection.
 */

/**
 * What is taken for a formula, by its first character; the full-width signs are taken alike in some languages, and blanks in
 * front are passed over.
 */
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

export const isFormula = (text: string): boolean => FORMULA.test(text);

/** @returns a text that no spreadsheet runs */
export const inert = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** @returns the text as it was before `inert` */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
