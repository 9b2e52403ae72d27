/** A lint thread: takes rows of targets, answers each row with the outcomes of its targets. */
import { diskWorkspace } from "../disk/disk-workspace.js";
import type { LintOutcomeOptions } from "../outcomes/lint-outcome.js";
import type { Hold } from "../start/thread-hold.js";
import type { Row } from "./lint-many.js";
import { lintRow } from "./lint-many.js";
import { serveTasks } from "./serve-tasks.js";

export function serve(options: LintOutcomeOptions, keep: () => void, hold: Hold): void {
  const lint = lintRow(diskWorkspace(process.cwd()), options);
  serveTasks(
    async (row: Row) => {
      const outcomes = await lint(row);
      keep();
      return outcomes;
    },
    { hold },
  );
}
