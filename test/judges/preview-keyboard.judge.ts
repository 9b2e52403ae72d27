/**
 * The preview's page without a pointer: where the focus is after each thing that an editor does, what a screen reader
 * is told, and axe in every state, both schemes. What comes of what is done: preview-page.judge.ts.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { beginAsAtFirst, launchBrowser, type OpenedPage, openPage } from "./browser.js";
import { type PreviewedIssue, previewFixture } from "./previewed-issue.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const ITEM = "items/01-standing-committee.md";
const WRONG = "截止目前，全市共有23所学校参加活动,受到欢迎,反响热烈。";

let browser: Browser;
let issue: PreviewedIssue;
let opened: OpenedPage;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  issue = await previewFixture("work-bulletin");
  opened = await openPage(browser, issue.address, { width: 1280, height: 800, scale: 1, scheme: "light" });
  page = opened.page;
  await beginAsAtFirst(page);
});
afterAll(async () => {
  await browser.close();
  await issue.close();
});

beforeEach(async () => {
  issue.restore();
  await page.goto(`${new URL(issue.address).origin}/`);
  await page.waitForSelector(".sheet .drawing svg");
  await page.waitForSelector(".finding", { state: "detached" });
});

async function addWrong(): Promise<void> {
  issue.write(ITEM, `${issue.read(ITEM).trimEnd()}\n\n${WRONG}\n`);
  await page.waitForSelector(".rule-foot");
}

async function breakDate(): Promise<void> {
  issue.write("issue.yaml", issue.read("issue.yaml").replace(/^date: .*$/m, "date: 2026-13-45"));
  await page.waitForSelector(".notice.error");
}

/** Where the focus is: nothing is the body, to which it falls when what had it goes. */
const focus = () =>
  page.evaluate("document.activeElement === document.body ? '' : document.activeElement.className");

async function pressAt(selector: string, key = "Enter"): Promise<void> {
  await page.focus(selector);
  await page.keyboard.press(key);
}

async function drop(name: string): Promise<void> {
  const bytes = readFileSync(resolve("src/cli/new/submission.docx")).toString("base64");
  await page.evaluate(`{
    const bytes = Uint8Array.from(atob("${bytes}"), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], "${name}"));
    document.querySelector(".desk").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }`);
}

describe("the focus", () => {
  it("goes on to the next finding by the button of the one that is mended", async () => {
    await addWrong();
    await pressAt(".finding .fix");
    await page.waitForSelector(".toast");
    await expect.poll(focus).toContain("finding-main");
  });

  it("goes on where all of a rule are mended, and where that is undone in its toast", async () => {
    await addWrong();
    const before = issue.read(ITEM);
    await pressAt(".rule-foot .link");
    await page.waitForSelector(".rule-foot", { state: "detached" });
    await expect.poll(focus).not.toBe("");
    await pressAt(".toast .link");
    await expect.poll(() => issue.read(ITEM)).toBe(before);
    await page.waitForSelector(".rule-foot");
    expect(await focus()).not.toBe("");
  });

  it("stays in the window of changes while they are undone one by one", async () => {
    await addWrong();
    await pressAt(".finding .fix");
    await page.waitForSelector(".toast");
    // The list of changes follows with the state.
    await page.waitForSelector(".top-side.end button:nth-child(2):enabled");
    const count = await page.evaluate(
      "fetch('/api/state').then((a) => a.json()).then((s) => s.history.length)",
    );
    await pressAt(".top-side.end button:nth-child(2)");
    await pressAt(".history button");
    await expect.poll(() => page.evaluate("document.querySelectorAll('.history li').length")).not.toBe(count);
    expect(await page.evaluate("document.activeElement.closest('dialog') !== null")).toBe(true);
    await expect.poll(focus).not.toBe("");
  });

  it.each([
    ["[", ".item-main"],
    ["]", ".finding-main"],
    ["v", ".desk"],
  ])("goes elsewhere where %s takes away what has it", async (key, selector) => {
    await addWrong();
    await pressAt(selector, key);
    await page.waitForSelector(selector, { state: "detached" });
    await expect.poll(focus).not.toBe("");
    await page.keyboard.press(key);
  });

  it("goes back where a window was opened from", async () => {
    await pressAt(".top-side.end button:nth-child(1)");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog", { state: "detached" });
    expect(await page.evaluate("document.activeElement.title")).toBe("期号与日期");
  });

  it("goes to the first field that is refused, which says why", async () => {
    await page.click(".top-side.end button:nth-child(1)");
    await page.fill("input[name=total]", "一百");
    await page.fill("input[name=number]", "三");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".fault >> nth=1");
    const field = "document.querySelector('input[name=number]')";
    expect(await page.evaluate(`document.activeElement === ${field}`)).toBe(true);
    expect(await page.getAttribute("input[name=number]", "aria-invalid")).toBe("true");
    expect(
      await page.evaluate(`document.getElementById(${field}.getAttribute("aria-describedby")).textContent`),
    ).toContain("三");
    expect(await page.inputValue("input[name=total]")).toBe("一百");
    await page.fill("input[name=number]", "9");
    expect(await page.getAttribute("input[name=number]", "aria-invalid")).toBe("false");
    await page.keyboard.press("Escape");
  });

  it("stays in the refused field that is typed in anew, and goes to the next when saved again", async () => {
    await page.click(".top-side.end button:nth-child(1)");
    await page.fill("input[name=total]", "四");
    await page.fill("input[name=number]", "三");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".fault >> nth=1");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("12", { delay: 100 });
    expect(await page.inputValue("input[name=number]")).toBe("12");
    expect(await page.inputValue("input[name=total]")).toBe("四");
    expect(await page.evaluate("document.activeElement.name")).toBe("number");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate("document.activeElement.name")).toBe("total");
    await page.keyboard.press("Escape");
  });
});

