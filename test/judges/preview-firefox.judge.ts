/**
 * The preview's page in Firefox, where it is not the one that it was made in: what an editor does with it once, from
 * opening it to a file that is dropped. All the rest of it is judged in Chromium (preview-page.judge.ts).
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Browser, launch, type Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type PreviewedIssue, previewFixture } from "./previewed-issue.js";

/** Where Debian puts it; elsewhere FIREFOX names it. */
const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

const ITEM = "items/01-standing-committee.md";
const WRONG = "截止目前，全市共有23所学校参加活动,受到欢迎。";

let browser: Browser;
let issue: PreviewedIssue;
let page: Page;
const said: string[] = [];
beforeAll(async () => {
  issue = await previewFixture("work-bulletin");
  browser = await launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
  page = await browser.newPage();
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (fault) => said.push(String(fault)));
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(issue.address);
  await page.waitForSelector(".sheet .drawing svg");
});
afterAll(async () => {
  await browser.close();
  await issue.close();
});

beforeEach(async () => {
  issue.restore();
  await page.waitForFunction("document.querySelector('.finding') === null");
});

const textOf = (selector: string) =>
  page.evaluate(`[...document.querySelectorAll("${selector}")].map((one) => one.textContent).join(" ")`);

const addWrong = () => issue.write(ITEM, `${issue.read(ITEM).trimEnd()}\n\n${WRONG}\n`);

it("draws its pages, and follows a save", async () => {
  issue.write(ITEM, issue.read(ITEM).replace("听取2026年", "审看2026年"));
  await expect.poll(() => textOf(".sheet .drawing")).toContain("审看2026年");
  const ink = "document.querySelector('.drawing use').getBoundingClientRect().width";
  expect(await page.evaluate(ink)).toBeGreaterThan(1);
});

it("mends what was found by its keys, and takes it back", async () => {
  addWrong();
  const before = issue.read(ITEM);
  await page.waitForSelector(".finding");
  await page.focus(".finding-main");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".finding.chosen .excerpt mark");
  await page.keyboard.press("f");
  await expect.poll(() => issue.read(ITEM)).not.toBe(before);
  await page.waitForSelector(".toast .link");
  await expect.poll(() => page.evaluate("document.activeElement.className")).toContain("finding-main");
  await page.keyboard.press("z");
  await expect.poll(() => issue.read(ITEM)).toBe(before);
});

it("says where a line of print comes from", async () => {
  await page.click(".item-main");
  await page.waitForSelector(".sheet[data-page='2'] .page-text tspan");
  await page.click(".sheet[data-page='2'] .page-text tspan:nth-of-type(1)");
  await page.waitForSelector(".popover button");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".popover", { hidden: true });
});

it("moves an item by the keyboard", async () => {
  const order = () => [...issue.read("issue.yaml").matchAll(/items\/(\d\d)/g)].map(([, item]) => item);
  const [first, second] = order();
  await page.focus(".item-main");
  await page.keyboard.down("Alt");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.up("Alt");
  await expect.poll(() => order().slice(0, 2)).toEqual([second, first]);
  expect(await page.evaluate("document.activeElement.className")).toContain("item-main");
});

it("writes the details of the issue, and keeps a day that is half typed from being taken away", async () => {
  const before = issue.read("issue.yaml");
  await page.click(".top-side.end button:nth-of-type(1)");
  await page.waitForSelector("dialog[open] form.details");
  await page.focus("form.details input[name=date]");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".fault");
  expect(await page.evaluate("document.activeElement.name")).toBe("date");
  expect(issue.read("issue.yaml")).toBe(before);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { hidden: true });
});

it("takes in a file that is dropped once its plan is accepted", async () => {
  const bytes = readFileSync(resolve("src/cli/new/submission.docx")).toString("base64");
  await page.evaluate(`{
    const bytes = Uint8Array.from(atob("${bytes}"), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], "来稿.docx"));
    for (const name of ["dragenter", "dragover", "drop"])
      document.querySelector(".desk").dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
  }`);
  await page.waitForSelector("dialog[open] .plan li");
  const before = issue.read("issue.yaml");
  await page.click("dialog button.main");
  await expect.poll(() => issue.read("issue.yaml")).not.toBe(before);
});

it("shows the web edition, and said nothing in the browser's console", async () => {
  await page.click(".top-middle .segments button:nth-of-type(2)");
  await page.waitForSelector("iframe");
  await expect
    .poll(() => page.evaluate("document.querySelector('iframe').contentDocument.body.textContent.length"))
    .toBeGreaterThan(100);
  expect(said).toEqual([]);
});
