/** When a preview that nobody looks at any more ends: so long after its last page was closed. */
import { type Clock, SYSTEM_CLOCK } from "../watch/clock.js";

/** A page that is reloaded, or a lid that is closed for lunch, is no end. */
export const IDLE_MS = 10 * 60 * 1000;

export interface IdleEnd {
  /** @param pages how many are open now. One that was never opened is waited for. */
  readonly note: (pages: number) => void;
  readonly ended: Promise<void>;
  readonly close: () => void;
}

export function idleEnd(clock: Pick<Clock, "after"> = SYSTEM_CLOCK): IdleEnd {
  let takeBack: (() => void) | undefined;
  let isClosed = false;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((settle) => {
    end = settle;
  });
  const stopWaiting = (): void => {
    takeBack?.();
    takeBack = undefined;
  };
  return {
    note(pages) {
      stopWaiting();
      if (pages === 0 && !isClosed) takeBack = clock.after(IDLE_MS, end);
    },
    ended,
    close() {
      isClosed = true;
      stopWaiting();
    },
  };
}
