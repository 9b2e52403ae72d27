/**
 * Markup that came out as plain characters because what it refers to is not there, or because
 * Markdown of this house has no such thing: `[text][ref]`, `[^n]`, formulas, containers.
 */
import type { Inline, Text } from "../../model/text.js";
import type { MarkdownContext, MarkdownFault } from "./markdown-context.js";

interface Leftover {
  readonly pattern: RegExp;
  readonly fault: (found: string) => Omit<MarkdownFault, "span">;
}

const LEFTOVERS: readonly Leftover[] = [
  {
    pattern: /\[\^[^\]\s]{1,80}\]/g,
    fault: (found) => ({
      rule: "item/unresolved-reference",
      message: { zh: `脚注“${found}”没有注文。`, en: `The footnote “${found}” has no text.` },
      help: {
        zh: `请另起一段写“${found}: 注文”。`,
        en: `Write “${found}: the note” as a paragraph of its own.`,
      },
    }),
  },
  {
    // [1][2] is how papers cite, not a link.
    pattern: /(?<=\])\[(?!\d{1,3}\])[^[\]^]{1,80}\]/g,
    fault: (found) => ({
      rule: "item/unresolved-reference",
      message: { zh: `链接“${found}”没有给出网址。`, en: `The link “${found}” has no address.` },
      help: {
        zh: `请另起一行写“${found}: https://…”，或改写成 [文字](网址)。`,
        en: `Add a line “${found}: https://…”, or write [text](address).`,
      },
    }),
  },
  {
    pattern: /\$\$(?:[^$]{1,200}\$\$)?|\$\\?[A-Za-z][^$]{0,80}[\\^_=][^$]{0,80}\$|\\[A-Za-z]{3,}\{/g,
    fault: (found) => ({
      rule: "item/unsupported-markup",
      message: {
        zh: `“${found}”像是公式，不支持公式。`,
        en: `“${found}” looks like a formula, which is not supported.`,
      },
      help: {
        zh: "请用普通文字和符号写出，或做成图片；单独的“$”请写作“\\$”。",
        en: "Write it in words and ordinary symbols, or insert it as a picture; for a plain $ write \\$.",
      },
    }),
  },
  {
    pattern: /^:::.{0,40}/g,
    fault: (found) => ({
      rule: "item/unsupported-markup",
      message: { zh: `不支持“${found}”这种区块。`, en: `Blocks like “${found}” are not supported.` },
      help: { zh: "请改用段落、列表或引用。", en: "Use a paragraph, a list or a quote." },
    }),
  },
];

/** Reports what is left of markup in the finished inlines of a paragraph. */
export function reportLeftovers(inlines: readonly Inline[], context: MarkdownContext): void {
  for (const inline of inlines) {
    if (inline.kind === "text") reportInText(inline, context);
    // Brackets of an address in angle brackets are the address's own.
    else if (inline.kind === "link" && inline.automatic) continue;
    else if ("children" in inline) reportLeftovers(inline.children, context);
  }
}

function reportInText(text: Text, context: MarkdownContext): void {
  if (!/[[$\\:]/.test(text.value)) return;
  for (const { pattern, fault } of LEFTOVERS) {
    for (const match of text.value.matchAll(pattern)) {
      const start = placeOf(text, match.index);
      const end = placeOf(text, match.index + match[0].length - 1) + 1;
      // An escaped mark is meant as a character.
      if (context.text[start] === "\\" && !match[0].startsWith("\\")) continue;
      context.report({ ...fault(match[0]), span: { ...text.span, start, end } });
    }
  }
}

const placeOf = (text: Text, index: number): number => text.offsets?.[index] ?? text.span.start + index;
