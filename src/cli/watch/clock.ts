/** The time of this machine as those who wait for something ask for it; a test lets a day go by in a moment. */

export interface Clock {
  /** milliseconds from some moment on */
  readonly now: () => number;
  /** @returns takes it back */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  /** Never keeps the program from ending. @returns ends it */
  readonly every: (milliseconds: number, then: () => void) => () => void;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  every(milliseconds, then) {
    const timer = setInterval(then, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};
