/** Runs of text: emphasis, links, note calls. Blocks are render-blocks.ts's. */
import type { ElementContent } from "hast";
import { findLatinMarks } from "../../han/find-latin-marks.js";
import { needsDots } from "../../model/emphasis-dots.js";
import { plainText } from "../../model/plain-text.js";
import type { Inline, Link, NoteReference } from "../../model/text.js";
import { type Child, element, text } from "./element.js";
import { type HtmlContext, noteAnchor, noteCallAnchor } from "./html-context.js";
import { latinStretches, markStretches } from "./mark-stretches.js";
import { readableAddress, safeUrl } from "./safe-url.js";
import { phrase } from "./title-phrases.js";
import { breakableAddress, wholeWords } from "./whole-words.js";

export function renderInlines(inlines: readonly Inline[], context: HtmlContext): ElementContent[] {
  return renderAll(inlines, readingOf(inlines, context));
}

/** A heading's words, which a narrow screen breaks at their sense. */
export function renderHeadingInlines(inlines: readonly Inline[], context: HtmlContext): ElementContent[] {
  const pieces = context.cutTitle(plainText(inlines));
  return renderAll(inlines, {
    ...readingOf(inlines, context),
    ends: pieces.length > 1 ? endsOf(pieces) : undefined,
  });
}

/** What one paragraph's runs need to know of each other while they are rendered. */
interface Reading {
  readonly context: HtmlContext;
  /** marks that are Latin, in UTF-16 units of the paragraph */
  readonly latin: ReadonlySet<number>;
  /** of a heading: where its pieces end, likewise */
  readonly ends: readonly number[] | undefined;
  /** where in the paragraph the next text begins */
  at: number;
}

const readingOf = (inlines: readonly Inline[], context: HtmlContext): Reading => ({
  context,
  latin: findLatinMarks(plainText(inlines)),
  ends: undefined,
  at: 0,
});

function endsOf(pieces: readonly string[]): readonly number[] {
  let end = 0;
  return pieces.map((piece) => {
    end += piece.length;
    return end;
  });
}

const renderAll = (inlines: readonly Inline[], reading: Reading): ElementContent[] =>
  inlines.flatMap((inline) => renderInline(inline, reading));

function renderInline(inline: Inline, reading: Reading): ElementContent[] {
  const { context } = reading;
  switch (inline.kind) {
    case "text":
      return renderText(inline.value, reading);
    case "emphasis":
      return [
        element(
          "em",
          { className: needsDots(inline.children, context.template) ? ["dots"] : undefined },
          renderAll(inline.children, reading),
        ),
      ];
    case "strong":
      return [element("strong", {}, renderAll(inline.children, reading))];
    case "strikethrough":
      return [element("del", {}, renderAll(inline.children, reading))];
    case "inline-code":
      reading.at += inline.value.length;
      return [element("code", {}, inline.value)];
    case "hard-break":
      reading.at += 1;
      return [element("br", {})];
    case "link":
      return renderLink(inline, reading);
    case "note-reference":
      return [renderNoteCall(inline, context)];
    default:
      return inline satisfies never;
  }
}

function renderText(value: string, reading: Reading): ElementContent[] {
  const { latin, ends, at: start } = reading;
  reading.at += value.length;
  if (ends === undefined)
    return nodesOf(
      markStretches(value, [...wholeWords(value), ...latinStretches(latin, start, value.length)]),
    );
  const pieces: Child[] = [];
  for (let from = start; from < reading.at; ) {
    const end = Math.min(reading.at, ends.find((place) => place > from) ?? reading.at);
    const marks = latinStretches(latin, from, end - from);
    pieces.push(...phrase(value.slice(from - start, end - start), marks));
    from = end;
  }
  return nodesOf(pieces);
}

/** A destination that is not safe leaves its words, without a link. */
function renderLink(link: Link, reading: Reading): ElementContent[] {
  const { context } = reading;
  const [only] = link.children;
  const isAddress = link.automatic && link.children.length === 1 && only?.kind === "text";
  const children = isAddress ? renderAddress(only.value, reading) : renderAll(link.children, reading);
  const href = safeUrl(link.url.value);
  if (href === undefined) return children;
  const printsUrl = !link.automatic && !context.printedUrls.has(href);
  context.printedUrls.add(href);
  const className = link.automatic ? ["address"] : undefined;
  return [
    element("a", { href, className, dataUrl: printsUrl ? readableAddress(href) : undefined }, children),
  ];
}

function renderAddress(address: string, reading: Reading): ElementContent[] {
  reading.at += address.length;
  return nodesOf(breakableAddress(address));
}

const nodesOf = (children: readonly Child[]): ElementContent[] =>
  children.map((child) => (typeof child === "string" ? text(child) : child));

function renderNoteCall(reference: NoteReference, context: HtmlContext): ElementContent {
  const { number } = reference;
  const call = (context.noteCalls.get(number) ?? 0) + 1;
  context.noteCalls.set(number, call);
  const link = element(
    "a",
    {
      id: noteCallAnchor(number, call),
      href: `#${noteAnchor(number)}`,
      role: "doc-noteref",
      ariaLabel: `注${number}`,
    },
    String(number),
  );
  return element("sup", { className: ["note-call"] }, [link]);
}
