/**
 * The states of the server as they come. A browser opens six connections to one host, and an event stream holds its own
 * for as long as its tab is open: of all tabs of one preview the one that has the lock holds the stream, and hands on
 * what comes to the others. What a state means for the page is not known here.
 */
import type { PreviewState } from "./protocol.js";
import { isKnown } from "./server.js";

export type Connection = "open" | "lost" | "ended";

export interface Listener {
  readonly onState: (state: PreviewState) => void;
  readonly onConnection: (connection: Connection) => void;
}

/** What comes of the server; a state as it wrote it. */
type Told =
  /** @property at moment of the try that it is of: one made anew may lead to another run of the server */
  | { readonly kind: "connection"; readonly connection: Connection; readonly at: number }
  | { readonly kind: "state"; readonly text: string };

/** What tabs say to each other. */
type Said = Told | { readonly kind: "ask" } | { readonly kind: "held" };

/** Of the lock and of the channel; both are of this origin, and so of this port, alone. */
const NAME = "bulletin preview";

/** Tried again after this long; browsers give up on an event stream that was answered with an error. */
const RETRY_MS = 2000;
/** Whoever holds the stream has answered by then, unless its browser has put it to sleep. */
const ANSWER_MS = 1000;
/** Tabs that are looked at ask this often whether the stream is still held. */
const ASK_MS = 20_000;

/** Follows the states of the server and connects again by itself. @returns connects again at once */
export function followStates(listener: Listener): () => void {
  const take = (told: Told) => {
    if (told.kind === "connection") listener.onConnection(told.connection);
    else listener.onState(JSON.parse(told.text) as PreviewState);
  };
  // Browsers older than the lock, which Chromium has from 69 on, Firefox from 96, Safari from 15.4.
  if (navigator.locks === undefined || typeof BroadcastChannel === "undefined")
    return openStream(take).connect;

  const channel = new BroadcastChannel(NAME);
  const say = (said: Said) => channel.postMessage(said);
  let stream: Stream | undefined;
  let isAnswered = false;
  /** what was taken last, to hand on, and so that nothing is taken twice */
  let connection: Told | undefined;
  let state: Told | undefined;

  const keep = (told: Told) => {
    if (isSame(told.kind === "state" ? state : connection, told)) return;
    if (told.kind === "state") state = told;
    else {
      connection = told;
      // What comes first by a new connection is taken in any case.
      state = undefined;
    }
    take(told);
  };

  const open = () => {
    if (stream !== undefined) return;
    stream = openStream((told) => {
      keep(told);
      say(told);
    });
  };
  const hold = (steal: boolean) => {
    const held = navigator.locks.request(NAME, { steal }, () => {
      open();
      return new Promise(() => undefined);
    });
    held.catch((fault: unknown) => {
      // A browser that lets no page keep anything gives no locks either.
      if (!(fault instanceof DOMException && fault.name === "AbortError")) return open();
      // Another has taken it, for we did not answer.
      stream?.close();
      stream = undefined;
      hold(false);
    });
  };

  const ask = () => {
    if (stream !== undefined) return stream.connectIfLost();
    isAnswered = false;
    say({ kind: "ask" });
    setTimeout(() => {
      if (!isAnswered && stream === undefined) hold(true);
    }, ANSWER_MS);
  };

  channel.addEventListener("message", ({ data }: MessageEvent<Said>) => {
    if (data.kind !== "ask") isAnswered = true;
    if (data.kind === "connection" || data.kind === "state") keep(data);
    if (data.kind !== "ask" || stream === undefined) return;
    say({ kind: "held" });
    if (connection !== undefined) say(connection);
    if (state !== undefined) say(state);
    stream.connectIfLost();
  });
  const askWhenSeen = () => {
    if (document.visibilityState === "visible") ask();
  };
  document.addEventListener("visibilitychange", askWhenSeen);
  setInterval(askWhenSeen, ASK_MS);

  hold(false);
  ask();
  return ask;
}

const isSame = (one: Told | undefined, other: Told): boolean => JSON.stringify(one) === JSON.stringify(other);

interface Stream {
  readonly connect: () => void;
  readonly connectIfLost: () => void;
  readonly close: () => void;
}

function openStream(onTold: (told: Told) => void): Stream {
  let events: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at = 0;
  let isLost = false;
  const close = () => {
    clearTimeout(timer);
    events?.close();
  };
  const tell = (connection: Connection) => {
    isLost = connection !== "open";
    onTold({ kind: "connection", connection, at });
  };
  const connect = () => {
    close();
    at = performance.timeOrigin + performance.now();
    isLost = false;
    const opened = new EventSource("/api/events");
    events = opened;
    opened.addEventListener("open", () => tell("open"));
    opened.addEventListener("state", ({ data }) => onTold({ kind: "state", text: data }));
    opened.addEventListener("error", () => {
      opened.close();
      timer = setTimeout(connect, RETRY_MS);
      void isKnown().then((known) => {
        if (events === opened) tell(known === false ? "ended" : "lost");
      });
    });
  };
  connect();
  return {
    connect,
    connectIfLost: () => {
      if (isLost) connect();
    },
    close,
  };
}
