/**
 * The preview's server before its judges: what a page of another origin can do with it from a real browser, five pages
 * and five hundred saves at once, an issue of more than a hundred pages. What its own page does: preview-page.judge.ts.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attackOn } from "./attacking-page.js";
import { launchBrowser } from "./browser.js";
import { manyPages } from "./many-pages.js";

/** A name of the attacker's own that leads to this machine. */
const REBOUND = "evil.example.org";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser([`--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`]);
});
afterAll(() => browser.close());

const ITEM = "items/01-standing-committee.md";

interface Previewed {
  readonly folder: string;
  readonly address: string;
  readonly origin: string;
  readonly child: ChildProcess;
  /** what the process holds, in MB */
  readonly residentMb: () => number;
  readonly close: () => Promise<void>;
}

/** The built command on a copy of a fixture. @param prepare changes the copy first */
async function preview(prepare: (folder: string) => void = () => undefined): Promise<Previewed> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "bulletin-preview-judge-")));
  cpSync("fixtures/work-bulletin", folder, { recursive: true });
  prepare(folder);
  const command = [resolve("bin/bulletin.js"), "--lang", "zh", "preview", folder, "--no-open"];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise<string>((settle, fail) => {
    let text = "";
    child.stdout?.on("data", (chunk) => {
      text += chunk;
      if (text.includes("\n")) settle(text.split("\n")[0] ?? "");
    });
    child.once("exit", () => fail(new Error("the preview ended")));
  });
  return {
    folder,
    address,
    origin: new URL(address).origin,
    child,
    residentMb: () =>
      Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024,
    async close() {
      const ended = new Promise((settle) => child.once("exit", settle));
      child.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opened as an editor opens it. */
async function enter({ address }: Previewed): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector(".sheet .drawing svg", { timeout: 120_000 });
  return context;
}

const revisionOf = `fetch("/api/state").then((answer) => answer.json()).then(({ revision }) => revision)`;

describe("one preview", () => {
  let previewed: Previewed;
  let context: BrowserContext;
  beforeAll(async () => {
    previewed = await preview();
  });
  afterAll(() => previewed.close());

  it("is not opened by a name of another that leads here (DNS rebinding), which leaves its address unused", async () => {
    const elsewhere = await browser.newContext();
    const page = await elsewhere.newPage();
    const { port } = new URL(previewed.origin);
    expect((await page.goto(`http://${REBOUND}:${port}/api/state`))?.status()).toBe(403);
    expect((await page.goto(previewed.address.replace("127.0.0.1", REBOUND)))?.status()).toBe(403);
    expect(await elsewhere.cookies()).toEqual([]);
    await elsewhere.close();
    context = await enter(previewed);
  });

  // The same site by another port, to which cookies go, and another site.
  it.each(["127.0.0.1", "localhost"])(
    "is neither read nor changed nor framed by a page from %s in the browser that has it open",
    async (host) => {
      const attacker = await serveBlankPage();
      const manifest = readFileSync(join(previewed.folder, "issue.yaml"), "utf8");
      const page = await context.newPage();
      await page.goto(`http://${host}:${attacker.port}/`);
      const tried = (await page.evaluate(attackOn(previewed.origin))) as Readonly<Record<string, string>>;
      for (const [name, seen] of Object.entries(tried))
        expect([name, seen]).toEqual([name, expect.stringMatching(/^(refused)?$/)]);
      expect(readFileSync(join(previewed.folder, "issue.yaml"), "utf8")).toBe(manifest);
      // Windows that it opened among them.
      for (const other of context.pages().slice(1)) await other.close();
      await attacker.close();
    },
  );

  it("shows the last of 500 saves on five pages, and holds no more than before", async () => {
    const file = join(previewed.folder, ITEM);
    const text = readFileSync(file, "utf8");
    const pages = context.pages();
    for (let count = pages.length; count < 5; count += 1) {
      const page = await context.newPage();
      await page.goto(`${previewed.origin}/`);
      await page.waitForSelector(".sheet .drawing svg");
      pages.push(page);
    }
    const save = async (times: number, name: string) => {
      for (let count = 1; count <= times; count += 1) {
        writeFileSync(file, text.replace("。\n\n", `（${name}第${count}稿）。\n\n`));
        await wait(10);
      }
    };
    const [first] = pages;
    // The first run fills what is remembered from build to build.
    await save(250, "甲");
    await expect.poll(() => drawnText(first), { timeout: 30_000 }).toContain("甲第250稿");
    const [before, revision] = [previewed.residentMb(), Number(await first?.evaluate(revisionOf))];
    await save(500, "乙");
    for (const page of pages) {
      await expect.poll(() => drawnText(page), { timeout: 30_000 }).toContain("乙第500稿");
    }
    // Coalesced: no state a save.
    expect(Number(await first?.evaluate(revisionOf)) - revision).toBeLessThan(100);
    await expect.poll(() => previewed.residentMb() - before, { timeout: 10_000 }).toBeLessThan(50);
    await context.close();
  });
});

async function serveBlankPage() {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end("<!doctype html><title>x</title><body></body>");
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    close: () =>
      new Promise((settle) => {
        server.close(settle);
        server.closeAllConnections();
      }),
  };
}

const drawnText = (page: { readonly evaluate: (script: string) => Promise<unknown> } | undefined) =>
  page?.evaluate(
    "[...document.querySelectorAll('.sheet .drawing')].map((each) => each.textContent).join('')",
  );

it("shows an issue of many pages, and sends of an edit the pages that it changed", async () => {
  const previewed = await preview(manyPages);
  try {
    const context = await enter(previewed);
    const [page] = context.pages();
    const idsOf = `fetch("/api/state").then((answer) => answer.json()).then(({ pages }) => pages.map(({ id }) => id))`;
    const before = (await page?.evaluate(idsOf)) as string[];
    expect(before.length).toBeGreaterThanOrEqual(120);
    const asked: string[] = [];
    page?.on("request", (request) => {
      if (request.url().includes("/api/pages/")) asked.push(request.url());
    });
    const file = join(previewed.folder, ITEM);
    writeFileSync(file, readFileSync(file, "utf8").replace("周砚宁", "周砚平"));
    await expect.poll(() => page?.evaluate(idsOf), { timeout: 30_000 }).not.toEqual(before);
    const after = (await page?.evaluate(idsOf)) as string[];
    expect(after.filter((id) => !before.includes(id)).length).toBeLessThan(5);
    await page?.click(".item-main >> nth=0");
    await expect.poll(() => drawnText(page)).toContain("周砚平");
    expect(asked.length).toBeLessThan(10);
    await context.close();
  } finally {
    await previewed.close();
  }
});
