/** How many findings of each severity there are: counted once, told by every reporter. */
import type { Diagnostic } from "./diagnostic.js";

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** findings that --fix mends */
  readonly fixable: number;
  /** findings that it does not mend, for which something is suggested */
  readonly suggested: number;
}

/** Findings that a report leaves out, by why. */
export interface Hidden {
  /** what is no error, where errors alone are asked for */
  readonly byQuiet?: Pick<Summary, "warnings" | "infos">;
  /** how many the baseline holds */
  readonly byBaseline?: number;
  /** how many are about copy that a change leaves as it was */
  readonly byChange?: number;
}

export function summarise(diagnostics: readonly Diagnostic[]): Summary {
  const count = (test: (diagnostic: Diagnostic) => boolean) => diagnostics.filter(test).length;
  return {
    errors: count(({ severity }) => severity === "error"),
    warnings: count(({ severity }) => severity === "warning"),
    infos: count(({ severity }) => severity === "info"),
    fixable: count(({ fix }) => fix !== undefined),
    suggested: count(({ fix, suggestions = [] }) => fix === undefined && suggestions.length > 0),
  };
}
