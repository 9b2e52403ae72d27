/** A build thread: takes manifests, answers each with its outcome. */
import { diskEnvironment } from "../disk/disk-environment.js";
import { buildOutcome, type OutcomeOptions } from "../outcomes/build-outcome.js";
import { serveTasks } from "./serve-tasks.js";

export function serve(options: OutcomeOptions, keep: () => void): void {
  const environment = diskEnvironment();
  serveTasks(async (manifest: string) => {
    const outcome = await buildOutcome(manifest, environment, options);
    keep();
    return outcome;
  });
}
