/**
 * Draws docs/images/pages.png, the picture in the READMEs: pages of the sample's PDF beside its web
 * page. Needs Debian's poppler-utils, chromium and imagemagick; run it after a change of looks.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), "bulletin-picture-"));
const run = (command, args) =>
  execFileSync(command, args, { cwd: scratch, stdio: ["ignore", "pipe", "ignore"] });

/** Pages of the sample that show most: masthead and contents, titles, a picture, the imprint. */
const PAGES = [1, 2, 6, 9];
const PAGE_HEIGHT = 520;
const SPACE = 18;

const { issues } = JSON.parse(
  run(process.execPath, [
    join(root, "bin", "bulletin.js"),
    ...["build", join(root, "fixtures", "work-bulletin"), "--out", scratch, "--json"],
  ]).toString(),
);
const [pdf, html] = ["pdf", "html"].map(
  (name) => issues[0].editions.find(({ edition }) => edition === name).path,
);
const last = issues[0].editions.find(({ edition }) => edition === "pdf").pages;

const pages = PAGES.filter((page) => page <= last).map((page) => {
  const stem = join(scratch, `page-${page}`);
  run("pdftoppm", [
    ...["-png", "-singlefile", "-scale-to-y", String(PAGE_HEIGHT * 2), "-scale-to-x", "-1"],
    ...["-f", String(page), "-l", String(page), pdf, stem],
  ]);
  return `${stem}.png`;
});
run("chromium", [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"],
  ...["--window-size=900,1040", `--screenshot=${join(scratch, "web.png")}`, `file://${html}`],
]);

mkdirSync(join(root, "docs", "images"), { recursive: true });
const framed = [...pages, join(scratch, "web.png")].map((path) => [
  ...["(", path, "-resize", `x${PAGE_HEIGHT}`, "-bordercolor", "#c8c8c8", "-border", "1"],
  ...["-bordercolor", "#ececec", "-border", String(SPACE / 2), ")"],
]);
run("convert", [
  ...framed.flat(),
  ...["+append", "-bordercolor", "#ececec", "-border", String(SPACE / 2)],
  ...["+dither", "-colors", "160", "-strip", "-define", "png:compression-level=9"],
  join(root, "docs", "images", "pages.png"),
]);
rmSync(scratch, { recursive: true, force: true });
