/**
 * The house rules of a bulletin (bulletin.yaml), as far as checking needs them. Keys that an
 * issue may override live in the Issue itself, already merged (FORMATS: maps merge key by key,
 * lists and scalars replace).
 */
import type { Located, Span } from "./located.js";

export interface House {
  /** workspace path of bulletin.yaml; undefined for a manifest that stands alone */
  readonly path: string | undefined;
  /** the sections allowed, in printing order; empty where no list is given */
  readonly sections: readonly SectionRule[];
  /** the rule for each section that the manifest or the house gives */
  readonly lint: LintSettings;
  /** the register of units that may sign items; empty where no list is given */
  readonly units: readonly Unit[];
}

export interface SectionRule {
  readonly name: Located<string>;
  readonly attribution: "required" | "optional" | "forbidden";
  readonly minItems: number;
  readonly maxItems: number | undefined;
  readonly span: Span;
}

export interface Unit {
  readonly name: Located<string>;
  /** names under which it may also sign */
  readonly aliases: readonly Located<string>[];
}

export type SeveritySetting = "off" | "info" | "warning" | "error";

export interface RuleSetting {
  readonly rule: Located<string>;
  readonly severity: SeveritySetting | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface LintSettings {
  /** by rule id */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly words: HouseWords;
}

/** The house dictionary. */
export interface HouseWords {
  /** wrong → right */
  readonly replace: ReadonlyMap<string, Located<string>>;
  readonly forbidden: readonly Located<string>[];
  /** names of persons → their posts, in protocol order */
  readonly names: ReadonlyMap<string, Located<string>>;
}
