/**
 * Comments that silence findings: `bulletin-disable-next-line RULE -- reason` and its kin, in HTML
 * comments of items. Reach and use are judged in check/, which also looks for those in YAML.
 */
import type { SuppressionComment } from "../model/issue.js";
import type { Span } from "../model/located.js";

const DIRECTIVE = /^\s*bulletin-(disable-next-line|disable-line|disable|enable)(?=\s|$)([\s\S]*)$/;

/** @param words what stands inside the comment marks */
export function readSuppression(words: string, span: Span): SuppressionComment | undefined {
  const match = DIRECTIVE.exec(words);
  if (match === null) return undefined;
  const [, directive, rest = ""] = match;
  const cut = rest.search(/(^|\s)--(\s|$)/);
  const rules = (cut < 0 ? rest : rest.slice(0, cut)).split(/[\s,，、]+/).filter((rule) => rule !== "");
  const reason =
    cut < 0
      ? ""
      : rest
          .slice(cut)
          .replace(/^\s*--/, "")
          .trim();
  return {
    // The pattern lets nothing else through.
    directive: directive as SuppressionComment["directive"],
    rules,
    reason: reason === "" ? undefined : reason,
    span,
  };
}
