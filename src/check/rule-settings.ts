/**
 * How each rule holds here: its default severity and options, changed by the house rules
 * (lint.rules), changed by the command line (--rule). A setting that cannot hold is reported at
 * its place and left out: an unknown rule, an option of the wrong name or type, a structural law
 * that somebody wants lowered.
 */
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/nearest-name.js";
import type { House, RuleSetting, SeveritySetting } from "../model/house.js";
import type { Rule } from "../rules/rule.js";
import { meantRule } from "./meant-rule.js";

/** Severities that the command line gives, by rule id; `readSeverityOverride` makes one entry. */
export type SeverityOverrides = ReadonlyMap<string, SeveritySetting>;

export interface RuleSettings {
  /** @returns undefined where the rule is off */
  readonly severityOf: (id: string, made: Severity) => Severity | undefined;
  readonly optionsOf: (rule: Rule) => Readonly<Record<string, unknown>>;
  /** what is wrong with the settings themselves */
  readonly diagnostics: readonly Diagnostic[];
}

export interface SettingsInput {
  readonly rules: readonly Rule[];
  readonly house: House;
  readonly overrides: SeverityOverrides;
}

export function resolveSettings({ rules, house, overrides }: SettingsInput): RuleSettings {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const diagnostics: Diagnostic[] = [];
  const options = new Map<string, Readonly<Record<string, unknown>>>();
  for (const setting of house.lint.rules.values()) {
    const rule = byId.get(setting.rule.value);
    if (rule === undefined) {
      diagnostics.push(unknownRule(setting, rules));
      continue;
    }
    if (rule.structural && isLowered(setting.severity)) diagnostics.push(fixedSeverity(setting));
    const { accepted, faults } = acceptOptions(rule, setting);
    options.set(rule.id, accepted);
    diagnostics.push(...faults);
  }
  return {
    severityOf(id, made) {
      if (byId.get(id)?.structural === true) return "error";
      const chosen = overrides.get(id) ?? house.lint.rules.get(id)?.severity ?? made;
      return chosen === "off" ? undefined : chosen;
    },
    optionsOf: (rule) => ({ ...rule.options, ...options.get(rule.id) }),
    diagnostics,
  };
}

const isLowered = (severity: SeveritySetting | undefined): boolean =>
  severity !== undefined && severity !== "error";

function acceptOptions(rule: Rule, setting: RuleSetting) {
  const accepted: Record<string, unknown> = {};
  const faults: Diagnostic[] = [];
  for (const [name, value] of Object.entries(setting.options)) {
    const initial = rule.options?.[name];
    if (initial === undefined) faults.push(unknownOption({ rule, setting, name }));
    else if (isSameType(value, initial)) accepted[name] = value;
    else faults.push(invalidOption({ setting, name, value, wanted: initial }));
  }
  return { accepted, faults };
}

function isSameType(value: unknown, initial: unknown): boolean {
  if (Array.isArray(initial)) {
    return Array.isArray(value) && value.every((entry) => typeof entry === "string");
  }
  if (typeof initial === "number") return typeof value === "number" && Number.isFinite(value) && value >= 0;
  return typeof value === typeof initial;
}

/** An error, as any unknown key is: the house's law would silently not hold. */
function unknownRule(setting: RuleSetting, rules: readonly Rule[]): Diagnostic {
  const id = setting.rule.value;
  const nearest = meantRule(id, rules);
  return {
    rule: "manifest/unknown-rule",
    severity: "error",
    span: setting.rule.span,
    message: {
      zh: `没有名为“${id}”的规则，这项设置不起作用。`,
      en: `There is no rule “${id}”, so this setting does nothing.`,
    },
    help:
      nearest === undefined
        ? { zh: "运行 bulletin rules 查看全部规则。", en: "Run bulletin rules to see all rules." }
        : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
  };
}

function fixedSeverity(setting: RuleSetting): Diagnostic {
  const id = setting.rule.value;
  return {
    rule: "manifest/fixed-severity",
    severity: "warning",
    span: setting.rule.span,
    message: id.startsWith("import/")
      ? {
          zh: `“${id}”说的是没有读到的来稿，不能降级或关闭，仍按错误处理。`,
          en: `“${id}” tells of what could not be read; it remains an error and cannot be lowered or turned off.`,
        }
      : {
          zh: `“${id}”关系到版面能否正确生成，不能降级或关闭，仍按错误处理。`,
          en: `“${id}” is needed for correct editions; it remains an error and cannot be lowered or turned off.`,
        },
    help: {
      zh: "请删去这项设置，改正它报告的问题。",
      en: "Remove this setting and correct what the rule reports.",
    },
  };
}

function unknownOption(input: { rule: Rule; setting: RuleSetting; name: string }): Diagnostic {
  const { rule, setting, name } = input;
  const known = Object.keys(rule.options ?? {});
  const nearest = nearestName(name, known);
  const list = known.join(", ");
  return {
    rule: "manifest/invalid-option",
    severity: "error",
    span: setting.rule.span,
    message: {
      zh: `规则“${rule.id}”没有“${name}”这个选项。`,
      en: `The rule “${rule.id}” has no option “${name}”.`,
    },
    help:
      nearest !== undefined
        ? { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` }
        : known.length > 0
          ? { zh: `可用的选项：${list}。`, en: `Its options are: ${list}.` }
          : {
              zh: "这条规则没有选项，只能设置级别。",
              en: "This rule has no options; only its severity can be set.",
            },
  };
}

function invalidOption(input: {
  setting: RuleSetting;
  name: string;
  value: unknown;
  wanted: number | string | boolean | readonly string[];
}): Diagnostic {
  const { setting, name, value, wanted } = input;
  return {
    rule: "manifest/invalid-option",
    severity: "error",
    span: setting.rule.span,
    message: {
      zh: `规则“${setting.rule.value}”的选项“${name}”不能是 ${JSON.stringify(value)}，仍按 ${JSON.stringify(wanted)} 处理。`,
      en: `The option “${name}” of “${setting.rule.value}” cannot be ${JSON.stringify(value)}; ${JSON.stringify(wanted)} is used.`,
    },
    help: {
      zh: `请写成同一类的值，例如 ${JSON.stringify(wanted)}。`,
      en: `Give a value of the same type, such as ${JSON.stringify(wanted)}.`,
    },
  };
}
