/**
 * What a pages thread does: composes items as they come, then an order's pages, keeps them, paints them. The other side:
 * pages-beside.ts.
 */
import { type IssuePages, makePages, type PagesEnvironment } from "../issue-pages.js";
import { lengthen } from "../items-ahead.js";
import { openPagesAhead, type PagesAhead } from "../pages-ahead.js";
import type { PagesAnswer, PagesTask } from "./pages-beside.js";

/** @param keep keeps what has been compiled, before the last answer (start/begin-thread.ts) */
export function pagesWork(environment: PagesEnvironment, keep: () => void = () => undefined) {
  let ahead: Promise<PagesAhead> | undefined;
  let made: IssuePages | undefined;
  return async (task: PagesTask): Promise<PagesAnswer> => {
    if (task.kind === "opened") {
      ahead = openPagesAhead(task.opening, environment);
      await ahead;
      return { kind: "taken" };
    }
    if (task.kind === "items") {
      (await ahead)?.compose(task.items);
      return { kind: "taken" };
    }
    if (task.kind === "painted") {
      // Of pages that could not be composed nobody asks for more.
      const editions = (await made?.paint()) ?? new Map();
      keep();
      return { kind: "painted", editions };
    }
    const opened = await ahead;
    // From here on what was composed hangs from its pages alone.
    ahead = undefined;
    made = await makePages(lengthen(task, opened?.itemsOf), environment, opened);
    const { facts, places, diagnostics, sources } = made;
    return { kind: "composed", facts, places, diagnostics, sources };
  };
}

/** @returns the memory of an answer's files, where one has a piece to itself: what else lies in it would be lost */
export function filesIn(answer: PagesAnswer): readonly ArrayBuffer[] {
  if (answer.kind !== "painted") return [];
  const whole = [...answer.editions.values()].flatMap(({ bytes }) =>
    bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [],
  );
  return [...new Set(whole)];
}
