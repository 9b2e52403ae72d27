/**
 * docs/rules.md, made from the rules themselves: what each one asks, why, by which source, with a
 * wrong and a right example, in Chinese and English. A test fails when the page is stale.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import type { Rule, RuleExample } from "../rules/rule.js";
import { GROUPS, shownFile, shownText, traitsOf } from "./print-rule.js";
import { groupOf } from "./rule-catalogue.js";

const INTRODUCTION = `# 规则 Rules

本页由规则文件生成，请不要手改；改规则后运行 \`npm run docs\`。
This page is made from the rules' own files; do not edit it, run \`npm run docs\` after changing a rule.

级别可以在 \`bulletin.yaml\` 的 \`lint: rules:\` 下或用 \`--rule '规则名: 级别'\` 调整（off、info、warn、error）；标明“不能降级”的规则除外。
Severities are set under \`lint: rules:\` in \`bulletin.yaml\` or by \`--rule 'NAME: SEVERITY'\` (off, info, warn, error), except where a rule says it cannot be lowered.
`;

/** @returns the whole page, ended by a line end */
export function printRulesDocument(rules: readonly Rule[]): string {
  const parts = [INTRODUCTION, printContents(rules)];
  let group = "";
  for (const rule of rules) {
    if (groupOf(rule) !== group) {
      group = groupOf(rule);
      parts.push(`## ${bothLanguages(GROUPS[group] ?? { zh: group, en: group }, " ")}\n`);
    }
    parts.push(printSection(rule));
  }
  return parts.join("\n");
}

function printContents(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](#${anchorOf(rule)}) | ${traitsOf(rule, "zh").join("，")} | ${cell(rule.summary.zh)} | ${cell(rule.summary.en)} |`,
  );
  return `${["| 规则 Rule | | | |", "| --- | --- | --- | --- |", ...rows].join("\n")}\n`;
}

function printSection(rule: Rule): string {
  const options = Object.entries(rule.options ?? {}).map(
    ([name, value]) => `- \`${name}\`: \`${JSON.stringify(value)}\``,
  );
  const wrong = rule.examples.find((example) => example.findings.length > 0);
  const right = rule.examples.find((example) => example.findings.length === 0);
  return [
    `### ${rule.id}\n`,
    `${traitsOf(rule, "zh").join(" · ")} / ${traitsOf(rule, "en").join(" · ")}\n`,
    `**${rule.summary.zh}** ${rule.why.zh}\n`,
    `**${rule.summary.en}** ${rule.why.en}\n`,
    ...(rule.source === undefined ? [] : [`依据 Source: ${rule.source}\n`]),
    ...(options.length === 0 ? [] : [`选项 Options:\n\n${options.join("\n")}\n`]),
    ...(wrong === undefined ? [] : [printExample(wrong, { zh: "不对", en: "Wrong" })]),
    ...(right === undefined ? [] : [printExample(right, { zh: "可以", en: "Right" })]),
  ].join("\n");
}

function printExample(example: RuleExample, label: Message): string {
  const { path, text } = shownFile(example);
  const heading = `${label.zh} ${label.en}: ${bothLanguages(example.name, " / ")}\n`;
  const places = example.findings.map((place) => `\`${place}\``).join(", ");
  return [
    heading,
    ...(text === undefined ? [] : [fenced(shownText(text), path)]),
    ...(places === "" ? [] : [`→ ${places}\n`]),
    ...(example.fixed === undefined
      ? []
      : ["自动改正后 After `--fix`:\n", fenced(shownText(example.fixed), example.show)]),
    ...(example.suggested === undefined
      ? []
      : [
          "照建议改后 After its suggestion (`--fix-suggestions`):\n",
          fenced(shownText(example.suggested), example.show),
        ]),
  ].join("\n");
}

/** A fence longer than any inside. */
function fenced(text: string, path: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${languageOf(path)}\n${text}\n${fence}\n`;
}

function languageOf(path: string): string {
  if (path.endsWith(".md")) return "markdown";
  if (path.endsWith(".html")) return "html";
  return /\.ya?ml$/.test(path) ? "yaml" : "text";
}

/** As GitHub names headings: letters, digits and hyphens stay. */
const anchorOf = ({ id }: Rule): string => id.replaceAll("/", "");

const cell = (text: string): string => text.replaceAll("|", "\\|");

const bothLanguages = ({ zh, en }: Message, between: string): string => `${zh}${between}${en}`;
