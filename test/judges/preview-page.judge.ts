/**
 * The preview's page before its judges, in Chromium: what an editor does with it, by pointer and by keyboard alone;
 * an issue of many pages. Its states before axe: preview-keyboard.judge.ts. The server's own laws are judged elsewhere.
 */
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPreview } from "../../src/cli/preview/preview-command.js";
import { beginAsAtFirst, launchBrowser, type OpenedPage, openPage } from "./browser.js";
import { manyPages } from "./many-pages.js";
import { type PreviewedIssue, previewFixture } from "./previewed-issue.js";

const ITEM = "items/01-standing-committee.md";
const WRONG = "截止目前，全市共有23所学校参加活动,受到欢迎,反响热烈。";

const SCREEN = { width: 1280, height: 800, scale: 1, scheme: "light" } as const;

let browser: Browser;
let issue: PreviewedIssue;
let opened: OpenedPage;
/** what the page is sent of the issue as it was */
let first: string;
beforeAll(async () => {
  browser = await launchBrowser();
  issue = await previewFixture("work-bulletin");
  opened = await openPage(browser, issue.address, SCREEN);
  await beginAsAtFirst(opened.page);
  await opened.page.waitForSelector(".sheet .drawing svg");
  first = await shownState(opened.page);
});
afterAll(async () => {
  await browser.close();
});

const shownState = (page: Page): Promise<string> =>
  page.evaluate(
    `fetch("/api/state").then((answer) => answer.json()).then(({ stage, pages, findings, sections, details }) =>
      JSON.stringify({ stage, pages, findings, sections, details }))`,
  );

/** The one page of the one preview, opened anew on the issue as it was. */
async function openAnew(scheme: "light" | "dark" = "light"): Promise<Page> {
  const { page } = opened;
  issue.restore();
  await expect.poll(() => shownState(page), { timeout: 30_000 }).toBe(first);
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(`${new URL(issue.address).origin}/`);
  await page.waitForSelector(".sheet .drawing svg");
  return page;
}

