/** `bulletin rules` and `bulletin explain`: the law, told from the rules' own documentation. */
import { allRules } from "../check/all-rules.js";
import { rulesAbout } from "../check/meant-rule.js";
import { printRule, printRuleList } from "../check/print-rule.js";
import { findRule, ruleRecords } from "../check/rule-catalogue.js";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { Language } from "../diagnostics/language.js";
import { printable, printableJson, printableLines } from "../diagnostics/printable.js";
import type { Rule } from "../rules/rule.js";
import { lookOf } from "./terminal/paint.js";
import { EXIT_TROUBLE } from "./terminal/report-fault.js";

export function runRules({ json, language }: { json: boolean; language: Language }): number {
  process.stdout.write(
    json
      ? `${printableJson(ruleRecords(allRules))}\n`
      : printRuleList(allRules, language, lookOf(process.stdout).width),
  );
  return 0;
}

/** @param name an id, a part of one, or words that a rule's law speaks of */
export function runExplain(name: string, language: Language): number {
  const { rule, nearest } = findRule(name);
  const about = rule === undefined ? rulesAbout(name, allRules) : [rule];
  const [only] = about;
  if (only === undefined) throw unknownRule(name, nearest);
  if (about.length === 1) {
    // Some rules' examples hold what they are about: characters that are not seen.
    process.stdout.write(printableLines(printRule(only, language, lookOf(process.stdout).width)));
    return 0;
  }
  process.stderr.write(printMatches(name, about, language));
  return EXIT_TROUBLE;
}

function unknownRule(id: string, meant: string | undefined): EnvironmentError {
  return new EnvironmentError(
    { zh: `没有名为“${id}”的规则。`, en: `There is no rule named “${id}”.` },
    meant === undefined
      ? { zh: "请运行 bulletin rules 查看全部规则。", en: "Run bulletin rules to see all rules." }
      : {
          zh: `是否要找 ${meant}？运行 bulletin rules 可查看全部规则。`,
          en: `Did you mean ${meant}? Run bulletin rules to see all rules.`,
        },
  );
}

/** More would be a list of its own, which `bulletin rules` prints. */
const MOST_NAMED = 12;

function printMatches(word: string, rules: readonly Rule[], language: Language): string {
  const named = rules.slice(0, MOST_NAMED);
  const width = Math.max(...named.map(({ id }) => id.length));
  const lines = named.map(({ id, summary }) => `  ${id.padEnd(width)}  ${summary[language]}\n`).join("");
  const rest = rules.length - named.length;
  const shown = printable(word);
  return language === "zh"
    ? `bulletin: 没有名为“${shown}”的规则，有关的是：\n${lines}  → 请写出规则的全名${rest > 0 ? `；另有 ${rest} 条，见 bulletin rules` : ""}。\n`
    : `bulletin: There is no rule named “${shown}”; these are related:\n${lines}  → Give the full name of one${rest > 0 ? `; bulletin rules lists ${rest} more` : ""}.\n`;
}
