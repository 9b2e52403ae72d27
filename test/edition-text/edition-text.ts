/** What the readers of editions give: characters without white space, notes by themselves. */
export interface EditionText {
  /** masthead, contents, sections, items, contact line and imprint in reading order */
  readonly body: string;
  /** texts of the notes in the order of their numbers */
  readonly notes: string;
}

export const withoutSpace = (text: string): string => text.replace(/\s/gu, "");
