/** The only makers of a CheckedIssue, so that nothing with errors can be rendered. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CheckedIssue, Issue } from "../model/issue.js";

/** The one place where an issue is declared sound: none of its findings is an error. */
export function passIssue(issue: Issue, diagnostics: readonly Diagnostic[]): CheckedIssue | undefined {
  const isSound = diagnostics.every((diagnostic) => diagnostic.severity !== "error");
  return isSound ? (issue as CheckedIssue) : undefined;
}

/**
 * For work that is begun before the check has ended, to be thrown away unless that finds the issue sound: nothing made of
 * it may leave the program before.
 */
export const supposedSound = (issue: Issue): CheckedIssue => issue as CheckedIssue;
