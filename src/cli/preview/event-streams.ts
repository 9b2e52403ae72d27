/**
 * The pages that are open, each at the end of a stream of server-sent events. Each is sent the state as it is and from
 * then on every new one; to one that does not keep up only the latest is sent, when it has taken the one before.
 */
import type { ServerResponse } from "node:http";
import type { Clock } from "../watch/clock.js";

/** A stream that says nothing for longer is taken for dead by what stands between. */
const HEARTBEAT_MS = 15_000;
/** More pages than anybody opens; what is left open by accident cannot fill memory. */
const MOST_STREAMS = 32;
/** Until a page that lost the server asks again, in milliseconds. */
const RETRY_MS = 1000;

export interface EventStreams {
  readonly isFull: () => boolean;
  /** @param response its head written */
  readonly add: (response: ServerResponse, latest: StateEvent) => void;
  readonly send: (event: StateEvent) => void;
  readonly close: () => void;
}

export interface StateEvent {
  readonly id: number;
  /** made once for all pages */
  readonly data: string;
}

/** @param onCount told how many are open when that changes */
export function eventStreams(onCount: (count: number) => void, clock: Pick<Clock, "every">): EventStreams {
  /** what each has yet to be sent */
  const streams = new Map<ServerResponse, StateEvent | undefined>();
  const write = (response: ServerResponse, event: StateEvent): void => {
    if (response.writableNeedDrain) streams.set(response, event);
    else response.write(`id: ${event.id}\nevent: state\ndata: ${event.data}\n\n`);
  };
  const stopBeating = clock.every(HEARTBEAT_MS, () => {
    for (const response of streams.keys()) if (!response.writableNeedDrain) response.write(":\n\n");
  });
  return {
    isFull: () => streams.size >= MOST_STREAMS,
    add(response, latest) {
      streams.set(response, undefined);
      response.on("drain", () => {
        const event = streams.get(response);
        if (event === undefined) return;
        streams.set(response, undefined);
        write(response, event);
      });
      response.once("close", () => {
        streams.delete(response);
        onCount(streams.size);
      });
      response.write(`retry: ${RETRY_MS}\n\n`);
      write(response, latest);
      onCount(streams.size);
    },
    send(event) {
      for (const response of streams.keys()) write(response, event);
    },
    close() {
      stopBeating();
      for (const response of streams.keys()) response.end();
    },
  };
}
