/**
 * Comments that silence findings: `bulletin-disable-next-line RULE -- reason` and its kin, in HTML
 * comments of items and in `#` comments of YAML. Reach and use are judged in check/.
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

/** Finds the comments of a YAML text. One inside a quoted value would have to look exactly like one. */
export function readYamlSuppressions({ path, text, start, end }: YamlExtent): readonly SuppressionComment[] {
  const found: SuppressionComment[] = [];
  for (const match of text.slice(start, end).matchAll(YAML_COMMENT)) {
    const from = start + match.index;
    const span = { path, start: from, end: from + match[0].trimEnd().length };
    const comment = readSuppression(match[1] ?? "", span);
    if (comment !== undefined) found.push(comment);
  }
  return found;
}

export interface YamlExtent {
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A comment begins at the start of a line or behind white space (YAML 1.2, 6.6). */
const YAML_COMMENT = /(?<=^|[ \t])#([ \t]*bulletin-(?:disable|enable)[^\r\n]*)/gm;