/** Sees that the page said nothing on the console and asked nobody else. */
async function withPreview(
  look: (page: Page, issue: PreviewedIssue) => Promise<void>,
  scheme: "light" | "dark" = "light",
): Promise<void> {
  const { consoleMessages, requests } = opened;
  await look(await openAnew(scheme), issue);
  expect(consoleMessages).toEqual([]);
  expect(requests.filter((one) => !one.startsWith(new URL(issue.address).origin))).toEqual([]);
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

  it("leave the window of a place open while something within is pressed that takes no focus", () =>
    withPreview(async (page) => {
      await page.click(".item-main >> nth=0");
      await page.click(".sheet[data-page='2'] .drawing tspan:has-text('听取')");
      await page.click(".popover .path");
      await page.click(".popover .buttons button >> nth=1");
      expect(await page.isVisible(".popover")).toBe(true);
    }));

  it("say in Chinese marks where the error is", () =>
    withPreview(async (page, issue) => {
      issue.write("issue.yaml", issue.read("issue.yaml").replace(/^date: .*$/m, "date: 2026-13-45"));
      await page.waitForSelector(".notice.error");
      expect(await page.textContent(".notice.error")).toMatch(/原文第 \d+ 行：\S/);
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

  it("that were mended are listed with the day", () =>
    withPreview(async (page, issue) => {
      addWrong(issue);
      await page.click(".finding .fix >> nth=0");
      await page.waitForSelector(".toast .link");
      await page.click(".top-side.end button >> nth=1");
      expect(await page.textContent(".history time >> nth=0")).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日 /);
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

describe("items of other sections", () => {
  const manifestOrder = (issue: PreviewedIssue) =>
    [...issue.read("issue.yaml").matchAll(/name: (\S+)|items\/(\d\d)/g)].map(
      ([, name, item]) => name ?? item,
    );

  it("keep the focus as they go on and on by the keyboard", () =>
    withPreview(async (page, issue) => {
      await page.focus(".item-main >> nth=1");
      const title = await page.textContent(".item-main:focus .title");
      // Faster than the states that they lead to.
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Alt+ArrowDown");
      await expect.poll(() => manifestOrder(issue)[manifestOrder(issue).indexOf("02") - 1]).toBe("04");
      await page.waitForSelector(".toast >> nth=2");
      expect(await page.textContent(".item-main:focus .title")).toBe(title);
    }));

  it("are dragged into a section that is empty", () =>
    withPreview(async (page, issue) => {
      for (const item of ["01", "02"]) {
        await page.focus(`.items ol >> nth=0 >> .item-main >> nth=-1`);
        await page.keyboard.press("Alt+ArrowDown");
        await expect.poll(() => manifestOrder(issue).indexOf("学术交流")).toBe(item === "01" ? 2 : 1);
      }
      await page.dragAndDrop(".items ol >> nth=1 >> li >> nth=0", ".gap-only");
      await expect.poll(() => manifestOrder(issue).slice(0, 3)).toEqual(["工作要闻", "01", "学术交流"]);
    }));

  it("are the ones that are marked when they are chosen", () =>
    withPreview(async (page) => {
      for (const nth of [3, 2]) {
        await page.click(`.item-main >> nth=${nth}`);
        await page.waitForSelector(`.item-main[aria-current="true"] >> nth=0`);
        const chosen = await page.textContent(`.item-main >> nth=${nth} >> .title`);
        await expect.poll(() => page.textContent('.item-main[aria-current="true"] .title')).toBe(chosen);
      }
    }));
});

describe.each([1280, 1060, 900, 640])("a window %i pixels wide", (width) => {
  it("shows the bar's parts beside each other and leaves room for the page", () =>
    withPreview(async (page) => {
      await page.setViewportSize({ width, height: 700 });
      await page.waitForFunction(`document.querySelector(".room > main").clientWidth > 260`);
      const boxes =
        (await page.evaluate(`[...document.querySelectorAll(".top button, .top h1, .page-number, .pill")]
        .map((part) => part.getBoundingClientRect())
        .filter((box) => box.width > 0)
        .map(({ left, right }) => [left, right])`)) as readonly [number, number][];
      const sorted = [...boxes].sort(([a], [b]) => a - b);
      for (const [index, [left, right]] of sorted.entries()) {
        expect(right).toBeLessThanOrEqual(width);
        expect(left).toBeGreaterThanOrEqual((sorted[index - 1]?.[1] ?? 0) - 1);
      }
      await page.setViewportSize({ width: SCREEN.width, height: SCREEN.height });
    }));
});

it("takes in a file that is chosen, as one that is dropped", () =>
  withPreview(async (page) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click(".import")]);
    await chooser.setFiles(resolve("src/cli/new/submission.docx"));
    await page.waitForSelector("dialog .plan li");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog", { state: "detached" });
  }));

describe("a file that is dropped", () => {
  const drop = async (page: Page, names: readonly string[] = ["来稿.docx"]) => {
    const bytes = readFileSync(resolve("src/cli/new/submission.docx")).toString("base64");
    await page.evaluate(`{
      const bytes = Uint8Array.from(atob("${bytes}"), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      for (const name of ${JSON.stringify(names)}) dataTransfer.items.add(new File([bytes], name));
      for (const name of ["dragenter", "dragover", "drop"])
        document.querySelector(".desk").dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    }`);
    await page.waitForSelector("dialog .plan li");
  };

  it("becomes an item once its plan is accepted, and all of it is taken back by «撤销»", () =>
    withPreview(async (page, issue) => {
      const before = issue.read("issue.yaml");
      const files = issue.files();
      await drop(page);
      expect(issue.read("issue.yaml")).toBe(before);
      const title = (await page.evaluate(
        "document.querySelector('.plan h3').firstChild.textContent",
      )) as string;
      await page.click("dialog button.main");
      await page.waitForSelector(`.item-main .title:text-is("${title}")`);
      expect(issue.read("issue.yaml")).not.toBe(before);
      await page.click(".toast .link");
      await page.waitForSelector(`.item-main .title:text-is("${title}")`, { state: "detached" });
      expect(issue.read("issue.yaml")).toBe(before);
      expect(issue.files()).toEqual(files);
    }));

  it("leaves nothing when it is not accepted", () =>
    withPreview(async (page, issue) => {
      const before = issue.read("issue.yaml");
      await drop(page);
      await page.keyboard.press("Escape");
      await page.waitForSelector("dialog", { state: "detached" });
      expect(issue.read("issue.yaml")).toBe(before);
    }));

  it("is one of several, of which one is left out and the others are stopped", () =>
    withPreview(async (page, issue) => {
      const before = issue.read("issue.yaml");
      await drop(page, ["甲.docx", "乙.docx", "丙.docx"]);
      expect(await page.textContent("dialog h2")).toContain("第 1 个，共 3 个");
      await page.click("dialog button:text-is('跳过')");
      await page.waitForSelector("dialog h2:has-text('第 2 个，共 3 个')");
      expect(await page.textContent(".plan-file")).toContain("乙.docx");
      await page.click("dialog button:text-is('停止导入')");
      await page.waitForSelector("dialog", { state: "detached" });
      expect(issue.read("issue.yaml")).toBe(before);
    }));

  it("is refused in words before it is sent where it is a folder or too large", () =>
    withPreview(async (page, issue) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      const large = `${issue.folder}-large.zip`;
      closeSync(openSync(large, "w"));
      // Sparse: it takes no room.
      truncateSync(large, 257 * 1024 * 1024);
      try {
        const session = await page.context().newCDPSession(page);
        const data = { items: [], files: [join(issue.folder, "items"), large], dragOperationsMask: 1 };
        for (const type of ["dragEnter", "dragOver", "drop"] as const)
          await session.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data });
        await page.waitForSelector(".toast.refusal >> nth=1");
        const said = await page.textContent(".toasts");
        expect(said).toContain("“items”是文件夹");
        expect(said).toContain("large.zip”太大（超过 256 MB）");
        expect(asked).not.toContain("/api/import");
      } finally {
        rmSync(large);
      }
    }));

  it("waits while a form is open, which keeps what was typed", () =>
    withPreview(async (page) => {
      await page.click(".top-side.end button >> nth=0");
      await page.fill("input[name=total]", "138");
      const dropped = drop(page);
      await page.waitForResponse(/api\/import/);
      expect(await page.inputValue("input[name=total]")).toBe("138");
      await page.keyboard.press("Escape");
      await dropped;
      await page.keyboard.press("Escape");
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

it("keeps what was typed when the program was started anew, and draws with its glyphs once they are let in", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bulletin-preview-"));
  cpSync(resolve("fixtures", "work-bulletin"), folder, { recursive: true });
  const manifest = join(folder, "issue.yaml");
  const before = await startPreview(manifest, { language: "zh" });
  const { page } = await openPage(browser, before.newAddress(), SCREEN);
  await page.waitForSelector(".sheet .drawing svg");
  await page.click(".top-side.end button >> nth=0");
  await page.fill("form.details input >> nth=1", "10");
  await before.close();
  const item = join(folder, ITEM);
  writeFileSync(item, readFileSync(item, "utf8").replace("听取2026年第一季度", "龘靐2026年第一季度"));
  const after = await startPreview(manifest, { language: "zh", port: before.port });
  try {
    await page.keyboard.press("Enter");
    await page.waitForSelector(".form-refusal");
    expect(await page.inputValue("form.details input >> nth=1")).toBe("10");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".notice.warning:has-text('失效')");
    const other = await page.context().newPage();
    await other.goto(after.newAddress());
    await page.waitForSelector(".notice.warning", { state: "detached" });
    const same = `fetch("/api/glyphs?from=0").then((answer) => answer.json()).then((served) =>
      JSON.stringify(served.map(({ id, d }) => [id, d])) ===
      JSON.stringify([...document.querySelectorAll("#glyphs path")].map((path) => [path.id, path.getAttribute("d")])))`;
    await expect.poll(() => page.evaluate(same)).toBe(true);
  } finally {
    await page.context().close();
    await after.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("keys pressed faster than the page is drawn", () => {
  it("mean what was chosen, and undo what was done, by the key before them", () =>
    withPreview(async (page, issue) => {
      addWrong(issue);
      const before = issue.read(ITEM);
      await page.waitForSelector(".rule-foot");
      const second = (await page.evaluate(
        "fetch('/api/state').then((answer) => answer.json()).then(({ findings }) => findings.length)",
      )) as number;
      expect(second).toBe(3);
      // One task for each, and no frame between them.
      const press = (keys: string) =>
        page.evaluate(`(async () => {
          const { port1, port2 } = new MessageChannel();
          for (const key of ${JSON.stringify(keys)}) {
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
            await new Promise((next) => { port1.onmessage = next; port2.postMessage(0); });
          }
        })()`);
      await press("jjf");
      await expect.poll(() => issue.read(ITEM)).toBe(before.replace("活动,", "活动，"));
      await page.waitForSelector(".toast .link");
      await press("z");
      await expect.poll(() => issue.read(ITEM)).toBe(before);
    }));
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

it("scrolls and follows an issue of many pages, with a few of them mounted", async () => {
  const long = await previewFixture("work-bulletin", manyPages);
  const { page } = await openPage(browser, long.address, SCREEN);
  await page.waitForSelector(".sheet .drawing svg", { timeout: 60_000 });
  const count = await page.evaluate(
    "Number(document.querySelector('.page-number span').textContent.replace(/\\D/g, ''))",
  );
  expect(count).toBeGreaterThan(120);
  await page.evaluate("document.querySelector('.desk').scrollTop = 70_000");
  const numberOf = () => page.evaluate("document.querySelector('.page-number input').value");
  await expect.poll(async () => Number(await numberOf())).toBeGreaterThan(50);
  await page.waitForSelector(".sheet .drawing svg");
  expect(await page.evaluate("document.querySelectorAll('.sheet').length")).toBeLessThan(12);
  const number = await numberOf();
  const revision = await page.getAttribute("[data-revision]", "data-revision");
  long.write(ITEM, long.read(ITEM).replace("听取2026年第一季度", "审看2026年第一季度"));
  await expect
    .poll(() => page.getAttribute("[data-revision]", "data-revision"), { timeout: 30_000 })
    .not.toBe(revision);
  expect(await numberOf()).toBe(number);
  await page.context().close();
  await long.close();
});

// The last: the preview is closed by it.
it("keeps the pages and says so when the program has ended", async () => {
  const page = await openAnew();
  await issue.close();
  await page.waitForSelector(".notice.warning button");
  expect(await page.isVisible(".sheet .drawing svg")).toBe(true);
});
