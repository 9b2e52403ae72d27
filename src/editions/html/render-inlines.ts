/** Runs of text: emphasis, links, note calls. Blocks are render-blocks.ts's. */
import type { ElementContent } from "hast";
import { needsDots } from "../../model/emphasis-dots.js";
import type { Inline, Link, NoteReference } from "../../model/text.js";
import { type Child, element, text } from "./element.js";
import { type HtmlContext, noteAnchor, noteCallAnchor } from "./html-context.js";
import { safeUrl } from "./safe-url.js";
import { breakableAddress, wholeWords } from "./whole-words.js";

export function renderInlines(inlines: readonly Inline[], context: HtmlContext): ElementContent[] {
  return inlines.flatMap((inline) => renderInline(inline, context));
}

function renderInline(inline: Inline, context: HtmlContext): ElementContent[] {
  switch (inline.kind) {
    case "text":
      // A page of somebody else's has no style for them.
      return context.form === "page" ? nodesOf(wholeWords(inline.value)) : [text(inline.value)];
    case "emphasis":
      return [
        element(
          "em",
          { className: needsDots(inline.children, context.template) ? ["dots"] : undefined },
          renderInlines(inline.children, context),
        ),
      ];
    case "strong":
      return [element("strong", {}, renderInlines(inline.children, context))];
    case "strikethrough":
      return [element("del", {}, renderInlines(inline.children, context))];
    case "inline-code":
      return [element("code", {}, inline.value)];
    case "hard-break":
      return [element("br", {})];
    case "link":
      return renderLink(inline, context);
    case "note-reference":
      return [renderNoteCall(inline, context)];
    default:
      return inline satisfies never;
  }
}

/** A destination that is not safe leaves its words, without a link. */
function renderLink(link: Link, context: HtmlContext): ElementContent[] {
  const [only] = link.children;
  const isAddress = link.automatic && link.children.length === 1 && only?.kind === "text";
  const children = isAddress ? nodesOf(breakableAddress(only.value)) : renderInlines(link.children, context);
  const href = safeUrl(link.url.value);
  if (href === undefined) return children;
  const printsUrl = !link.automatic && !context.printedUrls.has(href);
  context.printedUrls.add(href);
  const className = link.automatic ? ["address"] : undefined;
  return [element("a", { href, className, dataUrl: printsUrl ? readableUrl(href) : undefined }, children)];
}

const nodesOf = (children: readonly Child[]): ElementContent[] =>
  children.map((child) => (typeof child === "string" ? text(child) : child));

/** What paper shows behind the link's words: an address as people write it. */
function readableUrl(href: string): string {
  const address = href.replace(/^(?:mailto|tel):/, "");
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

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
