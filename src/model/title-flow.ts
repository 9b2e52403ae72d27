/**
 * How a title of several lines is set by a program that fills lines one after the other (Word, WPS, LibreOffice): a
 * measure so narrow that each line is full where it is to end. Lengths in em of the title's type.
 */
export interface TitleFlow {
  /** measure in the middle of the column */
  readonly measureEm: number;
  /** by so much the first line begins later than the others */
  readonly firstLineEm: number;
}
