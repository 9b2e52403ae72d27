/**
 * The pages of one issue made in a thread of their own, while that of the command checks it and makes the editions of its
 * text. What goes over, and when:
 *
 * - `opened`: what is known before the items are read, for the fonts.
 * - `items`: some of them, as they are read; they are composed meanwhile.
 * - `composed`: an order (issue-pages.ts), as soon as the issue is read. Back come findings and page numbers.
 * - `painted`: asked with it, answered last. Back come the editions that are pages.
 *
 * All of it is plain data and copied. The thread reads fonts for itself; of the issue it reads nothing, so that every
 * edition is made of the same texts and pictures, whatever becomes of the files meanwhile.
 */

import type { EditionName } from "../editions/edition-table.js";
import { type IssuePages, makePages, type PagesEnvironment, type PagesOrder } from "../issue-pages.js";
import { itemsAhead, type ShortOrder } from "../items-ahead.js";
import type { ItemsAhead, PagesBeside, PagesOpening } from "../pages-ahead.js";
import type { MadeEditions } from "../render-editions.js";
import { beginPagesThread, type EarlyThread } from "../start/plain-build.js";
import { NOT_BEGUN, threadOf, threadPlace } from "./thread-pool.js";

export type PagesTask =
  | { readonly kind: "opened"; readonly opening: PagesOpening }
  | { readonly kind: "items"; readonly items: ItemsAhead }
  | ({ readonly kind: "composed" } & ShortOrder)
  | { readonly kind: "painted" };

export type PagesAnswer =
  | { readonly kind: "taken" }
  | ({ readonly kind: "composed" } & Pick<IssuePages, "facts" | "places" | "diagnostics" | "sources">)
  | { readonly kind: "painted"; readonly editions: MadeEditions };

/**
 * Pictures go over as copies, each byte held once more: up to here they take less memory than the thread itself, some
 * 20 MB. Beyond, one thread makes all.
 */
const MOST_PICTURE_BYTES = 16_000_000;

export interface PagesThread {
  readonly beside: PagesBeside;
  /** as of any thread that begins (start/begin-thread.ts) */
  readonly delaysSettling: EarlyThread["delaysSettling"];
  readonly stop: () => void;
}

export interface PagesThreadOptions {
  readonly jobs: number | undefined;
  /** what pages are made with in this thread, where the system starts no other */
  readonly here: () => PagesEnvironment;
  /** the thread, where it was begun before the command was loaded (start/plain-build.ts) */
  readonly early?: EarlyThread | undefined;
}

/**
 * Starts the thread, so that it is warm when the issue is read.
 * @param editions some of which need pages
 * @returns undefined where the work is to be done in one, or the system starts no other, and where dist/ is not built
 */
export function startPages(
  editions: readonly EditionName[],
  { jobs, here, early }: PagesThreadOptions,
): PagesThread | undefined {
  const begun = early ?? beginHere(editions, jobs);
  if (begun === undefined) return undefined;
  const thread = threadOf<PagesTask, PagesAnswer>(begun, begun);
  const stop = () => {
    thread.stop().catch(() => undefined);
  };
  /** what became of the thread while it was sent what no answer is waited for */
  let fault: unknown;
  const send = (task: PagesTask) => {
    thread.run(task).catch((thrown: unknown) => {
      fault ??= thrown;
    });
  };
  const ahead = itemsAhead((items) => send({ kind: "items", items }));
  const open: PagesBeside["open"] = (opening) => {
    send({ kind: "opened", opening });
    return ahead.take;
  };
  const takeOrder: PagesBeside["order"] = (order) => {
    if (bytesOf(order) > MOST_PICTURE_BYTES) {
      stop();
      return undefined;
    }
    const composed = thread.run({ kind: "composed", ...ahead.shorten(order) });
    const painted = thread.run({ kind: "painted" });
    const pages = composed.then(async (answered): Promise<IssuePages> => {
      if (answered === NOT_BEGUN) {
        // It was ended by what it had been sent before.
        if (fault !== undefined) throw fault;
        return makePages(order, here());
      }
      const { outcome } = answered;
      if (outcome.kind !== "composed") throw new Error("a thread answered another question");
      return { ...outcome, paint: () => painted.then(editionsOf) };
    });
    // It is taken down while the other editions are made and written.
    painted.then(stop, stop);
    // Who drops them hears no more of either.
    for (const promise of [pages, painted]) promise.catch(() => undefined);
    return { pages, drop: stop };
  };
  return { beside: { open, order: takeOrder }, delaysSettling: begun.delaysSettling, stop };
}

function beginHere(editions: readonly EditionName[], jobs: number | undefined): EarlyThread | undefined {
  const place = threadPlace();
  return place && beginPagesThread({ editions }, place, jobs);
}

const bytesOf = ({ input }: PagesOrder): number =>
  [...input.assets.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);

function editionsOf(answered: { readonly outcome: PagesAnswer } | typeof NOT_BEGUN): MadeEditions {
  // It was asked with the order, and who is behind that asks no more of a thread that has ended.
  if (answered === NOT_BEGUN || answered.outcome.kind !== "painted")
    throw new Error("a thread answered another question");
  return answered.outcome.editions;
}
