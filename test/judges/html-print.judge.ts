/**
 * The page printed by Chromium: A4, no navigation, the address of a link written out once; and the
 * fragment, put into somebody else's plain page, before the two checkers' eyes.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { expect, it } from "vitest";
import { diskWorkspace } from "../../src/disk/disk-workspace.js";
import { renderHtml, renderHtmlFragment } from "../../src/editions/html/html-forms.js";
import { readTemplate } from "../../src/read/read-template.js";
import { call, input, issue, item, link, note, paragraph, section } from "../html/sample-issue.js";
import { launchBrowser, openPage } from "./browser.js";

const FOLDER = ".judges/print";
const ADDRESS = "https://example.org/press/2026";

const made = issue([
  section(
    "科技交流",
    item("题目一", {
      blocks: [paragraph("见", link(ADDRESS, "新闻"), "，再见", link(ADDRESS, "新闻"), "。", call(1))],
      notes: [note(1, paragraph("注文。"))],
    }),
    item("题目二"),
  ),
]);

it("prints on A4, without navigation, each address once", async () => {
  const template = readTemplate(made.house, {
    templates: diskWorkspace("templates"),
    workspace: diskWorkspace("."),
  }).value;
  if (template === undefined) throw new Error("the default template cannot be read");
  mkdirSync(FOLDER, { recursive: true });
  const pagePath = join(FOLDER, "page.html");
  const pdfPath = join(FOLDER, "page.pdf");
  writeFileSync(pagePath, (await renderHtml(input(made, { template }))).bytes);

  const browser = await launchBrowser();
  const screen = { width: 1440, height: 900, scale: 1, scheme: "dark" } as const;
  const { page } = await openPage(browser, pathToFileURL(resolve(pagePath)).href, screen);
  await page.pdf({ path: pdfPath, preferCSSPageSize: true });
  await browser.close();

  expect(execFileSync("pdfinfo", [pdfPath]).toString()).toMatch(
    /Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts/,
  );
  const text = execFileSync("pdftotext", [pdfPath, "-"]).toString().replace(/\s+/g, "");
  expect(text.split(ADDRESS)).toHaveLength(2);
  expect(text).toContain("示例科协信息");
  expect(text).toContain("题目二");
  expect(text).toContain("—1—");
  expect(text).not.toMatch(/目录|跳到正文|本篇链接|返回|↩/);
});

it("gives a fragment that html-validate takes inside another page", async () => {
  const { bytes } = await renderHtmlFragment(input(made));
  const judge = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });
  const page = `<!doctype html><html lang="zh-CN"><head><title>网站</title></head><body><h1>网站</h1>${new TextDecoder().decode(bytes)}</body></html>`;
  const report = await judge.validateString(page);
  expect(
    report.results.flatMap((result) => result.messages.map((one) => `${one.ruleId}: ${one.message}`)),
  ).toEqual([]);
});
