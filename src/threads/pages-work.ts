/** What a pages thread does: composes an order's pages, keeps them, paints them. The other side: pages-beside.ts. */
import { type IssuePages, makePages, type PagesEnvironment } from "../issue-pages.js";
import type { PagesAnswer, PagesTask } from "./pages-beside.js";

/** @param keep keeps what has been compiled, before the last answer (start/begin-thread.ts) */
export function pagesWork(environment: PagesEnvironment, keep: () => void = () => undefined) {
  let made: IssuePages | undefined;
  return async (task: PagesTask): Promise<PagesAnswer> => {
    if (task.kind === "painted") {
      // Of pages that could not be composed nobody asks for more.
      const editions = (await made?.paint()) ?? new Map();
      keep();
      return { kind: "painted", editions };
    }
    made = await makePages(task.order, environment);
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
