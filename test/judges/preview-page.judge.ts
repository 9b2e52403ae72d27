/**
 * The preview's page before its judges, in Chromium: what an editor does with it, by pointer and by keyboard alone;
 * axe in both schemes; an issue of 300 pages. The server's own laws are judged elsewhere.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openPage } from "./browser.js";
import { manyPages } from "./many-pages.js";
import { type PreviewedIssue, previewFixture } from "./previewed-issue.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIOLATIONS = `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map((node) => id + ": " + node.html.slice(0, 200) + " " + node.failureSummary)))`;

const ITEM = "items/01-standing-committee.md";
const WRONG = "截止目前，全市共有23所学校参加活动,受到欢迎,反响热烈。";

const SCREEN = { width: 1280, height: 800, scale: 1, scheme: "light" } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Runs with a preview of its own, and sees that the page said nothing on the console and asked nobody else. */
async function withPreview(
  look: (page: Page, issue: PreviewedIssue) => Promise<void>,
  options: { readonly scheme?: "light" | "dark"; readonly prepare?: (folder: string) => void } = {},
): Promise<void> {
  const issue = await previewFixture("work-bulletin", options.prepare);
  try {
    const opened = await openPage(browser, issue.address, { ...SCREEN, scheme: options.scheme ?? "light" });
    const { page, consoleMessages, requests } = opened;
    await page.waitForSelector(".sheet .drawing svg");
    await look(page, issue);
    expect(consoleMessages).toEqual([]);
    expect(requests.filter((one) => !one.startsWith(new URL(issue.address).origin))).toEqual([]);
    await page.context().close();
  } finally {
    await issue.close();
  }
}

const addWrong = (issue: PreviewedIssue) => issue.write(ITEM, `${issue.read(ITEM).trimEnd()}\n\n${WRONG}\n`);

const drawnText = (page: Page) =>
  page.evaluate("[...document.querySelectorAll('.sheet .drawing')].map((each) => each.textContent).join('')");

const focused = (page: Page) => page.evaluate("document.activeElement.className");

async function pressUntilFocus(page: Page, className: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    if (String(await focused(page)).includes(className)) return;
  }
  throw new Error(`Tab does not reach .${className}`);
}

describe("pages", () => {
  it("follow an edit where they changed, at the same scroll place", () =>
    withPreview(async (page, issue) => {
      await page.evaluate("document.querySelector('.desk').scrollTop = 900");
      await page.waitForSelector(".sheet[data-page='2'] .drawing svg");
      await page.evaluate("document.querySelector('.sheet[data-page=\"1\"] svg').dataset.kept = 'yes'");
      issue.write(ITEM, issue.read(ITEM).replace("听取2026年第一季度", "审看2026年第一季度"));
      await expect.poll(() => page.textContent(".sheet[data-page='2'] .drawing")).toContain("审看2026");
      expect(await page.evaluate("document.querySelector('.desk').scrollTop")).toBe(900);
      expect(await page.evaluate("document.querySelector('.sheet[data-page=\"1\"] svg').dataset.kept")).toBe(
        "yes",
      );
    }));

  it("say where a line of print comes from, where it is clicked", () =>
    withPreview(async (page) => {
      await page.click(".item-main >> nth=0");
      await page.click(".sheet[data-page='2'] .drawing tspan:has-text('听取')");
      expect(await page.textContent(".popover")).toContain("01-standing-committee.md原文第 8 行");
      await page.keyboard.press("Escape");
      await page.waitForSelector(".popover", { state: "detached" });
    }));

  it("stay under a bar that names the error, and come back when it is mended", () =>
    withPreview(async (page, issue) => {
      const good = issue.read("issue.yaml");
      const shown = await drawnText(page);
      issue.write("issue.yaml", good.replace(/^date: .*$/m, "date: 2026-13-45"));
      await page.waitForSelector(".notice.error");
      expect(await page.textContent(".notice.error")).toContain("2026-13-45");
      expect(await drawnText(page)).toBe(shown);
      issue.write("issue.yaml", good);
      await page.waitForSelector(".notice.error", { state: "detached" });
    }));
});

