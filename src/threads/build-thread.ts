/** A build thread: takes manifests, answers each with its outcome. */
import { diskEnvironment } from "../disk/disk-environment.js";
import { buildOutcome, type OutcomeOptions } from "../outcomes/build-outcome.js";
import type { Hold } from "../start/thread-hold.js";
import { type RunLength, settleV8 } from "../v8/settle-v8.js";
import { serveTasks } from "./serve-tasks.js";

export function serve(options: OutcomeOptions, keep: () => void, hold: Hold): void {
  let isSettled = false;
  let isLong = false;
  const settle = (run: RunLength) => {
    isLong ||= run === "long";
    // It builds one after another, as long as there are issues.
    if (!isSettled) settleV8("long");
    isSettled = true;
  };
  const environment = { ...diskEnvironment(), settle };
  serveTasks(
    async (manifest: string) => {
      const outcome = await buildOutcome(manifest, environment, options);
      // Of what a long one asked V8 for nothing is kept, and it is not to be taken back.
      if (isLong) return outcome;
      keep();
      // Which may have taken it back.
      if (isSettled) settleV8("long");
      return outcome;
    },
    { hold },
  );
}
