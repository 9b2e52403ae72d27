/** Asks on the terminal before anything is written. Who asks nobody (a pipe, a runner) is never waited for. */
import { createInterface } from "node:readline/promises";
import type { Language } from "../../diagnostics/language.js";

export const canAsk = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

/** What was answered; Ctrl+C is no answer, but the end of the run. */
export type Answer = "yes" | "no" | "interrupted";

export interface Asking {
  readonly language: Language;
  readonly input?: NodeJS.ReadableStream;
  readonly output?: NodeJS.WritableStream;
}

/** @returns "yes" for y, yes, 是, 好; an end of input is a no */
export async function confirm(
  count: number,
  { language, input = process.stdin, output = process.stderr }: Asking,
): Promise<Answer> {
  const question =
    language === "zh"
      ? `写入以上 ${count} 篇？[y/N] `
      : `Write ${count === 1 ? "this item" : `these ${count} items`}? [y/N] `;
  const terminal = createInterface({ input, output, terminal: true });
  try {
    // Ctrl+C is a key here, and no signal: the terminal hands it on as it is.
    const interrupted = new Promise<Answer>((resolve) => {
      terminal.once("SIGINT", () => resolve("interrupted"));
    });
    const closed = new Promise<Answer>((resolve) => {
      terminal.once("close", () => resolve("no"));
    });
    const answered = terminal
      .question(question)
      .then((answer): Answer => (/^\s*(?:y|yes|是|好)\s*$/i.test(answer) ? "yes" : "no"));
    return await Promise.race([interrupted, answered, closed]);
  } finally {
    terminal.close();
  }
}
