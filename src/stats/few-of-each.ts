/** A column in a form of its own is wrong in each row: the first findings show it, and the last of them says how many more there are. */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";

const MOST = 20;

/** @returns the first errors and the first warnings, so that no number of warnings hides an error */
export function fewOfEach(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<Diagnostic["severity"], number>();
  const told = all.filter(({ severity }) => {
    const count = (counts.get(severity) ?? 0) + 1;
    counts.set(severity, count);
    return count <= MOST;
  });
  return told.map((one, index) => {
    const untold = (counts.get(one.severity) ?? 0) - MOST;
    const isLast = told.findLastIndex(({ severity }) => severity === one.severity) === index;
    return untold > 0 && isLast ? { ...one, help: andMore(one.help, untold) } : one;
  });
}

const andMore = (help: Message | undefined, more: number): Message => ({
  zh: `${help?.zh ?? ""}另有 ${more} 处没有列出。`,
  en: `${help?.en ?? ""} ${more} more ${more === 1 ? "is" : "are"} not listed.`.trimStart(),
});
