/** What is said of characters that were replaced, or that nobody can tell. */
import type { Notice } from "../manuscript.js";
import type { CharacterLog } from "./clean-characters.js";

const codeOf = (unit: string): string => `U+${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;

export function aboutCharacters({ replaced, unknown, flattened }: CharacterLog): readonly Notice[] {
  const notices: Notice[] = [];
  const rule = "import/symbol";
  const [first] = replaced.values();
  if (first !== undefined) {
    const signs = [...new Set([...replaced.values()].map(({ by }) => by))].join(" ");
    notices.push({
      rule,
      severity: "info",
      place: first.place,
      message: {
        zh: `符号字体里的符号已换成通用的“${signs}”，请核对。`,
        en: `Signs of a symbol font were replaced by common ones (${signs}). Please check them.`,
      },
    });
  }
  for (const [unit, place] of unknown)
    notices.push({
      rule,
      severity: "warning",
      place,
      message: {
        zh: `这里有一个符号（${codeOf(unit)}）只有原来的字体才认得，原样留着。`,
        en: `A sign here (${codeOf(unit)}) is known to its own font alone and was left as it is.`,
      },
      help: {
        zh: "请对照原稿，换成通用的字或符号。",
        en: "Look at the original and put a common character in its place.",
      },
    });
  for (const [words, { isRaised, place }] of flattened)
    notices.push({
      rule,
      severity: "info",
      place,
      message: {
        zh: `${isRaised ? "上标" : "下标"}“${words}”已改成普通文字。`,
        en: `“${words}” is no longer ${isRaised ? "raised" : "lowered"}.`,
      },
    });
  return notices;
}
