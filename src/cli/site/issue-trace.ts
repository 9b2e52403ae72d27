/**
 * What the pages of an issue depend on, out of all that building it asks of the disk: files read whole and what stands in
 * its own folder. Titles of earlier issues are asked for as well, for warnings alone: the pages are the same with them.
 */
import type { Answers, Trace } from "../../outcomes/fingerprint.js";
import { ownQuestion } from "../../outcomes/question.js";
import { isInside } from "../../read/workspace.js";

/** @param folder of the issue */
export function traceOfPages({ answers, isTorn }: Trace, folder: string): Trace {
  const own: Answers = new Map([...answers].filter(([question]) => isOfPages(question, folder)));
  return { answers: own, isTorn };
}

function isOfPages(question: string, folder: string): boolean {
  const asked = ownQuestion(question);
  switch (asked[0]) {
    case "read":
      return asked[1] === "templates" || asked[4] === null || isInside(asked[2], folder);
    case "list":
    case "real":
      return asked[1] === "templates" || isInside(asked[2], folder);
    case "font":
    case "fonts":
      return false;
    default:
      return asked satisfies never;
  }
}
