/**
 * Signatures amid a text, （青山社区） behind a paragraph with more text below: each signs the story above it, so that
 * there are several stories under one title. Which is whose is for a person to divide.
 */
import type { KnownUnits } from "../../han/known-units.js";
import { readSignatureNames } from "../../han/signature-names.js";
import { lengthOf, type SheetPart, wordsOf } from "./sheet.js";

export interface AmidSignature {
  readonly unit: string;
  /** with its brackets */
  readonly words: string;
  readonly place: number;
}

/** Behind a sentence, or a line of its own */
const BRACKETS = /(?<=[。！？!?”’」』…]\s*|^)[（(【]([^（）()【】\n]{2,40})[）)】]/gu;
const STORY = 15;

/** @param parts the text of an item, its own signature at the end left out */
export function findAmidSignatures(
  parts: readonly SheetPart[],
  units: KnownUnits["units"],
): readonly AmidSignature[] {
  const texts = parts.map((part) => (part.kind === "line" ? wordsOf(part) : ""));
  const last = texts.findLastIndex(isStory);
  return texts.slice(0, last + 1).flatMap((text, index) =>
    [...text.matchAll(BRACKETS)].flatMap((match): readonly AmidSignature[] => {
      const { 0: words, 1: inside = "", index: at } = match;
      const names = readSignatureNames(inside, { units, source: undefined }, { isOfSender: true });
      const goesOn = index < last || isStory(text.slice(at + words.length));
      const { place } = parts[index] ?? { place: 0 };
      return names?.unit === undefined || !goesOn ? [] : [{ unit: names.unit, words, place }];
    }),
  );
}

/** A sentence: more than a caption or a day. */
const isStory = (text: string): boolean => lengthOf(text) >= STORY && /[，。；！？]/.test(text);
