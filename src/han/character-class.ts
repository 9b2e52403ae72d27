/**
 * Classes of characters in Chinese composition, after W3C 中文排版需求 (clreq, Appendix A) and the
 * marks of GB/T 15834-2011. What a class means for spaces and line ends is decided in layout/; the
 * rules use the same classes, so that what is checked is what is set.
 */
export type CharacterClass =
  /** ideographs and whatever is set like them, one em wide */
  | "han"
  /** opening brackets, quotes and book-title marks: （《“ */
  | "opening"
  /** closing brackets, quotes and book-title marks: ）》” */
  | "closing"
  /** ， 、 ； */
  | "pause"
  /** ： */
  | "colon"
  /** 。 ？ ！ */
  | "stop"
  /** · between the parts of a name */
  | "middle-dot"
  /** — */
  | "dash"
  /** … */
  | "ellipsis"
  /** ～ – - between Han or digits */
  | "connector"
  /** / ／ */
  | "solidus"
  | "digit"
  /** letters of alphabetic scripts and what stands among them */
  | "latin"
  /** ( [ { and “ inside Latin text */
  | "latin-opening"
  /** ) ] } , . ; : ! ? and ” inside Latin text */
  | "latin-closing"
  /** % ‰ ℃ ° behind a number */
  | "postfix"
  /** ￥ $ № # before a number */
  | "prefix"
  | "space";

const MARKS: readonly (readonly [CharacterClass, string])[] = [
  ["opening", "（〔［｛〈《「『【〖〝“‘｟"],
  ["closing", "）〕］｝〉》」』】〗〞”’｠"],
  ["pause", "，、；"],
  ["colon", "："],
  ["stop", "。．？！‼⁇⁈⁉"],
  ["middle-dot", "·‧・•"],
  ["dash", "—―⸺⸻"],
  ["ellipsis", "…⋯"],
  ["connector", "～–-〜"],
  ["solidus", "/／"],
  ["postfix", "%‰℃℉°′″％"],
  ["prefix", "$￥¥£€№#＃＄￡"],
  ["latin-opening", "([{«"],
  ["latin-closing", ")]},.;:!?»"],
  ["space", " \u00a0\u2002\u2003\u2009\u3000\t"],
];

const CLASS_OF_MARK: ReadonlyMap<number, CharacterClass> = new Map(
  MARKS.flatMap(([name, marks]) => [...marks].map((mark) => [mark.codePointAt(0) ?? 0, name] as const)),
);

/** Marks that Chinese and Latin text share; Latin text around them turns them Latin. */
export function isSharedMark(codePoint: number): boolean {
  return (
    (codePoint >= 0x2018 && codePoint <= 0x2019) ||
    (codePoint >= 0x201c && codePoint <= 0x201d) ||
    codePoint === 0x2014 ||
    codePoint === 0x2026 ||
    codePoint === 0xb7
  );
}

export function classOf(codePoint: number): CharacterClass {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return "han";
  if (codePoint >= 0x30 && codePoint <= 0x39) return "digit";
  if ((codePoint >= 0x61 && codePoint <= 0x7a) || (codePoint >= 0x41 && codePoint <= 0x5a)) return "latin";
  return CLASS_OF_MARK.get(codePoint) ?? (isFullWidth(codePoint) ? "han" : "latin");
}

/**
 * Characters set in a square of one em: East Asian Width F and W (Unicode, UAX 11), and the
 * ambiguous ones that Chinese fonts draw as full-width signs (①, ※, →, □).
 */
export function isFullWidth(codePoint: number): boolean {
  return (
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
    (codePoint >= 0xff01 && codePoint <= 0xff60) ||
    (codePoint >= 0xffe0 && codePoint <= 0xffe6) ||
    (codePoint >= 0x1f300 && codePoint <= 0x1faff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff) ||
    (codePoint >= 0x2190 && codePoint <= 0x21ff) ||
    (codePoint >= 0x2460 && codePoint <= 0x24ff) ||
    (codePoint >= 0x25a0 && codePoint <= 0x27bf) ||
    (codePoint >= 0x2160 && codePoint <= 0x217f) ||
    codePoint === 0x203b
  );
}

/** Combining marks, joiners and variation selectors: they belong to the character before them. */
export function isCombining(codePoint: number): boolean {
  return (
    (codePoint >= 0x300 && codePoint <= 0x36f) ||
    (codePoint >= 0x1ab0 && codePoint <= 0x1aff) ||
    (codePoint >= 0x20d0 && codePoint <= 0x20ff) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xfe20 && codePoint <= 0xfe2f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef) ||
    codePoint === 0x200d ||
    codePoint === 0x200c
  );
}

/**
 * Characters that show nothing and take no room: controls of direction, zero-width marks, soft
 * hyphens. They stay in the text that is copied.
 */
export function isInvisible(codePoint: number): boolean {
  return (
    codePoint === 0xad ||
    codePoint === 0x61c ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x2069) ||
    codePoint === 0xfeff
  );
}

/**
 * Whatever is not drawn: the invisible ones, and variation selectors, fillers and deprecated controls,
 * which belong to what stands before them (Unicode, Default_Ignorable_Code_Point).
 */
export function isUnseen(codePoint: number): boolean {
  // Nearly all text is below or between these.
  if (codePoint < 0xad || (codePoint > 0x3164 && codePoint < 0xfe00)) return false;
  return (
    isInvisible(codePoint) ||
    codePoint === 0x34f ||
    codePoint === 0x115f ||
    codePoint === 0x1160 ||
    codePoint === 0x17b4 ||
    codePoint === 0x17b5 ||
    (codePoint >= 0x180b && codePoint <= 0x180f) ||
    (codePoint >= 0x206a && codePoint <= 0x206f) ||
    codePoint === 0x3164 ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xffa0 ||
    (codePoint >= 0xfff0 && codePoint <= 0xfff8) ||
    (codePoint >= 0x1bca0 && codePoint <= 0x1bca3) ||
    (codePoint >= 0x1d173 && codePoint <= 0x1d17a) ||
    (codePoint >= 0xe0000 && codePoint <= 0xe0fff)
  );
}

/** 避头: marks that may not start a line (GB/T 15834-2011, 5.1; clreq, 行首行尾禁则). */
export function isForbiddenAtLineStart(name: CharacterClass): boolean {
  switch (name) {
    case "closing":
    case "pause":
    case "colon":
    case "stop":
    case "middle-dot":
    case "connector":
    case "solidus":
    case "postfix":
    case "latin-closing":
      return true;
    default:
      return false;
  }
}

/** 避尾: marks that may not end a line. */
export function isForbiddenAtLineEnd(name: CharacterClass): boolean {
  return name === "opening" || name === "latin-opening" || name === "prefix";
}

/** Hangul, whose words have spaces between them. */
export function isHangul(codePoint: number): boolean {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x11ff) ||
    (codePoint >= 0x3130 && codePoint <= 0x318f) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7af)
  );
}

/** Letters and digits, between which and Han a quarter of an em is left. */
export function isAlphanumeric(name: CharacterClass): boolean {
  return name === "latin" || name === "digit";
}
