/** A pages thread: loads what pages need while the issue is read, composes items as they come, then answers an order's two questions. */
import { diskEnvironment } from "../disk/disk-environment.js";
import type { EditionName } from "../editions/edition-table.js";
import { preparePages } from "../issue-pages.js";
import type { Hold } from "../start/thread-hold.js";
import type { PagesTask } from "./pages-beside.js";
import { filesIn, pagesWork } from "./pages-work.js";
import { serveTasks } from "./serve-tasks.js";

export function serve(
  { editions }: { readonly editions: readonly EditionName[] },
  keep: () => void,
  hold: Hold,
): void {
  const environment = diskEnvironment();
  serveTasks(pagesWork(environment, keep), {
    givenAway: filesIn,
    hold,
    // What is composed is plain computing, and may take long where an issue is refused meanwhile.
    isWhole: (task: PagesTask) => task.kind === "painted",
  });
  // What cannot be loaded or opened is told by the order that needs it.
  preparePages(editions, {}, environment).catch(() => undefined);
}
