/** Spaces of code that a browser would join or drop at a line's ends, where no element keeps them. */
const NO_BREAK_SPACE = "\u00A0";

export const shownSpaces = (line: string): string =>
  line === ""
    ? NO_BREAK_SPACE
    : line
        .replaceAll("\t", "    ")
        .replace(/^ +| +$| {2,}/g, (spaces) => NO_BREAK_SPACE.repeat(spaces.length));
