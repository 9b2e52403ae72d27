/** A clock on which a day goes by as fast as what waits for it can be called. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../../src/cli/watch/clock.js";

export interface FastClock extends Clock {
  /** how many wait for something, by how long they wait */
  readonly waiting: () => readonly number[];
  /** Lets time go by: whoever waits is called at the moment asked for, in order, and sockets have their turns between. */
  readonly pass: (milliseconds: number) => Promise<void>;
}

interface Waiting {
  at: number;
  readonly milliseconds: number;
  readonly then: () => void;
  readonly isRepeated: boolean;
}

/** So much of its time goes by between two turns of the real one. */
const TURN_MS = 1_000;

export function fastClock(): FastClock {
  let now = 0;
  const all = new Set<Waiting>();
  const add = (milliseconds: number, then: () => void, isRepeated: boolean) => {
    const one = { at: now + milliseconds, milliseconds, then, isRepeated };
    all.add(one);
    return () => void all.delete(one);
  };
  const nextBy = (end: number): Waiting | undefined =>
    [...all].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
  return {
    now: () => now,
    after: (milliseconds, then) => add(milliseconds, then, false),
    every: (milliseconds, then) => add(milliseconds, then, true),
    waiting: () => [...all].map(({ milliseconds }) => milliseconds).sort((one, other) => one - other),
    async pass(milliseconds) {
      const end = now + milliseconds;
      while (now < end) {
        const turn = Math.min(end, now + TURN_MS);
        for (let due = nextBy(turn); due !== undefined; due = nextBy(turn)) {
          now = due.at;
          if (due.isRepeated) due.at += due.milliseconds;
          else all.delete(due);
          due.then();
        }
        now = turn;
        await nextTurn();
      }
    },
  };
}
