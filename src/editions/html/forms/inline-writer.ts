/** Runs of text in a form for websites: which element each mark is, says the form. */
import type { ElementContent } from "hast";
import type { Link } from "../../../model/text.js";
import { text } from "../element.js";
import type { FlatInline } from "./flat-issue.js";
import { linksOutermost } from "./links-outermost.js";

export interface InlineWriter {
  readonly emphasis: (children: ElementContent[]) => ElementContent[];
  readonly strong: (children: ElementContent[]) => ElementContent[];
  readonly struck: (children: ElementContent[]) => ElementContent[];
  readonly code: (value: string) => ElementContent[];
  readonly hardBreak: () => ElementContent[];
  readonly link: (link: Link, children: ElementContent[]) => ElementContent[];
  /** @param number of the note in the issue */
  readonly noteCall: (number: number) => ElementContent[];
}

export function writeInlines(inlines: readonly FlatInline[], writer: InlineWriter): ElementContent[] {
  return linksOutermost(inlines).flatMap((inline) => writeInline(inline, writer));
}

function writeInline(inline: FlatInline, writer: InlineWriter): ElementContent[] {
  if (typeof inline === "string") return inline === "" ? [] : [text(inline)];
  switch (inline.kind) {
    case "text":
      return [text(inline.value)];
    case "emphasis":
      return writer.emphasis(writeInlines(inline.children, writer));
    case "strong":
      return writer.strong(writeInlines(inline.children, writer));
    case "strikethrough":
      return writer.struck(writeInlines(inline.children, writer));
    case "inline-code":
      return writer.code(inline.value);
    case "hard-break":
      return writer.hardBreak();
    case "link":
      return writer.link(inline, writeInlines(inline.children, writer));
    case "note-reference":
      return writer.noteCall(inline.number);
    default:
      return inline satisfies never;
  }
}
