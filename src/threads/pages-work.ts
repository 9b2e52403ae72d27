/** What a pages thread does: composes an order's pages, keeps them, paints them. The other side: pages-beside.ts. */
import { type IssuePages, makePages, type PagesEnvironment } from "../issue-pages.js";
import type { PagesAnswer, PagesTask } from "./pages-beside.js";

export function pagesWork(environment: PagesEnvironment) {
  let made: IssuePages | undefined;
  return async (task: PagesTask): Promise<PagesAnswer> => {
    if (task.kind === "painted") {
      // Of pages that could not be composed nobody asks for more.
      return { kind: "painted", editions: (await made?.paint()) ?? new Map() };
    }
    made = await makePages(task.order, environment);
    const { facts, places, diagnostics, sources } = made;
    return { kind: "composed", facts, places, diagnostics, sources };
  };
}
