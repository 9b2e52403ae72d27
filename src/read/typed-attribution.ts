/**
 * The attribution that an author typed at the end of the body, `……举办。（示例区科协）`. It is taken
 * out of the text, so that it is printed once, in its own role. Where front matter names another
 * unit, the text stays as it is and the rules speak.
 */
import type { Attribution } from "../model/issue.js";
import type { Span } from "../model/located.js";
import { plainText } from "../model/plain-text.js";
import type { Block, Paragraph, Text } from "../model/text.js";
import type { WrittenText } from "../model/typed-text.js";
import { sliceText } from "./markdown/mail-addresses.js";

export interface AttributedBody {
  readonly blocks: readonly Block[];
  readonly attribution: Attribution | undefined;
}

/** （…） or (…) at the very end: 2 to 20 characters, no marks of a sentence. */
const TYPED = /[（(]([^（）()，。！？；：、“”\s]{2,20})[）)]$/u;
/** What stands before it ends a sentence. */
const SENTENCE_END = /[。！？”’」』…]$/u;
/** Remarks in brackets that name no unit. */
const NO_UNIT =
  /^(详?见|参见|如|据|图|表|注|附|左|右|上|下|来源|资料|数据|摘自|转自)|(摄|供图|待续|未完|节选|摘要)$/u;

export function readTypedAttribution(
  blocks: readonly Block[],
  source: WrittenText | undefined,
): AttributedBody {
  const fromSource: Attribution | undefined = source && {
    value: source.value,
    span: source.span,
    writtenIn: "front-matter",
    typed: undefined,
    ...(source.written && { written: source.written }),
  };
  const index = blocks.findLastIndex((block) => block.kind !== "figure");
  const paragraph = blocks[index];
  const found = paragraph?.kind === "paragraph" ? findTyped(paragraph, blocks[index - 1]) : undefined;
  if (paragraph?.kind !== "paragraph" || found === undefined) return { blocks, attribution: fromSource };
  if (source !== undefined && !isSameUnit(source.value, found.unit))
    return { blocks, attribution: fromSource };

  const children = [
    ...paragraph.children.slice(0, -1),
    ...(found.before === undefined ? [] : [found.before]),
  ];
  const rest: readonly Block[] = children.length === 0 ? [] : [{ ...paragraph, children }];
  return {
    blocks: [...blocks.slice(0, index), ...rest, ...blocks.slice(index + 1)],
    attribution: {
      value: source?.value ?? found.unit,
      span: source?.span ?? found.unitSpan,
      writtenIn: source === undefined ? "body" : "both",
      typed: found.span,
    },
  };
}

interface Typed {
  readonly unit: string;
  readonly unitSpan: Span;
  /** with its brackets */
  readonly span: Span;
  /** the text in front of it */
  readonly before: Text | undefined;
}

function findTyped(paragraph: Paragraph, previous: Block | undefined): Typed | undefined {
  const last = paragraph.children.at(-1);
  if (last?.kind !== "text") return undefined;
  const match = TYPED.exec(last.value);
  const unit = match?.[1];
  if (match === null || unit === undefined || NO_UNIT.test(unit) || !/\p{Script=Han}/u.test(unit))
    return undefined;
  const before = plainText(paragraph.children.slice(0, -1)) + last.value.slice(0, match.index);
  const isAlone = before === "" && previous !== undefined && endsSentence(previous);
  if (!isAlone && !SENTENCE_END.test(before)) return undefined;
  const end = last.value.length;
  return {
    unit,
    unitSpan: sliceText(last, match.index + 1, end - 1).span,
    span: sliceText(last, match.index, end).span,
    before: match.index === 0 ? undefined : sliceText(last, 0, match.index),
  };
}

/** On a line of its own it belongs to what stands above: a paragraph that is finished, a list, a table. */
function endsSentence(block: Block): boolean {
  if (block.kind === "paragraph") return SENTENCE_END.test(plainText(block.children));
  return block.kind === "list" || block.kind === "table" || block.kind === "quote" || block.kind === "figure";
}

/** @param typed may end in what only says that it signs: （示例区科协供稿） */
const isSameUnit = (source: string, typed: string): boolean => {
  const unit = withoutSpaces(source);
  const signed = withoutSpaces(typed);
  return signed === unit || (signed.startsWith(unit) && SIGNS.test(signed.slice(unit.length)));
};

const withoutSpaces = (text: string): string => text.replace(/\s/g, "");

const SIGNS = /^(供稿|来稿|报送|投稿)$/u;
