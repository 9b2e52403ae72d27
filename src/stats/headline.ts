/** What stands over the counts: of which period they are, and the whole of it in a sentence. */
import type { Message } from "../diagnostics/diagnostic.js";
import { periodWords } from "./period-words.js";
import type { Statistics } from "./statistics.js";

export interface Headline {
  readonly title: Message;
  readonly summary: Message;
}

export function headlineOf({ period, issues, adopted, received }: Statistics): Headline {
  const { name } = periodWords(period);
  const came =
    received === undefined
      ? { zh: "", en: "" }
      : { zh: `报送 ${received} 篇，`, en: `${received} received, ` };
  return {
    title: { zh: `${name.zh}信息采用情况`, en: `Items printed: ${name.en}` },
    summary: {
      zh: `${issues} 期，${came.zh}采用 ${adopted} 篇。`,
      en: `${issues} ${issues === 1 ? "issue" : "issues"}, ${came.en}${adopted} printed.`,
    },
  };
}
