/** Asks at a terminal whether the PDF may use the fonts installed here; where nobody can answer, nobody is asked. */
import { createInterface } from "node:readline/promises";
import type { Language } from "../../diagnostics/language.js";

const QUESTION: Readonly<Record<Language, string>> = {
  zh: "PDF 用本机已装的仿宋、楷体、小标宋等字体吗？用了，换一台电脑排出来可能不同。[y/N] ",
  en: "Set the PDF in fonts installed on this computer (Fangsong, Kaiti, Xiaobiaosong)? Another computer may then set other pages. [y/N] ",
};

/** @returns undefined where nobody was asked; an end of input is a no */
export async function askForSystemFonts(language: Language): Promise<boolean | undefined> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const closed = new Promise<string>((resolve) => {
      terminal.once("close", () => resolve(""));
    });
    const answer = await Promise.race([terminal.question(QUESTION[language]), closed]);
    return /^\s*(?:y|yes|是|好|用)\s*$/i.test(answer);
  } finally {
    terminal.close();
  }
}
