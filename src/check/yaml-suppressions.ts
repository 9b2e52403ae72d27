/**
 * Finds `# bulletin-disable-line RULE -- reason` in YAML. A comment begins with # at the start of a
 * line or behind white space (YAML 1.2, 6.6); inside quotes the words are not looked for, since the
 * directive is written nowhere else on purpose.
 */
import type { SuppressionComment } from "../model/issue.js";

export interface YamlSuppression {
  readonly comment: SuppressionComment;
  /** offsets of the line, its end included */
  readonly line: { readonly start: number; readonly end: number };
}

const DIRECTIVE = /(?:^|(?<=[ \t]))# *bulletin-disable-line(?![\w-])([^\r\n]*)/gm;

/** @param text the YAML from the start of its file */
export function yamlSuppressions(path: string, text: string): readonly YamlSuppression[] {
  if (!text.includes("bulletin-disable-line")) return [];
  return [...text.matchAll(DIRECTIVE)].map((match) => {
    const [names = "", ...reason] = (match[1] ?? "").split(/ -- ?/);
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const lineStart = Math.max(text.lastIndexOf("\n", start), text.lastIndexOf("\r", start)) + 1;
    return {
      comment: {
        directive: "disable-line",
        rules: names.split(/[\s,，、]+/).filter((name) => name !== ""),
        reason: reason.join(" -- ").trim() || undefined,
        span: { path, start, end },
      },
      line: { start: lineStart, end: start + match[0].length + 1 },
    };
  });
}