describe("findings", () => {
  it("are mended one by one, by rule, and undone byte for byte", () =>
    withPreview(async (page, issue) => {
      addWrong(issue);
      const before = issue.read(ITEM);
      await page.waitForSelector(".finding .fix");
      await page.click(".finding .fix >> nth=0");
      await page.waitForSelector(".toast .link");
      expect(issue.read(ITEM)).toBe(before.replace("截止目前", "截至目前"));
      await page.click(".toast .link");
      await expect.poll(() => issue.read(ITEM)).toBe(before);
      await page.waitForSelector(".finding .message:has-text('截止目前')");
      await page.click(".rule-foot .link");
      await expect
        .poll(() => issue.read(ITEM))
        .toBe(before.replace("活动,", "活动，").replace("欢迎,", "欢迎，"));
    }));

  it("explain themselves in place", () =>
    withPreview(async (page, issue) => {
      addWrong(issue);
      await page.click(".finding-main >> nth=0");
      await page.click(".more .buttons .link >> nth=0");
      await page.waitForSelector(".explanation dd");
      expect((await page.textContent(".explanation"))?.length).toBeGreaterThan(20);
    }));
});

describe("items", () => {
  const order = (issue: PreviewedIssue) =>
    [...issue.read("issue.yaml").matchAll(/items\/(\d\d)/g)].map((found) => found[1]);

  it("are put elsewhere by dragging", () =>
    withPreview(async (page, issue) => {
      const [first, second] = order(issue);
      await page.dragAndDrop(".items li >> nth=0", ".items li >> nth=1", {
        targetPosition: { x: 60, y: 40 },
      });
      await expect.poll(() => order(issue).slice(0, 2)).toEqual([second, first]);
    }));

  it("are put elsewhere by the keyboard, and back by one key", () =>
    withPreview(async (page, issue) => {
      const before = issue.read("issue.yaml");
      const [first, second] = order(issue);
      await pressUntilFocus(page, "item-main");
      await page.keyboard.press("Alt+ArrowDown");
      await expect.poll(() => order(issue).slice(0, 2)).toEqual([second, first]);
      expect(await focused(page)).toContain("item-main");
      await page.waitForSelector(".toast .link");
      await page.keyboard.press("z");
      await expect.poll(() => issue.read("issue.yaml")).toBe(before);
    }));
});

describe("a file that is dropped", () => {
  const drop = async (page: Page) => {
    const bytes = readFileSync(resolve("src/cli/new/submission.docx")).toString("base64");
    await page.evaluate(`{
      const bytes = Uint8Array.from(atob("${bytes}"), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], "来稿.docx"));
      for (const name of ["dragenter", "dragover", "drop"])
        document.querySelector(".desk").dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    }`);
    await page.waitForSelector("dialog .plan li");
  };

  it("becomes an item once its plan is accepted", () =>
    withPreview(async (page, issue) => {
      const before = issue.read("issue.yaml");
      await drop(page);
      expect(issue.read("issue.yaml")).toBe(before);
      const title = (await page.evaluate(
        "document.querySelector('.plan h3').firstChild.textContent",
      )) as string;
      await page.click("dialog button.main");
      await page.waitForSelector(`.item-main .title:text-is("${title}")`);
      expect(issue.read("issue.yaml")).not.toBe(before);
    }));

  it("leaves nothing when it is not accepted", () =>
    withPreview(async (page, issue) => {
      const before = issue.read("issue.yaml");
      await drop(page);
      await page.keyboard.press("Escape");
      await page.waitForSelector("dialog", { state: "detached" });
      expect(issue.read("issue.yaml")).toBe(before);
    }));
});

