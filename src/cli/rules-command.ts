/** `bulletin rules` and `bulletin explain`: the law, told from the rules' own documentation. */
import { allRules } from "../check/all-rules.js";
import { printRule, printRuleList } from "../check/print-rule.js";
import { findRule, ruleRecords } from "../check/rule-catalogue.js";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printableJson, printableLines } from "../diagnostics/printable.js";

export function runRules({ json, language }: { json: boolean; language: Language }): number {
  process.stdout.write(
    json ? `${printableJson(ruleRecords(allRules))}\n` : printRuleList(allRules, language),
  );
  return 0;
}

export function runExplain(id: string, language: Language): number {
  const { rule, nearest } = findRule(id);
  if (rule === undefined) throw unknownRule(id, nearest);
  // Some rules' examples hold what they are about: characters that are not seen.
  process.stdout.write(printableLines(printRule(rule, language)));
  return 0;
}

function unknownRule(id: string, nearest: string | undefined): EnvironmentError {
  return new EnvironmentError(
    { zh: `没有名为“${id}”的规则`, en: `There is no rule named "${id}"` },
    nearest === undefined
      ? { zh: "运行 bulletin rules 列出全部规则。", en: "bulletin rules lists all of them." }
      : {
          zh: `是不是要找 ${nearest}？运行 bulletin rules 列出全部规则。`,
          en: `Did you mean ${nearest}? bulletin rules lists all of them.`,
        },
  );
}
