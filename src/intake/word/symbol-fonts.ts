/**
 * Characters of symbol fonts (Wingdings, Symbol …) by what they show. Such a font shows a pen where the code says
 * `!`: without the font the code means nothing. Only shapes with a plain character of their own are here, the
 * commonest first choice of a Chinese font (√ rather than ✓); others stay what they are, and are told.
 */

/** First code, then the characters of it and those that follow; a space: none known. */
type Range = readonly [number, string];

const SYMBOL: readonly Range[] = [
  [0x20, "　!∀#∃%&∋()∗+,−./0123456789:;<=>?"],
  [0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"],
  [0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"],
  [0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"],
  [0xbf, "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"],
  [0xf1, "〉∫"],
];

const WINGDINGS: readonly Range[] = [
  [0x21, "✏✂✁"],
  [0x28, "☎✆"],
  [0x36, "⌛"],
  [0x3f, "✍"],
  [0x41, "✌"],
  [0x45, "☜☞☝☟"],
  [0x4a, "☺ ☹"],
  [0x51, "✈☼"],
  [0x54, "❄"],
  [0x5b, "☯"],
  [0x6c, "●❍■□□□□◆◆◆❖◆☒"],
  [0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"],
  [0x9e, "·•"],
  [0xa1, "○"],
  [0xa4, "◉◎"],
  [0xa7, "▪□ ✦★✶✴✹✵"],
  [0xb5, "✪✰"],
  [0xd8, "➢"],
  [0xdf, "←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩"],
  [0xfb, "×√☒☑"],
];

const WINGDINGS_2: readonly Range[] = [
  [0x4f, "×√☒☑☒☒"],
  [0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"],
  [0x97, "•●"],
  [0xa2, "■□"],
];

const WINGDINGS_3: readonly Range[] = [
  [0x66, "←→↑↓↖↗↙↘"],
  [0x70, "▲▼△▽◀▶◁▷"],
  [0x7d, "▶"],
];

const WEBDINGS: readonly Range[] = [
  [0x61, "√"],
  [0x63, "□"],
  [0x67, "■"],
  [0x6e, "●"],
];

const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ["symbol", table(SYMBOL)],
  ["wingdings", table(WINGDINGS)],
  ["wingdings 2", table(WINGDINGS_2)],
  ["wingdings 3", table(WINGDINGS_3)],
  ["webdings", table(WEBDINGS)],
]);

function table(ranges: readonly Range[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [first, characters] of ranges) {
    let code = first;
    for (const character of characters) {
      if (character !== " ") found.set(code, character === "　" ? " " : character);
      code += 1;
    }
  }
  return found;
}

export const isSymbolFont = (face: string | undefined): boolean =>
  face !== undefined && FONTS.has(face.trim().toLowerCase());

/** Codes of symbol fonts stand at U+F000 … U+F0FF, or bare at U+0020 … U+00FF. */
const SYMBOL_AREA = 0xf000;

/**
 * @param face undefined or no symbol font: only a code of the symbol area is looked for, in Symbol and Wingdings,
 *   where both show the same
 * @returns the plain character; undefined where there is none
 */
export function plainSymbol(code: number, face: string | undefined): string | undefined {
  const bare = code >= SYMBOL_AREA && code <= SYMBOL_AREA + 0xff ? code - SYMBOL_AREA : code;
  const font = FONTS.get((face ?? "").trim().toLowerCase());
  return bare > 0xff ? undefined : font?.get(bare);
}

/** Symbol's dot is a bullet: in Chinese print a full one. */
const BULLETS: Readonly<Record<string, string>> = { "•": "●", "·": "●", o: "○", "": "●" };

/** A list's bullet as a plain character. */
export function plainBullet(text: string, face: string | undefined): string {
  const bare = [...text].map((one) => bulletCharacter(one, face)).join("");
  return BULLETS[bare] ?? bare;
}

function bulletCharacter(character: string, face: string | undefined): string {
  const code = character.codePointAt(0) ?? 0;
  const isInArea = code >= SYMBOL_AREA && code <= SYMBOL_AREA + 0xff;
  if (!isInArea && !isSymbolFont(face)) return character;
  return plainSymbol(code, face) ?? (isInArea ? (plainSymbol(code, "Wingdings") ?? "●") : character);
}
