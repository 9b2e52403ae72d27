/** What is said of markup that was not read as such (mistyped-markup.ts): the right form, applied where it is sure. */
import type { Message } from "../diagnostics/diagnostic.js";
import type { MistypedMarkup } from "./mistyped-markup.js";
import type { Finding } from "./rule.js";

export function mistypedFinding(
  { span, right, isSure }: MistypedMarkup,
  words: { readonly message: Message; readonly otherwise: Message },
): Finding {
  const { message, otherwise } = words;
  if (right === undefined) return { span, message, help: otherwise };
  const help = { zh: `写作“${right}”。`, en: `Write “${right}”.` };
  const edits = [{ span, text: right }];
  return isSure
    ? { span, message, help, fix: edits }
    : { span, message, help, suggestions: [{ message: help, edits }] };
}
