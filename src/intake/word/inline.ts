/** Saying something in a paragraph: characters and other runs, where they are seen, with all that is told about them. */
import type { ManuscriptRun } from "../manuscript.js";
import { addRun, addText, type ParagraphDraft } from "./paragraph-draft.js";
import type { RunProperties } from "./run-format.js";
import { isSymbolFont, plainSymbol } from "./symbol-fonts.js";
import { isTold, type Story } from "./word-reading.js";

/** Where reading is inside of a paragraph. */
export interface Inline {
  readonly story: Story;
  readonly draft: ParagraphDraft;
  /** what holds for runs that say nothing of themselves */
  readonly base: RunProperties;
  /** address of the w:hyperlink around it */
  readonly url: string | undefined;
  /** inside of an insertion or move */
  readonly isRevised: boolean;
}

/** Whether text is seen here: no instruction of a field. */
export function isShown({ fields }: Story): boolean {
  const field = fields.at(-1);
  return field === undefined || (field.isShownAround && field.isResult);
}

/** The inmost field that is a link, or stands in one; else the hyperlink around. */
const urlHere = ({ story, url }: Inline): string | undefined => story.fields.at(-1)?.url ?? url;

/** Longer ones tell nothing that is looked for. */
const LONGEST_INSTRUCTION = 2000;

export function addInstruction({ fields }: Story, words: string): void {
  const field = fields.at(-1);
  if (field === undefined || field.isResult || field.instruction.length > LONGEST_INSTRUCTION) return;
  field.instruction += words.slice(0, LONGEST_INSTRUCTION);
}

/** @returns whether it is seen */
export function sayRun(
  run: Exclude<ManuscriptRun, { readonly kind: "text" | "link" }>,
  inline: Inline,
  properties: RunProperties,
): boolean {
  if (!comesThrough(inline) || properties.hidden === true) return false;
  addRun(inline.draft, run, urlHere(inline));
  return true;
}

export function say(words: string, inline: Inline, properties: RunProperties): void {
  const { story, draft } = inline;
  addInstruction(story, words);
  if (words === "" || !comesThrough(inline)) return;
  const { notes } = story.reading;
  if (properties.hidden === true) {
    if (isTold(story)) notes.hidden(words, draft.place);
    return;
  }
  const plain = plainWords(words, inline, properties);
  notes.heard(plain);
  for (const [index, piece] of plain.split(/([\t\u2028])/).entries()) {
    if (index % 2 === 0) addText(draft, piece, properties, urlHere(inline));
    else addRun(draft, { kind: piece === "\t" ? "tab" : "break" }, urlHere(inline));
  }
}

/** @returns whether it is seen; then fields have shown something, and unchanged text parts revisions */
function comesThrough({ story, isRevised }: Inline): boolean {
  if (!isShown(story)) return false;
  const field = story.fields.at(-1);
  if (field !== undefined) field.hasShown = true;
  if (!isRevised) story.reading.notes.settled();
  return true;
}

const SYMBOL_AREA = /[\uF000-\uF0FF]/;

/** Text in a symbol font, or with codes of one, in plain characters. */
function plainWords(words: string, { story, draft }: Inline, { latinFace, hanFace }: RunProperties): string {
  const face = [latinFace, hanFace].find(isSymbolFont);
  if (face === undefined && !SYMBOL_AREA.test(words)) return words;
  return words.replace(/[!-\u00ff\uF000-\uF0FF]/g, (character) => {
    if (!SYMBOL_AREA.test(character) && !isSymbolFont(latinFace)) return character;
    const plain = plainSymbol(character.charCodeAt(0), face);
    // Codes that stay are told of the text (decide/character-notices.ts), as those of every carrier are.
    const stays = plain === undefined && SYMBOL_AREA.test(character);
    if (isTold(story) && plain !== character && !stays) story.reading.notes.symbol(plain, draft.place);
    return plain ?? character;
  });
}

export function saySymbol(
  code: number,
  face: string | undefined,
  inline: Inline,
  properties: RunProperties,
): void {
  const plain = isSymbolFont(face) ? plainSymbol(code, face) : undefined;
  const words = plain ?? String.fromCodePoint(code);
  const isSeen = properties.hidden !== true && isShown(inline.story);
  // Codes of the symbol area that stay are noticed where they are said.
  const isNoticed = isSymbolFont(face) && (plain !== undefined || !SYMBOL_AREA.test(words));
  if (isSeen && isNoticed && isTold(inline.story))
    inline.story.reading.notes.symbol(plain, inline.draft.place);
  // Its own font is dealt with here: the run's is another one.
  say(words, inline, { ...properties, latinFace: undefined });
}

export function sayRuby(base: string, ruby: string, inline: Inline, properties: RunProperties): void {
  const isSeen = properties.hidden !== true && isShown(inline.story) && ruby.trim() !== "" && base !== "";
  if (isSeen && isTold(inline.story)) inline.story.reading.notes.ruby(base, ruby, inline.draft.place);
  say(ruby.trim() === "" || base === "" ? `${base}${ruby}` : `${base}（${ruby}）`, inline, properties);
}
