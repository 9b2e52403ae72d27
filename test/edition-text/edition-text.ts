/** What the readers of editions give: characters without white space, notes by themselves. */
export interface EditionText {
  /** masthead, contents, sections, items, contact line and imprint in reading order */
  readonly body: string;
  /** captions in their order: a picture may float to the next page, away from its place in the text */
  readonly captions: string;
  /** texts of the notes in the order of their numbers */
  readonly notes: string;
  /** the states of tasks in their order, ☐ or ☑ each: a label in some editions, text in others */
  readonly tasks: string;
}

/** @returns the boxes of tasks in a text or in labels, whichever character the edition sets for an open one */
export const tasksIn = (text: string): string => text.replace(/[^☐□☑]/gu, "").replaceAll("□", "☐");

export const withoutSpace = (text: string): string => text.replace(/\s/gu, "");
