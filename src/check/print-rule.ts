/**
 * Rules in words: one rule with its reason and examples (`bulletin explain`), and the list of all
 * (`bulletin rules`). Plain text without colour; docs/rules.md is print-rules-document.ts's.
 */
import type { Message, Severity } from "../diagnostics/diagnostic.js";
import { displayWidth } from "../diagnostics/display-width.js";
import { wrapText } from "../diagnostics/wrap-text.js";
import type { Rule, RuleExample } from "../rules/rule.js";
import { groupOf } from "./rule-catalogue.js";

type Language = keyof Message;

/** The longest line of an example that is shown whole, in UTF-16 units. */
const LONGEST_LINE = 120;

/**
 * @param width columns at which sentences are broken; without it they are left to the terminal
 * @returns the rule's law, reason, source, options and examples, ended by a line end
 */
export function printRule(rule: Rule, language: Language, width?: number): string {
  const words = WORDS[language];
  const say = (text: string) => wrapText(text, { width });
  const options = Object.entries(rule.options ?? {}).map(
    ([name, value]) => `  ${name}: ${JSON.stringify(value)}`,
  );
  const wrong = rule.examples.filter((example) => example.findings.length > 0);
  const right = rule.examples.filter((example) => example.findings.length === 0);
  return `${[
    `${rule.id} · ${traitsOf(rule, language).join(" · ")}`,
    "",
    say(rule.summary[language]),
    "",
    say(rule.why[language]),
    ...(rule.source === undefined ? [] : ["", say(`${words.source}${rule.source}`)]),
    ...(options.length === 0 ? [] : ["", words.options, ...options]),
    ...wrong.slice(0, 2).flatMap((example) => printExample(example, { language, label: words.wrong })),
    ...right.slice(0, 2).flatMap((example) => printExample(example, { language, label: words.right })),
    "",
    ...adviceOn(rule, language).map(say),
  ].join("\n")}\n`;
}

/** How the rule is set; what came in carries no comments of ours, so that nothing is silenced in it. */
function adviceOn(rule: Rule, language: Language): readonly string[] {
  const words = WORDS[language];
  const isOfIntake = rule.scope === "documented" && ["intake", "import", "stats"].includes(rule.madeBy);
  if (rule.structural) return [isOfIntake ? words.refused : words.fixed];
  return isOfIntake
    ? [words.level(rule.id)]
    : [words.level(rule.id), words.silence(commentFor(rule, words.reason))];
}

/**
 * @param width columns at which sentences are broken
 * @returns one line a rule, in groups
 */
export function printRuleList(rules: readonly Rule[], language: Language, width?: number): string {
  const words = WORDS[language];
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const lines: string[] = [];
  let group = "";
  for (const rule of rules) {
    if (groupOf(rule) !== group) {
      group = groupOf(rule);
      lines.push(...(lines.length > 0 ? [""] : []), GROUPS[group]?.[language] ?? group);
    }
    const marks = `${rule.fixable ? "✎" : " "}${rule.hasSuggestions === true ? "?" : " "}`;
    const head = `  ${rule.id.padEnd(idWidth)}  ${SEVERITIES[rule.severity][language]} ${marks} `;
    const indent = displayWidth(head);
    // Beside so long a name a narrow terminal has no room for a sentence: it goes below.
    const hasRoom = width === undefined || width - indent >= LEAST_SENTENCE;
    const sentence = wrapText(rule.summary[language], { width, indent: hasRoom ? indent : 4 });
    lines.push(hasRoom ? `${head}${sentence}` : `${head.trimEnd()}\n    ${sentence}`);
  }
  return `${lines.join("\n")}\n\n${words.legend(rules.length)}\n`;
}

/** Columns without which a sentence is broken into pieces. */
const LEAST_SENTENCE = 24;

/** @returns severity, fix and reach of a rule, in words */
export function traitsOf(rule: Rule, language: Language): readonly string[] {
  const words = WORDS[language];
  return [
    SEVERITIES[rule.severity][language].trim(),
    ...(rule.alsoSeverity !== undefined
      ? [words.sometimes(SEVERITIES[rule.alsoSeverity][language].trim())]
      : []),
    ...(rule.fixable ? [words.fixable] : []),
    ...(rule.hasSuggestions === true ? [words.suggests] : []),
    ...(rule.structural ? [words.structural] : []),
    ...(rule.scope === "documented" && rule.madeBy === "layout" ? [words.layout] : []),
  ];
}

