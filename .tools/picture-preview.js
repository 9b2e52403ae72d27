/**
 * Takes docs/images/preview.png, the preview in the READMEs: the sample with a few mistakes in it, one of them chosen.
 * Needs Debian's chromium and the packages of test/judges; run it after a change of looks.
 */
import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(join(root, "test", "judges", "package.json"));
const { chromium } = require("playwright-core");
const sharp = require("sharp");

const MISTAKES = [
  ["01-standing-committee.md", "截止目前，全市已有23所学校参加活动,受到师生欢迎。"],
  ["05-deep-sea.md", "市科技馆做为主办单位,准备了300余件展品。"],
];

const scratch = mkdtempSync(join(tmpdir(), "bulletin-picture-"));
cpSync(join(root, "fixtures", "work-bulletin"), scratch, { recursive: true });
for (const [name, text] of MISTAKES) appendFileSync(join(scratch, "items", name), `\n${text}\n`);

const preview = spawn(
  process.execPath,
  [join(root, "bin", "bulletin.js"), "preview", ".", "--no-open", "--lang", "zh"],
  { cwd: scratch, stdio: ["ignore", "pipe", "ignore"] },
);
const [address] = await new Promise((told) => {
  createInterface({ input: preview.stdout }).once("line", (line) => told([line]));
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 });
await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
await page.goto(address);
await page.click(".finding-main:has-text('截止')");
await page.waitForSelector(".mark[aria-current='true']");
await page.waitForTimeout(500);
const taken = await page.screenshot();
await browser.close();
preview.kill();
rmSync(scratch, { recursive: true, force: true });

await sharp(taken)
  .png({ palette: true, colours: 96, effort: 10, compressionLevel: 9, dither: 0 })
  .toFile(join(root, "docs", "images", "preview.png"));
