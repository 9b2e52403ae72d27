/** The one JSON document of `bulletin build --json`, on standard output, whatever came of the issues. */
import type { Diagnostic, Sources } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { findingRecords } from "../../diagnostics/print-json.js";
import { printableJson } from "../../diagnostics/printable.js";
import type { WrittenEdition } from "../../outcomes/remember-outcomes.js";
import type { TroubleRecord } from "../terminal/run-troubles.js";
import type { WithheldEdition } from "./withheld-editions.js";

export interface WrittenIssue {
  readonly manifest: string;
  readonly editions: readonly WrittenEdition[];
  /** of an issue with a level of secrecy: what it has no edition of */
  readonly withheld?: readonly WithheldEdition[];
  /** of items alone: what lies beside them and is of none of them */
  readonly left?: readonly string[];
  readonly milliseconds: number;
}

export interface BuildDocument {
  readonly written: readonly WrittenIssue[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  readonly troubles: readonly TroubleRecord[];
  readonly language: Language;
}

export function printBuildDocument({
  written,
  diagnostics,
  sources,
  troubles,
  language,
}: BuildDocument): string {
  const document = {
    version: 1,
    issues: written,
    findings: findingRecords(diagnostics, sources, language),
    ...(troubles.length > 0 && { troubles }),
  };
  return `${printableJson(document)}\n`;
}
