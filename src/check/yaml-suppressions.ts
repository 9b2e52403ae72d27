/**
 * Finds `# bulletin-disable-line RULE -- reason` in YAML. A comment begins with # at the start of a
 * line or behind white space (YAML 1.2, 6.6); inside quotes the words are not looked for, since the
 * directive is written nowhere else on purpose.
 */
import type { SuppressionComment } from "../model/issue.js";

const DIRECTIVE = /(?<=^|[ \t])#[ \t]*bulletin-disable-line(?![\w-])([^\r\n]*)/gm;

/** @param text the YAML from the start of its file */
export function yamlSuppressions(path: string, text: string): readonly SuppressionComment[] {
  if (!text.includes("bulletin-disable-line")) return [];
  return [...text.matchAll(DIRECTIVE)].map((match) => {
    const [names = "", ...reason] = (match[1] ?? "").split(/[ \t]--(?:[ \t]|$)/);
    return {
      directive: "disable-line",
      rules: names.split(/[\s,，、]+/).filter((name) => name !== ""),
      reason: reason.join(" -- ").trim() || undefined,
      span: { path, start: match.index, end: match.index + match[0].trimEnd().length },
    };
  });
}
