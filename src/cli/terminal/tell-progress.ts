/** How far the reading of many files has come, in one line of the terminal that is gone once they are read. */
import type { Language } from "../../diagnostics/language.js";

/** Fewer are read before anybody would look. */
const FEWEST_FILES = 20;

export interface Progress {
  /** one more is read */
  readonly step: () => void;
  readonly end: () => void;
}

/** @param count of files. Says nothing where nobody looks at standard error */
export function tellProgress(count: number, language: Language): Progress {
  const { stderr } = process;
  if (stderr.isTTY !== true || process.env.TERM === "dumb" || count < FEWEST_FILES)
    return { step: () => {}, end: () => {} };
  let done = 0;
  return {
    step: () => {
      done += 1;
      stderr.write(language === "zh" ? `\r正在读取：${done}/${count}` : `\rReading: ${done}/${count}`);
    },
    // Back to the start of the line, and the line cleared (ECMA-48, 8.3.41).
    end: () => stderr.write("\r\u001b[K"),
  };
}
