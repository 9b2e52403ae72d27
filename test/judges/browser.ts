/** Debian's Chromium, told to keep quiet, with a trap for everything a page should not do. */
import { type Browser, chromium, type Page } from "playwright-core";

/** Where Debian puts it; elsewhere CHROMIUM names it. */
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** @param more arguments of its command line */
export const launchBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...more,
    ],
  });

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** device pixels for one CSS pixel */
  readonly scale: number;
  readonly scheme: "light" | "dark";
}

export interface OpenedPage {
  readonly page: Page;
  readonly consoleMessages: readonly string[];
  readonly dialogs: readonly string[];
  /** addresses asked for, those carried in the page (data:) left out */
  readonly requests: readonly string[];
}

export async function openPage(browser: Browser, url: string, screen: Screen): Promise<OpenedPage> {
  const { width, height, scale, scheme } = screen;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const consoleMessages: string[] = [];
  const dialogs: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => consoleMessages.push(message.text()));
  page.on("pageerror", (error) => consoleMessages.push(error.message));
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) requests.push(request.url());
  });
  await page.goto(url);
  return { page, consoleMessages, dialogs, requests };
}

/**
 * What a page keeps for the next time may be written after it was left: it is forgotten as each page begins. Frames in it have
 * none, or no leave to ask for it.
 */
export const beginAsAtFirst = (page: Page): Promise<unknown> =>
  page.addInitScript("if (window === window.top) localStorage.clear();");
