/** Asks on the terminal before anything is written. Who asks nobody (a pipe, a runner) is never waited for. */
import { createInterface } from "node:readline/promises";
import type { Language } from "../../diagnostics/language.js";

export const canAsk = (): boolean => process.stdin.isTTY === true && process.stderr.isTTY === true;

/** @returns true for y, yes, 是; an end of input is a no */
export async function confirm(count: number, language: Language): Promise<boolean> {
  const question =
    language === "zh"
      ? `写入以上 ${count} 篇？[y/N] `
      : `Write ${count === 1 ? "this item" : `these ${count} items`}? [y/N] `;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const closed = new Promise<string>((resolve) => {
      terminal.once("close", () => resolve(""));
    });
    const answer = await Promise.race([terminal.question(question), closed]);
    return /^\s*(?:y|yes|是|好)\s*$/i.test(answer);
  } finally {
    terminal.close();
  }
}
