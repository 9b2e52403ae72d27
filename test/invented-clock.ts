/** A clock that stands still until it is moved: waits end when their moment is reached, in order. */
import { setImmediate as turn } from "node:timers/promises";

export interface InventedClock {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** has something happen at a moment */
  readonly at: (moment: number, happen: () => void) => void;
  /** moves on to a moment, through all that happens until then */
  readonly runTo: (moment: number) => Promise<void>;
}

export function inventedClock(): InventedClock {
  let now = 0;
  let count = 0;
  const due: { readonly moment: number; readonly order: number; readonly happen: () => void }[] = [];
  const at = (moment: number, happen: () => void) => {
    count += 1;
    due.push({ moment, order: count, happen });
    due.sort((a, b) => a.moment - b.moment || a.order - b.order);
  };
  return {
    now: () => now,
    at,
    wait: (milliseconds) =>
      new Promise((settle) => {
        at(now + milliseconds, settle);
      }),
    async runTo(moment) {
      // Whatever waits for a promise goes on before the clock does.
      await turn();
      for (let next = due[0]; next !== undefined && next.moment <= moment; next = due[0]) {
        due.shift();
        now = next.moment;
        next.happen();
        await turn();
      }
      now = moment;
    },
  };
}
