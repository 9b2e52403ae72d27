/**
 * Bare mailboxes in finished text become links: `邮箱a@example.org，电话` gives a@example.org and
 * nothing of what follows. ASCII alone, a host with a dot, as GitHub's law has it.
 */
import type { Inline, Link, Text } from "../../model/text.js";

/** RFC 5321, 4.5.3.1.1 and 4.5.3.1.2: longest local part and domain */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

const LOCAL = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/;
const DOMAIN = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![A-Za-z0-9_-])/;

export function splitMailAddresses(text: Text): readonly Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (let at = text.value.indexOf("@"); at >= 0; at = text.value.indexOf("@", at + 1)) {
    const start = startOfLocal(text.value, at, from);
    const domain = DOMAIN.exec(text.value.slice(at + 1, at + 1 + MAX_DOMAIN))?.[0];
    if (start === at || domain === undefined) continue;
    const end = at + 1 + domain.length;
    if (start > from) inlines.push(sliceText(text, from, start));
    inlines.push(linkOf(sliceText(text, start, end)));
    from = end;
  }
  if (from === 0) return [text];
  if (from < text.value.length) inlines.push(sliceText(text, from, text.value.length));
  return inlines;
}

function startOfLocal(value: string, at: number, from: number): number {
  let start = at;
  while (start > from && at - start < MAX_LOCAL && LOCAL.test(value[start - 1] ?? "")) start -= 1;
  while (start < at && !/[A-Za-z0-9_]/.test(value[start] ?? "")) start += 1;
  return start;
}

function linkOf(text: Text): Link {
  const url = { value: `mailto:${text.value}`, span: text.span };
  return { kind: "link", url, children: [text], span: text.span, automatic: true };
}

/** @returns the part of a text from one index of its value to another */
export function sliceText(text: Text, from: number, until: number): Text {
  const value = text.value.slice(from, until);
  const { path } = text.span;
  if (text.offsets === undefined) {
    const start = text.span.start + from;
    return { kind: "text", value, span: { path, start, end: start + value.length } };
  }
  const offsets = text.offsets.slice(from, until);
  const start = offsets[0] ?? text.span.start;
  const end = until < text.value.length ? (text.offsets[until - 1] ?? start) + 1 : text.span.end;
  return { kind: "text", value, span: { path, start, end }, offsets };
}