it("writes the issue's details into its manifest, and says what is refused in the form itself", () =>
  withPreview(async (page, issue) => {
    const before = issue.read("issue.yaml");
    await page.click(".top-side.end button >> nth=0");
    await page.fill("form.details input >> nth=1", "10");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog", { state: "detached" });
    await expect.poll(() => issue.read("issue.yaml")).toBe(before.replace("number: 9", "number: 10"));
    await page.click(".top-side.end button >> nth=0");
    await page.fill("form.details input >> nth=1", "十");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".form-refusal");
    expect(issue.read("issue.yaml")).toBe(before.replace("number: 9", "number: 10"));
  }));

it("keeps the pages and says so when the program has ended", async () => {
  const issue = await previewFixture("work-bulletin");
  const { page } = await openPage(browser, issue.address, SCREEN);
  await page.waitForSelector(".sheet .drawing svg");
  await issue.close();
  await page.waitForSelector(".notice.warning button");
  expect(await page.isVisible(".sheet .drawing svg")).toBe(true);
  await page.context().close();
});

describe("the keyboard alone", () => {
  it("goes through findings, mends one, opens windows that keep the focus and give it back", () =>
    withPreview(async (page, issue) => {
      addWrong(issue);
      const before = issue.read(ITEM);
      await page.waitForSelector(".finding");
      await pressUntilFocus(page, "finding-main");
      await page.keyboard.press("ArrowDown");
      await page.waitForSelector(".finding:nth-child(1).chosen");
      await page.keyboard.press("f");
      await expect.poll(() => issue.read(ITEM)).not.toBe(before);
      await page.keyboard.press("?");
      await page.waitForSelector("dialog[open]");
      for (let presses = 0; presses < 6; presses += 1) {
        await page.keyboard.press("Tab");
        expect(
          await page.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('dialog') !== null",
          ),
        ).toBe(true);
      }
      await page.keyboard.press("Escape");
      await page.waitForSelector("dialog", { state: "detached" });
      expect(await focused(page)).toContain("finding-main");
    }));
});

describe.each(["light", "dark"] as const)("axe, %s", (scheme) => {
  it("finds nothing on the page, in its panels and its windows", () =>
    withPreview(
      async (page, issue) => {
        await page.evaluate(AXE);
        addWrong(issue);
        await page.click(".finding-main >> nth=0");
        const looks: readonly (() => Promise<unknown>)[] = [
          () => page.click(".left .segments button >> nth=1"),
          () => page.keyboard.press("?"),
          () => page.keyboard.press("Escape").then(() => page.click(".top-side.end button >> nth=0")),
          () => page.keyboard.press("Escape").then(() => page.keyboard.press("v")),
          async () => {
            issue.write("issue.yaml", issue.read("issue.yaml").replace(/^date: .*$/m, "date: 2026-13-45"));
            await page.waitForSelector(".notice.error");
          },
        ];
        expect(await page.evaluate(VIOLATIONS)).toEqual([]);
        for (const look of looks) {
          await look();
          expect(await page.evaluate(VIOLATIONS)).toEqual([]);
        }
      },
      { scheme },
    ));
});

it("scrolls and follows an issue of 300 pages, with a few of them mounted", () =>
  withPreview(
    async (page, issue) => {
      const count = await page.evaluate(
        "Number(document.querySelector('.page-number span').textContent.replace(/\\D/g, ''))",
      );
      expect(count).toBeGreaterThan(300);
      await page.evaluate("document.querySelector('.desk').scrollTop = 200_000");
      await page.waitForSelector(".sheet .drawing svg");
      expect(await page.evaluate("document.querySelectorAll('.sheet').length")).toBeLessThan(12);
      const number = await page.evaluate("document.querySelector('.page-number input').value");
      expect(Number(number)).toBeGreaterThan(100);
      const revision = await page.getAttribute("[data-revision]", "data-revision");
      issue.write(ITEM, issue.read(ITEM).replace("听取2026年第一季度", "审看2026年第一季度"));
      await expect.poll(() => page.getAttribute("[data-revision]", "data-revision")).not.toBe(revision);
      expect(await page.evaluate("document.querySelector('.page-number input').value")).toBe(number);
    },
    { prepare: manyPages },
  ));
