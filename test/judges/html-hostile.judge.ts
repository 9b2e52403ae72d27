/**
 * Hostile texts in Chromium: a page that carries one at every place asks nothing, says nothing and
 * leads nowhere dangerous when its links are pressed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderHtml } from "../../src/editions/html/render-html.js";
import { issueLinkingTo, issueOf } from "../html/hostile-issue.js";
import { HOSTILE_PAYLOADS } from "../html/hostile-payloads.js";
import { input, PNG_BYTES } from "../html/sample-issue.js";
import { pictureOf } from "../pictures/picture-of.js";
import { launchBrowser, openPage } from "./browser.js";

const FOLDER = ".judges/hostile";
const SCREEN = { width: 320, height: 640, scale: 1, scheme: "light" } as const;

let browser: Browser;
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

it.each(HOSTILE_PAYLOADS.map((payload, index) => [index, payload.slice(0, 60), payload] as const))(
  "%i %j does nothing as text",
  async (index, _, payload) => {
    const { bytes } = await renderHtml(
      input(issueOf(payload), { assets: new Map([["images/dot.png", pictureOf(PNG_BYTES)]]) }),
    );
    const url = writePage(`text-${index}.html`, bytes);
    const opened = await openPage(browser, url, SCREEN);
    expect(opened.dialogs).toEqual([]);
    expect(opened.consoleMessages).toEqual([]);
    expect(opened.requests).toEqual([url]);
    await opened.page.context().close();
  },
);

it.each(HOSTILE_PAYLOADS.map((payload, index) => [index, payload.slice(0, 60), payload] as const))(
  "%i %j does nothing as a pressed link",
  async (index, _, payload) => {
    const { bytes } = await renderHtml(input(issueLinkingTo(payload)));
    const url = writePage(`link-${index}.html`, bytes);
    const opened = await openPage(browser, url, SCREEN);
    // Whatever the link would open is held back; only what the press itself runs is looked for.
    await opened.page.route("**", (route) => route.abort());
    const link = opened.page.locator("article p a");
    if ((await link.count()) > 0) await link.first().click({ noWaitAfter: true });
    await opened.page.waitForTimeout(50);
    expect(opened.dialogs).toEqual([]);
    await opened.page.context().close();
  },
);

function writePage(name: string, bytes: Uint8Array): string {
  const path = join(FOLDER, name);
  writeFileSync(path, bytes);
  return pathToFileURL(resolve(path)).href;
}
