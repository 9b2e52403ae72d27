/** Personal data that a pattern knows, as several rules on privacy tell them: all but what the house lets be printed. */
import type { Message } from "../diagnostics/diagnostic.js";
import type { House } from "../model/house.js";
import { type CopyLine, spanInLine } from "./copy-line.js";
import type { Finding } from "./rule.js";

export interface PersonalPattern {
  /** global; what is told is its first group, or else the whole */
  readonly pattern: RegExp;
  readonly message: (value: string) => Message;
  readonly help: Message;
}

export function* toldByPattern(
  line: CopyLine,
  { contact }: House,
  { pattern, message, help }: PersonalPattern,
): Iterable<Finding> {
  for (const match of line.text.matchAll(pattern)) {
    const value = match[1] ?? match[0];
    if (contact.allow.some((allowed) => allowed.value === value)) continue;
    const start = match.index + match[0].lastIndexOf(value);
    yield { span: spanInLine(line, start, start + value.length), message: message(value), help };
  }
}
