/** What editors write in front of a note of theirs: 编者按：, 【编者的话】, 按语：. */

const spaced = (name: string): string => [...name].join("\\s*");
const NAMES = [
  "编者按语",
  "编者按",
  "编者的话",
  "编者注",
  "编者语",
  "编辑按",
  "编辑的话",
  "编前语",
  "编前话",
  "本刊按",
];
/** Too short to be a name without a colon or brackets. */
const SHORT_NAMES = ["编按", "按语", "按"];
const LONG = NAMES.map(spaced).join("|");
const ANY = `${LONG}|${SHORT_NAMES.map(spaced).join("|")}`;
/** Alone, or parted by a blank, a name needs no colon. */
const LABEL = new RegExp(
  `^\\s*(?:[【〔［[（(〖]\\s*(?:${ANY})\\s*[】〕］\\])）〗]\\s*[：:]?|(?:${ANY})\\s*[：:]|(?:${LONG})(?=\\s|$))\\s*`,
  "u",
);

/** A label begins with a bracket or with the first character of a name; hardly a paragraph does. */
const BEGINNING = new RegExp(
  `^\\s*[【〔［[（(〖${[...NAMES, ...SHORT_NAMES].map((name) => name.charAt(0)).join("")}]`,
);

/** @returns the label in front of a text, with its marks and the blanks behind it; empty where there is none */
export const noteLabel = (text: string): string => (BEGINNING.test(text) && LABEL.exec(text)?.[0]) || "";
