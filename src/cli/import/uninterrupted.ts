/**
 * Writing that Ctrl+C does not cut in two: what is asked to end meanwhile ends once everything is on the disk. Before
 * and after it a signal ends the run at once, as it does every program.
 */
import { setImmediate } from "node:timers/promises";

/** Exit code of who was ended by Ctrl+C: 128 and the number of the signal, as shells count. */
export const EXIT_INTERRUPTED = 130;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** @param work is not left before it is done. @returns true where a signal came meanwhile */
export async function uninterrupted(work: () => void): Promise<boolean> {
  let isAsked = false;
  const note = (): void => {
    isAsked = true;
  };
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    work();
    // Signals that came during the work are told when the loop turns.
    await setImmediate();
    await setImmediate();
  } finally {
    for (const signal of SIGNALS) process.off(signal, note);
  }
  return isAsked;
}
