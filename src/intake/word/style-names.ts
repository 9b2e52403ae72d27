/**
 * Names of Word's own styles: files carry the English ones whatever the language of Word, which shows them
 * translated; other programs write the translated ones into the file.
 */

const SHOWN: Readonly<Record<string, string>> = {
  title: "标题",
  subtitle: "副标题",
  caption: "题注",
};

/** @returns `标题 1` for `heading 1`; others as they are written */
export function shownStyleName(name: string): string {
  const heading = /^heading ([1-9])$/i.exec(name.trim());
  return heading === null ? (SHOWN[name.trim().toLowerCase()] ?? name) : `标题 ${heading[1]}`;
}

/**
 * Level that the name alone gives.
 * @returns 0 for the title, 1 to 9 for headings; undefined for others
 */
export function styleLevel(shownName: string): number | undefined {
  if (shownName === "标题") return 0;
  const heading = /^标题 ?([1-9])$/.exec(shownName);
  return heading === null ? undefined : Number(heading[1]);
}

/** @returns 1 to 9 for headings, by their name */
export function styleOutline(name: string): number | undefined {
  const level = styleLevel(shownStyleName(name));
  return level === 0 ? undefined : level;
}