/** @returns an example's file as it can be shown: long lines cut, characters that cannot be seen named */
export function shownText(text: string): string {
  return text
    .replaceAll("\0", "␀")
    .replaceAll("\uFEFF", "")
    .replaceAll("\r", "")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}……` : line))
    .join("\n");
}

/** @returns the file to show; where the example leaves that one as it was, another that it changes */
export function shownFile({ files, show, shown }: RuleExample): { path: string; text: string | undefined } {
  if (shown !== undefined) return { path: show, text: shown };
  const path = files[show] === undefined ? (Object.keys(files)[0] ?? show) : show;
  return { path, text: files[path] };
}

function printExample(
  example: RuleExample,
  { language, label }: { readonly language: Language; readonly label: string },
): string[] {
  const { path, text } = shownFile(example);
  const indent = (content: string) =>
    shownText(content)
      .split("\n")
      .map((line) => `    ${line}`.trimEnd());
  return [
    "",
    `${label}${example.name[language]}`,
    ...(text === undefined ? [] : [`  ${path}`, ...indent(text)]),
    ...example.findings.map((place) => `  → ${place}`),
    ...(example.fixed === undefined ? [] : [`  ${WORDS[language].mended}`, ...indent(example.fixed)]),
    ...(example.suggested === undefined
      ? []
      : [`  ${WORDS[language].suggested}`, ...indent(example.suggested)]),
  ];
}

interface Comment {
  readonly text: string;
  readonly isYaml: boolean;
}

/** The comment that silences a rule where it speaks: in YAML, or in an item's text. */
function commentFor({ id, examples }: Rule, reason: string): Comment {
  const isYaml = examples.some(({ findings }) => findings.some((place) => /\.ya?ml:/.test(place)));
  const text = isYaml
    ? `# bulletin-disable-line ${id} -- ${reason}`
    : `<!-- bulletin-disable-next-line ${id} -- ${reason} -->`;
  return { text, isYaml };
}

const SEVERITIES: Readonly<Record<Severity, Message>> = {
  error: { zh: "错误", en: "error  " },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "info   " },
};

/** Headings of the groups, by the part of an id before the stroke. */
export const GROUPS: Readonly<Record<string, Message>> = {
  import: {
    zh: "来稿（导入和检查 Word、邮件等来稿时）",
    en: "Submissions (Word files, mails: import and lint)",
  },
  manifest: { zh: "清单和办刊规定", en: "Manifest and house rules" },
  section: { zh: "栏目", en: "Sections" },
  item: { zh: "稿件", en: "Items" },
  attribution: { zh: "署名", en: "Attribution" },
  image: { zh: "图片", en: "Pictures" },
  link: { zh: "链接", en: "Links" },
  contact: { zh: "联系方式", en: "Contact" },
  privacy: { zh: "个人信息", en: "Privacy" },
  text: { zh: "文字", en: "Text" },
  layout: { zh: "版面（build 时检查）", en: "Layout (checked by build)" },
  web: { zh: "网页形式（build 时检查）", en: "Forms of the HTML edition (checked by build)" },
  suppression: { zh: "屏蔽注释", en: "Comments that silence findings" },
};

const WORDS = {
  zh: {
    source: "依据：",
    options: "选项（默认值）：",
    wrong: "不对：",
    right: "可以：",
    mended: "自动改正后：",
    suggested: "照建议改后：",
    fixable: "可自动改正（--fix）",
    suggests: "给出建议，由编辑决定（--fix-suggestions）",
    structural: "不能降级或关闭",
    layout: "排版时检查",
    fixed: "这条规则关系到版面能否正确生成，不能降级、关闭或用注释屏蔽。",
    reason: "理由",
    refused: "这条规则说的是没有读到的稿件，不能降级或关闭：否则会以为它检查过了。",
    sometimes: (severity: string) => `有时为${severity}`,
    level: (id: string) =>
      `改级别：在 bulletin.yaml 的 lint: rules: 下写 ${id}: off（或 info、warn、error）。`,
    silence: ({ isYaml, text }: Comment) => `屏蔽一处：在${isYaml ? "那一行末尾" : "它上面一行"}写 ${text}。`,
    legend: (count: number) =>
      `共 ${count} 条。✎ 可自动改正，? 给出建议，由编辑决定。bulletin explain 规则名 查看详情。`,
  },
  en: {
    source: "Source: ",
    options: "Options (with their defaults):",
    wrong: "Wrong: ",
    right: "Right: ",
    mended: "After --fix:",
    suggested: "After its suggestion:",
    fixable: "fixable (--fix)",
    suggests: "offers suggestions (--fix-suggestions)",
    structural: "cannot be lowered",
    layout: "checked while composing",
    fixed:
      "The editions cannot be made correctly without this rule: it cannot be lowered, turned off or silenced.",
    reason: "reason",
    refused:
      "This rule tells of what could not be read: it cannot be lowered or turned off, or it would pass for checked.",
    sometimes: (severity: string) => `sometimes ${severity}`,
    level: (id: string) =>
      `To change its severity write ${id}: off (or info, warn, error) under lint: rules: in bulletin.yaml.`,
    silence: ({ isYaml, text }: Comment) =>
      `To silence one place write ${text} ${isYaml ? "at the end of its line" : "on the line above it"}.`,
    legend: (count: number) => `${count} rules. ✎ fixable, ? offers suggestions. See bulletin explain RULE.`,
  },
} as const;