it("saves no detail over one that was changed elsewhere since it was typed in, but when it is saved again", async () => {
  const number = () => /^number: (.*)$/m.exec(issue.read("issue.yaml"))?.[1];
  await page.click(".top-side.end button:nth-child(1)");
  await page.fill("input[name=number]", "12");
  issue.write("issue.yaml", issue.read("issue.yaml").replace(/^number: .*$/m, "number: 11"));
  await expect.poll(() => page.textContent("h1")).toContain("第11期");
  await page.focus("input[name=number]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".fault");
  expect(await page.textContent(".fault")).toBe("刚刚在别处改成了“11”。");
  expect(number()).toBe("11");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog", { state: "detached" });
  expect(number()).toBe("12");
});

it("tells a screen reader what each part is and what can be pressed", async () => {
  await addWrong();
  await pressAt(".finding-main");
  await page.waitForSelector('.sheet[data-page="3"]');
  const tree = await page.locator("body").ariaSnapshot();
  for (const words of [
    "banner:",
    'heading "澜川科协信息 2026年第9期" [level=1]',
    'group "看哪一种"',
    'button "版面" [pressed]',
    'navigation "稿件"',
    "main:",
    'region "版面"',
    'article "第 3 页"',
    'button "第九届澜川市青少年科技创新大赛决赛举行 第 7 页"',
    'complementary "问题"',
    /button "提醒 “截止目前”.*\[expanded\]/,
    'button "改"',
    'button "期号与日期"',
    'textbox "页码，可输入"',
  ])
    expect(tree).toMatch(words);
  // A button or link that says nothing.
  expect(tree).not.toMatch(/- (?:button|link|textbox|checkbox)(?: \[|:|$)/m);
});

// What is not of colours is the same in both, and so is the paper.
describe.each([
  ["light", ""],
  ["dark", '{ exclude: [[".drawing"]] }, { runOnly: ["color-contrast"] }'],
] as const)("axe, %s", (scheme, rules) => {
  const violations = () =>
    page.evaluate(`axe.run(${rules}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => id + ": " + node.html.slice(0, 200) + " " + node.failureSummary)))`);
  const details = () => page.click(".top-side.end button:nth-child(1)");
  const states: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["where nothing was found", async () => undefined],
    [
      "with a finding that is explained",
      async () => {
        await addWrong();
        await page.click(".finding-main >> nth=0");
        await page.click(".more .buttons .link >> nth=0");
        await page.waitForSelector(".explanation dd");
      },
    ],
    [
      "with what was just done, and the list of it",
      async () => {
        await addWrong();
        await page.click(".finding .fix >> nth=0");
        await page.waitForSelector(".toast .link");
        expect(await violations()).toEqual([]);
        await page.click(".top-side.end button:nth-child(2)");
        await page.waitForSelector(".history li");
      },
    ],
    ["with thumbnails", () => page.click(".left .segments button >> nth=1")],
    ["with the keys", () => page.keyboard.press("?")],
    [
      "with a form that is refused",
      async () => {
        await details();
        await page.fill("input[name=number]", "三");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".fault");
      },
    ],
    [
      "with the plan of a file",
      async () => {
        await drop("来稿.docx");
        await page.waitForSelector("dialog .plan li");
      },
    ],
    [
      "with what can be downloaded, and a place of the page",
      async () => {
        await page.click(".menu button");
        await page.waitForSelector(".menu-list");
        expect(await violations()).toEqual([]);
        await page.click(".sheet .drawing tspan >> nth=0");
        await page.waitForSelector(".popover");
      },
    ],
    ["with an error", breakDate],
    [
      "of an issue without items",
      async () => {
        const manifest = issue.read("issue.yaml");
        issue.write(
          "issue.yaml",
          manifest.replace(/^ +- items.*\n/gm, "").replace(/items:\s*\n/g, "items: []\n"),
        );
        await page.waitForSelector(".left .empty");
      },
    ],
    [
      "of the web edition",
      async () => {
        await page.keyboard.press("v");
        await page.waitForSelector("iframe");
      },
    ],
  ];
  it.each(states)("finds nothing %s", async (_, reach) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate(AXE);
    await reach();
    expect(await violations()).toEqual([]);
  });
});

// The last: the preview is closed by it.
it("finds nothing where the program has ended", async () => {
  await page.evaluate(AXE);
  await issue.close();
  await page.waitForSelector(".notice.warning");
  expect(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")).toEqual(
    [],
  );
  expect(opened.consoleMessages.filter((text) => !/ERR_CONNECTION_(?:REFUSED|RESET)/.test(text))).toEqual([]);
});
