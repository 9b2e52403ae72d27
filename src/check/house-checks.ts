/**
 * What holds for everything under one house: which rules, with which severities and options, and
 * its words ready to be looked up. A folder of submissions is judged under one house; what is the
 * same for each of them is made once.
 */
import type { House } from "../model/house.js";
import type { HouseDictionary, PersonalDatum, Rule } from "../rules/rule.js";
import { allRules } from "./all-rules.js";
import { allowedData } from "./find-personal-data.js";
import { houseDictionary } from "./house-dictionary.js";
import { type LinesAsked, linesAsked } from "./lines-asked.js";
import { type RuleSettings, resolveSettings, type SeverityOverrides } from "./rule-settings.js";
import type { ActiveRule } from "./run-rules.js";

export interface CheckOptions {
  /** severities given on the command line; they win over the house rules */
  readonly severities?: SeverityOverrides;
  /** only what the editions cannot be right without (`build --no-lint`) */
  readonly structuralOnly?: boolean;
  /** all findings of a file, not the gravest alone (bound-findings.ts) */
  readonly everyFinding?: boolean;
}

export interface HouseChecks {
  readonly settings: RuleSettings;
  /** the rules that hold here, in their order; those of the pages are not run by check/ */
  readonly rules: readonly ActiveRule[];
  readonly linesAsked: LinesAsked;
  readonly dictionary: HouseDictionary;
  /** what the house lets items print of persons' addresses and numbers */
  readonly isAllowed: (datum: PersonalDatum) => boolean;
}

export const isMadeByLayout = (rule: Rule): boolean =>
  rule.scope === "documented" && rule.madeBy === "layout";

/** @returns what is checked under a house with these options; the same object while what they hold stays the same */
export function houseChecks(house: House, options: CheckOptions): HouseChecks {
  const before = known.get(house);
  if (before !== undefined && isSame(before.options, options)) return before.checks;
  const checks = settleChecks(house, options);
  known.set(house, { options, checks });
  return checks;
}

/** By what they hold: whoever lints a folder may hand over new options for each file. */
const isSame = (one: CheckOptions, other: CheckOptions): boolean =>
  one.severities === other.severities && one.structuralOnly === other.structuralOnly;

const known = new WeakMap<House, { readonly options: CheckOptions; readonly checks: HouseChecks }>();

function settleChecks(house: House, { severities, structuralOnly }: CheckOptions): HouseChecks {
  const settings = resolveSettings({ rules: allRules, house, overrides: severities ?? new Map() });
  const rules = allRules
    .filter((rule) => (rule.structural || structuralOnly !== true) && !isMadeByLayout(rule))
    .filter((rule) => settings.severityOf(rule.id, rule.severity) !== undefined)
    .map((rule) => ({ rule, options: settings.optionsOf(rule) }));
  const { allow, email, phone } = house.contact;
  const printed = [email, phone].flatMap((own) => (own === undefined ? [] : [own.value]));
  return {
    settings,
    rules,
    linesAsked: linesAsked(rules.flatMap(({ rule }) => (rule.scope === "text" ? [rule] : []))),
    dictionary: houseDictionary(house),
    isAllowed: allowedData([...allow.map((entry) => entry.value), ...printed]),
  };
}
