/**
 * A preview that is left open: five pages, five hundred saves within ten seconds, then a day in which nobody does
 * anything but save now and then, and an end. The day goes by on the server's clock, which is handed in; the server, its
 * sockets, the builds and the memory that they take are real. What Chromium makes of it: preview.judge.ts.
 */
import { connect as netConnect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IDLE_MS } from "../../src/cli/preview/idle-end.js";
import type { PreviewState } from "../../src/preview/protocol.js";
import { fastClock } from "../preview/fast-clock.js";
import { ISSUE, type OpenedPreview, openPreview } from "../preview/open-preview.js";

const HOUR_MS = 60 * 60 * 1000;
const HEARTBEATS_AN_HOUR = 240;
/** Of a load, and of a day in which nothing is loaded. */
const MOST_MB = 50;
const MOST_MB_A_DAY = 5;
const ITEM = `${ISSUE}/items/01.md`;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is held once all that nobody holds has been let go of, in MB. */
function heldMb(): number {
  for (let round = 0; round < 3; round += 1) collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

/** A page as far as its stream goes: the last state, how many came, and signs of life between. */
class StreamedPage {
  readonly #socket: Socket;
  #rest = "";
  latest: PreviewState | undefined;
  states = 0;
  heartbeats = 0;
  isOpen = true;

  constructor({ port, cookie }: OpenedPreview) {
    this.#socket = netConnect(port, "127.0.0.1");
    this.#socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`);
    this.#socket.setEncoding("utf8").on("data", (text: string) => this.#read(text));
    this.#socket.once("close", () => {
      this.isOpen = false;
    });
    this.#socket.on("error", () => undefined);
  }

  #read(text: string): void {
    const parts = `${this.#rest}${text}`.split("\n\n");
    this.#rest = parts.pop() ?? "";
    for (const part of parts) {
      if (/(?:^|\n):$/.test(part)) this.heartbeats += 1;
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data === undefined) continue;
      this.states += 1;
      this.latest = JSON.parse(data) as PreviewState;
    }
  }

  close(): void {
    this.#socket.destroy();
  }
}

describe("a preview with five pages", () => {
  const clock = fastClock();
  let preview: OpenedPreview;
  let pages: readonly StreamedPage[] = [];
  let text = "";
  let hasEnded = false;
  let waitingBefore: readonly number[] = [];

  beforeAll(async () => {
    preview = await openPreview({}, { clock });
    text = preview.read(ITEM);
    void preview.preview.isIdle.then(() => {
      hasEnded = true;
    });
    waitingBefore = clock.waiting();
    pages = Array.from({ length: 5 }, () => new StreamedPage(preview));
  });
  afterAll(async () => {
    for (const page of pages) page.close();
    await preview.close();
  });

  const save = (words: string) => preview.write(ITEM, text.replace(/^title: .*$/m, `title: ${words}`));
  const shown = () => pages.map(({ latest }) => latest?.sections[0]?.items[0]?.title);
  const untilShown = (words: string) => expect.poll(shown, { timeout: 30_000 }).toEqual(Array(5).fill(words));
  const burst = async (name: string) => {
    for (let count = 1; count <= 500; count += 1) {
      save(`示例县科协举办${name}${count}`);
      await wait(20);
    }
    await untilShown(`示例县科协举办${name}500`);
  };

  it("shows on all of them the last of five hundred saves within ten seconds, and holds no more than before", async () => {
    await expect.poll(() => pages.map(({ states }) => states)).toEqual([1, 1, 1, 1, 1]);
    // The first run fills what is remembered from build to build.
    await burst("讲座");
    const [before, states] = [heldMb(), pages.map((page) => page.states)];
    await burst("展览");
    // Coalesced: no state a save.
    for (const [index, page] of pages.entries()) expect(page.states - (states[index] ?? 0)).toBeLessThan(150);
    expect(heldMb() - before).toBeLessThan(MOST_MB);
  });

  it("lives through a day: each save arrives, streams stay, and neither memory nor timers grow", async () => {
    const before = heldMb();
    const beats = pages.map(({ heartbeats }) => heartbeats);
    for (let hour = 1; hour <= 24; hour += 1) {
      await clock.pass(HOUR_MS);
      if (hour % 6 !== 0) continue;
      save(`示例县科协第${hour}小时`);
      await untilShown(`示例县科协第${hour}小时`);
    }
    await expect
      .poll(() => pages.map(({ heartbeats }, index) => heartbeats - (beats[index] ?? 0)))
      .toEqual(Array(5).fill(24 * HEARTBEATS_AN_HOUR));
    expect(pages.every(({ isOpen }) => isOpen)).toBe(true);
    expect(clock.waiting()).toEqual(waitingBefore);
    expect(heldMb() - before).toBeLessThan(MOST_MB_A_DAY);
  });

  it("ends ten minutes after the last of them was closed, and not before", async () => {
    for (const page of pages.slice(1)) page.close();
    await clock.pass(HOUR_MS);
    expect([hasEnded, pages[0]?.isOpen]).toEqual([false, true]);
    pages[0]?.close();
    await expect.poll(clock.waiting).toContain(IDLE_MS);
    await clock.pass(IDLE_MS - 1);
    expect(hasEnded).toBe(false);
    await clock.pass(1);
    await expect.poll(() => hasEnded).toBe(true);
  });
});
