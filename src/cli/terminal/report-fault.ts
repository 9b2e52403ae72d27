/**
 * What ends a run before its time, told on standard error: the environment's faults with their
 * remedy; ours with their stack, a few frames of it, and never with the line of source that Node
 * would print (of a bundle that is the whole of a file).
 */
import { CommanderError } from "commander";
import type { Language } from "../../diagnostics/language.js";
import { printable, printableLines } from "../../diagnostics/printable.js";
import { troubleOf } from "../../disk/system-trouble.js";
import { hasWrittenFiles } from "../../disk/written-files.js";

export interface FaultOptions {
  readonly language: Language;
  readonly version: string;
  /** what the program failed at, where it goes on with others */
  readonly about?: { readonly path: string; readonly work: "build" | "lint" };
}

/** Wrong usage, unreadable input, or a fault of the program. */
export const EXIT_TROUBLE = 2;

/** @returns the exit code */
export function reportFault(fault: unknown, options: FaultOptions): number {
  // Commander has printed its message already; help and version are no faults.
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : EXIT_TROUBLE;
  process.stderr.write(printFault(fault, options));
  return EXIT_TROUBLE;
}

export function printFault(fault: unknown, { language, version, about }: FaultOptions): string {
  const trouble = troubleOf(fault);
  if (trouble !== undefined) {
    return `bulletin: ${printable(trouble.problem[language])}\n  → ${printable(trouble.remedy[language])}\n`;
  }
  const said = `bulletin: ${whatFailed(language, about)}${OUR_FAULT[language]}`;
  const machine = `bulletin ${version}, Node ${process.version}, ${process.platform} ${process.arch}`;
  return `${said}\n\n${printableLines(shortStack(fault))}\n${machine}\n`;
}

function whatFailed(language: Language, about: FaultOptions["about"]): string {
  if (about !== undefined) return FAILED_AT[language][about.work](printable(about.path));
  const isNothingWritten = !hasWrittenFiles();
  if (language === "zh") return isNothingWritten ? "程序出错，没有写入任何文件。" : "程序出错，没有做完。";
  return isNothingWritten
    ? "The program failed; no file was written. "
    : "The program failed before it had finished. ";
}

const FAILED_AT = {
  zh: {
    build: (path: string) => `程序出错，${path} 没有编译；其他各期照常编译。`,
    lint: (path: string) => `程序出错，${path} 没有检查；其他文件照常检查。`,
  },
  en: {
    build: (path: string) =>
      `The program failed on ${path}, which was not built; the other issues are built. `,
    lint: (path: string) => `The program failed on ${path}, which was not checked; the others are checked. `,
  },
} as const;

const OUR_FAULT: Readonly<Record<Language, string>> = {
  zh: "这是程序的问题，不是稿件的问题；请把下面的文字连同稿件一起反馈给维护者。",
  en: "This is a fault of the program, not of your copy; please report the text below together with the files that cause it.",
};

/** Enough to find the place; what called it is the same for every command. */
const MOST_FRAMES = 8;
/** A message may quote what a file holds. */
const LONGEST_MESSAGE = 500;

function shortStack(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault).slice(0, LONGEST_MESSAGE);
  const frames = (fault.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const message = `${fault.name}: ${fault.message}`.slice(0, LONGEST_MESSAGE);
  return [message, ...frames.slice(0, MOST_FRAMES)].join("\n");
}
