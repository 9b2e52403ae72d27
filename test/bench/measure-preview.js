/**
 * How long `bulletin preview` takes from the save of one item until the state with its new pages has arrived at a
 * client of its events, as the browser is one; what the watch waits to see the save's end included.
 */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { median } from "./measure.js";
import { cpuOf } from "./measure-watch.js";

/** Between two edits, so that each meets a preview at rest. */
const PAUSE = 700;
/** Longest that a state may take before the measurement gives up, in milliseconds. */
const PATIENCE = 60_000;

/** @returns milliseconds of the first edit, median and least of the others, and CPU time of one of these on average */
export async function measurePreview({ command, file, rounds }) {
  const original = readFileSync(file, "utf8");
  const preview = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const address = await firstLine(preview.stdout);
    const states = await follow(address);
    await states.until(({ stage }) => stage === "ready");
    await wait(PAUSE * 3);
    const times = [];
    let spent = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const before = states.latest();
      if (round === 2) spent = cpuOf(preview.pid);
      const started = performance.now();
      // Behind the front matter, of which not all is printed.
      writeFileSync(file, original.replace("。\n\n", `（第${round}稿）。\n\n`));
      await states.until(({ pages }) => pages.some(({ id }, index) => id !== before.pages[index]?.id));
      times.push(performance.now() - started);
      await wait(PAUSE);
    }
    const [first, ...others] = times;
    const cpu = (cpuOf(preview.pid) - spent) / others.length;
    return { first, middle: median(others), least: Math.min(...others), cpu };
  } finally {
    preview.kill("SIGINT");
    writeFileSync(file, original);
  }
}

function firstLine(stream) {
  return new Promise((settle, fail) => {
    let text = "";
    stream.on("data", (chunk) => {
      text += chunk;
      if (text.includes("\n")) settle(text.slice(0, text.indexOf("\n")));
    });
    stream.once("end", () => fail(new Error("the preview did not start")));
  });
}

/** Opens the address as a browser does, and follows its events. */
async function follow(address) {
  const entered = await fetch(address, { redirect: "manual" });
  const [cookie] = entered.headers.get("set-cookie").split(";");
  let latest;
  let told = () => undefined;
  const events = request(new URL("/api/events", address), { headers: { cookie } }, (response) => {
    let text = "";
    response.setEncoding("utf8");
    response.on("data", (chunk) => {
      text += chunk;
      const messages = text.split("\n\n");
      text = messages.pop();
      for (const message of messages) {
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (data !== undefined) latest = JSON.parse(data);
      }
      told();
    });
    response.on("error", () => undefined);
  });
  events.on("error", () => undefined);
  events.end();
  return {
    latest: () => latest,
    async until(isIt) {
      const late = AbortSignal.timeout(PATIENCE);
      while (latest === undefined || !isIt(latest)) {
        if (late.aborted) throw new Error("the preview did not tell of it in time");
        await new Promise((settle) => {
          told = settle;
          setTimeout(settle, 1000).unref();
        });
      }
    },
  };
}
