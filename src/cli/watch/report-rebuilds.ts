/**
 * What a watch says of its builds: of the first all there is to say (report-outcome.ts), of those
 * behind it a line each and what has become of the findings (print-rebuild.ts).
 */
import type { Findings } from "../../diagnostics/compare-findings.js";
import { folderOf } from "../../read/workspace.js";
import {
  type OutcomeReportOptions,
  type ReportedIssue,
  reportedFindings,
  reportOutcome,
} from "../build/report-outcome.js";
import { lookOf } from "../terminal/paint.js";
import type { IssueChanges } from "./followed-issues.js";
import { printCome, printRebuild, printUnchanged } from "./print-rebuild.js";

export interface RebuildReporter {
  /** @param changed files whose change leads to the build, none for the first */
  readonly begin: (changed: readonly string[]) => void;
  /** Issues that were added or taken away meanwhile, by manifest. */
  readonly come: (changes: IssueChanges) => void;
  readonly report: (issue: ReportedIssue) => void;
  /** says so where nothing of what was built has changed */
  readonly end: () => void;
}

interface Known {
  readonly findings: Findings;
  /** what its editions hold, one digest behind the other */
  readonly digests: string;
  /** as people call the issue, also while it is refused */
  readonly name: string;
}

export function rebuildReporter(
  options: OutcomeReportOptions,
  { isAlone, clock }: { readonly isAlone: boolean; readonly clock: () => Date },
): RebuildReporter {
  const known = new Map<string, Known>();
  let changed: readonly string[] = [];
  let isTold = true;
  return {
    begin(files) {
      changed = files;
      isTold = files.length === 0;
    },
    come({ appeared, gone }) {
      isTold = true;
      for (const manifest of gone) known.delete(manifest);
      const names = (manifests: readonly string[]) =>
        manifests.map((manifest) => nameOf(manifest, undefined));
      process.stdout.write(
        printCome(
          { appeared: names(appeared), gone: names(gone) },
          { time: timeOf(clock()), language: options.language },
        ),
      );
    },
    report(issue) {
      const { outcome, editions } = issue;
      const { manifest, slug, sources, milliseconds } = outcome;
      const before = known.get(manifest);
      const now: Known = {
        findings: { diagnostics: reportedFindings(outcome.diagnostics, options), sources },
        digests: editions.map(({ sha256 }) => sha256).join(" "),
        name: nameOf(manifest, slug ?? before?.name),
      };
      known.set(manifest, now);
      if (before === undefined) {
        reportOutcome(issue, options);
        return;
      }
      // Of many issues, one that stays as it was is not spoken of.
      if (!isAlone && isSame(before, now)) return;
      isTold = true;
      const { line, findings } = printRebuild(
        {
          time: timeOf(clock()),
          name: now.name,
          changed,
          before: before.findings,
          now: now.findings,
          hidden: outcome.diagnostics.length - now.findings.diagnostics.length,
          editions,
          isRefused: slug === undefined,
          milliseconds,
        },
        { ...lookOf(process.stderr), language: options.language, verbose: options.verbose === true },
      );
      (slug === undefined ? process.stderr : process.stdout).write(line);
      process.stderr.write(findings);
    },
    end() {
      if (isTold) return;
      const line = printUnchanged(changed, options.language);
      process.stdout.write(`${timeOf(clock())}  ${line}\n`);
    },
  };
}

const isSame = (one: Known, other: Known): boolean =>
  one.digests === other.digests &&
  one.findings.diagnostics.length === other.findings.diagnostics.length &&
  one.findings.diagnostics.every(
    ({ rule, message }, index) =>
      rule === other.findings.diagnostics[index]?.rule &&
      message.zh === other.findings.diagnostics[index]?.message.zh,
  );

/** An issue is called by its folder; one that lies where the command was started, by its file's name. */
function nameOf(manifest: string, slug: string | undefined): string {
  const folder = folderOf(manifest);
  return folder === "." ? (slug ?? manifest) : folder;
}

function timeOf(moment: Date): string {
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
