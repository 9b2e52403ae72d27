/**
 * Reads one `--rule 'NAME: SEVERITY'` of the command line. What cannot hold is said at once: the
 * command line has no place in a file to show, so this is wrong usage and no finding.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import type { SeveritySetting } from "../model/house.js";
import { allRules } from "./all-rules.js";
import { meantRule } from "./meant-rule.js";

export type SeverityOverride =
  | { readonly state: "read"; readonly rule: string; readonly severity: SeveritySetting }
  | { readonly state: "wrong"; readonly problem: Message };

const SEVERITIES: Readonly<Record<string, SeveritySetting>> = {
  off: "off",
  info: "info",
  warn: "warning",
  warning: "warning",
  error: "error",
};

export function readSeverityOverride(text: string): SeverityOverride {
  const colon = text.lastIndexOf(":");
  const id = (colon < 0 ? text : text.slice(0, colon)).trim();
  const word = colon < 0 ? "" : text.slice(colon + 1).trim();
  const severity = Object.hasOwn(SEVERITIES, word) ? SEVERITIES[word] : undefined;
  const rule = allRules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const nearest = meantRule(id, allRules);
    return wrong(
      `没有名为“${id}”的规则。${nearest === undefined ? "" : `是否想写“${nearest}”？`}`,
      `There is no rule “${id}”.${nearest === undefined ? "" : ` Did you mean “${nearest}”?`}`,
    );
  }
  if (severity === undefined) {
    return wrong(
      `“${text}”没有给出级别。请写成“${id}: off”，级别为 off、info、warn 或 error。`,
      `“${text}” does not give a severity. Write “${id}: off”; the severities are off, info, warn and error.`,
    );
  }
  if (rule.structural && severity !== "error") {
    if (id.startsWith("import/"))
      return wrong(
        `“${id}”说的是没有读到的来稿，不能降级或关闭。`,
        `“${id}” tells of what could not be read and cannot be lowered or turned off.`,
      );
    return wrong(
      `“${id}”关系到版面能否正确生成，不能降级或关闭。`,
      `“${id}” is needed for correct editions and cannot be lowered or turned off.`,
    );
  }
  return { state: "read", rule: id, severity };
}

const wrong = (zh: string, en: string): SeverityOverride => ({ state: "wrong", problem: { zh, en } });
