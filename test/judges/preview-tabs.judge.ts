/**
 * One preview in many tabs of one browser, which opens six connections to a host: all follow, whichever is closed, put
 * to sleep or cut off. What a single page does: preview-page.judge.ts.
 */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { launchBrowser } from "./browser.js";
import { type CutConnection, cutConnection } from "./cut-connection.js";
import { type PreviewedIssue, previewFixture } from "./previewed-issue.js";

const ITEM = "items/01-standing-committee.md";
const TABS = 8;

let browser: Browser;
let issue: PreviewedIssue;
let wire: CutConnection;
let context: BrowserContext;
let tabs: Page[];
/** tabs, in the order in which they opened the stream of states */
let streams: Page[];
beforeAll(async () => {
  issue = await previewFixture("work-bulletin");
  const { host, port } = new URL(issue.address);
  wire = await cutConnection(Number(port));
  browser = await launchBrowser([`--host-resolver-rules=MAP ${host} 127.0.0.1:${wire.port}`]);
  context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  tabs = [];
  streams = [];
  context.on("request", (request) => {
    if (request.url().endsWith("/api/events")) streams.push(request.frame().page());
  });
  await openTab(issue.address);
  while (tabs.length < TABS) await openTab(`${new URL(issue.address).origin}/`);
});
afterAll(async () => {
  await browser.close();
  await wire.close();
  await issue.close();
});

beforeEach(() => issue.restore());

async function openTab(address: string): Promise<void> {
  const page = await context.newPage();
  tabs.push(page);
  await page.goto(address);
  await page.waitForSelector(".sheet .drawing svg");
}

/** Saves an item with these words, and sees them on each of the tabs. */
async function followedBy(given: readonly Page[], words: string): Promise<void> {
  issue.write(ITEM, issue.read(ITEM).replace(/..(?=2026年第一季度)/, words));
  for (const tab of given) await expect.poll(() => shows(tab, words), { timeout: 20_000 }).toBe(true);
}

const shows = (page: Page, words: string) =>
  page.evaluate(
    `[...document.querySelectorAll(".sheet .drawing")].some((each) => each.textContent.includes("${words}"))`,
  );

const look = (page: Page) => page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

it("shows a save on all of eight, by one stream", async () => {
  await followedBy(tabs, "审看");
  expect(streams).toEqual([tabs[0]]);
});

it("goes on where the tab that held the stream is closed", async () => {
  await tabs.shift()?.close();
  await expect.poll(() => streams.length).toBe(2);
  await followedBy(tabs, "察看");
  expect(tabs).toContain(streams[1]);
});

it("goes on where that tab does not answer, once another is looked at", async () => {
  const [, holder] = streams;
  const awake = tabs.filter((tab) => tab !== holder);
  const [looked] = awake;
  if (holder === undefined || looked === undefined) throw new Error("nobody holds the stream");
  const busy = holder.evaluate("for (const end = Date.now() + 6000; Date.now() < end; );");
  await look(looked);
  await expect.poll(() => streams[2] === looked).toBe(true);
  await followedBy(awake, "细看");
  await busy;
  await followedBy(tabs, "再看");
  expect(streams).toHaveLength(3);
});

it("says that the connection is lost on each, and shows what was saved meanwhile once it is there again", async () => {
  wire.cut();
  for (const tab of tabs) await tab.waitForSelector(".notice.warning");
  issue.write(ITEM, issue.read(ITEM).replace("听取2026年", "重看2026年"));
  wire.mend();
  for (const tab of tabs) {
    await tab.waitForSelector(".notice.warning", { state: "detached" });
    await expect.poll(() => shows(tab, "重看"), { timeout: 20_000 }).toBe(true);
  }
});

it("asks again for a page whose drawing did not come", async () => {
  const [tab] = tabs;
  if (tab === undefined) throw new Error("no tab is open");
  let refused = 0;
  await tab.route("**/api/pages/*", (route) => {
    refused += 1;
    return route.abort();
  });
  issue.write(ITEM, issue.read(ITEM).replace("听取2026年", "遍看2026年"));
  await expect.poll(() => refused).toBeGreaterThan(0);
  await tab.unroute("**/api/pages/*");
  await expect.poll(() => shows(tab, "遍看"), { timeout: 20_000 }).toBe(true);
});
