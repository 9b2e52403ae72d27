/**
 * A photograph held in each of the eight ways, and in one that does not exist, as LibreOffice draws it from
 * the DOCX, poppler from the PDF and Chromium from the HTML and from the page as SVG: the same picture, upright, of the same shape.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import { renderPageFile } from "../../src/svg/render-page-file.js";
import { png } from "../hostile/made-pictures.js";
import { asFromEditor, asFromPhone, issueWithPictures } from "../pictures/camera-pictures.js";
import { launchBrowser } from "./browser.js";
import { convertByOffice, LARGE, pagesOf } from "./office-pages.js";

const FOLDER = ".judges/orientation";

/** The stored picture: violet and green above, blue and yellow below; half as wide again as high. */
const STORED = ["violet", "green", "blue", "yellow"] as const;
const WIDTH = 480;
const HEIGHT = 320;

/** Exif 2.32, tag 274: where the stored corners stand when the picture does; from top left by rows. */
const UPRIGHT: Readonly<Record<number, readonly string[]>> = {
  1: ["violet", "green", "blue", "yellow"],
  2: ["green", "violet", "yellow", "blue"],
  3: ["yellow", "blue", "green", "violet"],
  4: ["blue", "yellow", "violet", "green"],
  5: ["violet", "blue", "green", "yellow"],
  6: ["blue", "violet", "yellow", "green"],
  7: ["yellow", "green", "blue", "violet"],
  8: ["green", "yellow", "violet", "blue"],
  9: ["violet", "green", "blue", "yellow"],
};

const cases = Object.keys(UPRIGHT).flatMap((key) =>
  (["jpg", "png"] as const).map((kind) => ({ name: `${kind}-${key}`, kind, orientation: Number(key) })),
);

let browser: Browser;

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const one of cases) await buildCase(one);
  convertByOffice(
    FOLDER,
    "pdf",
    cases.map(({ name }) => join(FOLDER, "out", `${name}.docx`)),
  );
  browser = await launchBrowser();
});

afterAll(() => browser.close());

describe.each(cases.map((one) => [one.name, one] as const))("%s", (name, { orientation }) => {
  const corners = UPRIGHT[orientation];
  const ratio = orientation >= 5 && orientation <= 8 ? HEIGHT / WIDTH : WIDTH / HEIGHT;

  it("stands upright in LibreOffice, in the PDF and in Chromium", async () => {
    const looks = {
      docx: drawnByPoppler(join(FOLDER, "pdf", `${name}.pdf`)),
      pdf: drawnByPoppler(join(FOLDER, "out", `${name}.pdf`)),
      html: await drawnByChromium(join(FOLDER, "out", `${name}.html`), "figure img"),
      svg: await drawnByChromium(join(FOLDER, "out", `${name}.svg`), "image"),
    };
    for (const [edition, look] of Object.entries(looks)) {
      expect(look.corners, edition).toEqual(corners);
      expect(look.ratio, edition).toBeCloseTo(ratio, 1);
    }
  });
});

interface Look {
  /** colours of the quarters, from top left by rows */
  readonly corners: readonly string[];
  readonly ratio: number;
}

async function buildCase({ name, kind, orientation }: (typeof cases)[number]): Promise<void> {
  const photo = asFromPhone(readFileSync("test/pictures/quadrants.jpg"), { orientation });
  const picture = kind === "jpg" ? photo : asFromEditor(quadrantsPng(), { orientation });
  const files = issueWithPictures({ [`a.${kind}`]: picture });
  const folder = join(FOLDER, "issues", name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { artifacts, diagnostics, layout, assets } = await build(
    join(folder, "issue.yaml"),
    diskEnvironment(),
    {
      editions: ["docx", "pdf", "html"],
    },
  );
  if (artifacts.length < 3) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`);
  mkdirSync(join(FOLDER, "out"), { recursive: true });
  for (const { edition, bytes } of artifacts) writeFileSync(join(FOLDER, "out", `${name}.${edition}`), bytes);
  const page = layout?.pages.find(({ marks }) => marks.some((mark) => mark.kind === "picture"));
  if (layout === undefined || page === undefined) throw new Error(`${name}: no picture on any page`);
  writeFileSync(join(FOLDER, "out", `${name}.svg`), renderPageFile(page, layout, { assets, title: name }));
}

/** The colours of {@link STORED}, as PNG rows of RGB. */
function quadrantsPng(): Uint8Array {
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: WIDTH }, (__, x) => {
        const name = STORED[(y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1)] ?? "violet";
        return COLORS[name];
      }).flat(),
    ]),
  );
  return png({ width: WIDTH, height: HEIGHT, data: Buffer.concat(rows) });
}

const COLORS: Readonly<Record<(typeof STORED)[number], readonly number[]>> = {
  violet: [200, 30, 200],
  green: [30, 160, 30],
  blue: [30, 30, 220],
  yellow: [250, 220, 0],
};

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** three bytes a pixel, by rows */
  readonly rgb: Uint8Array;
}

/** The picture stands on the last page, or before the one on which the contact line is left over. */
function drawnByPoppler(pdf: string): Look {
  const pages = Array.from({ length: pagesOf(pdf) }, (_, index) => index + 1);
  const looks = pages.toReversed().map((page) => pageByPoppler(pdf, String(page)));
  const shown = looks.find(({ corners }) => corners.some((corner) => corner !== "none"));
  if (shown === undefined) throw new Error(`${pdf}: no picture on any page`);
  return shown;
}

function pageByPoppler(pdf: string, page: string): Look {
  const ppm = execFileSync("pdftoppm", ["-r", "36", "-f", page, "-l", page, pdf], LARGE) as Buffer;
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString("latin1", 0, 40));
  if (head === null) throw new Error(`${pdf}: no page`);
  return lookOf({ width: Number(head[1]), height: Number(head[2]), rgb: ppm.subarray(head[0].length) });
}

/** Runs in the browser. */
const PIXELS_OF_PNG = `async (base64) => {
  const image = new Image();
  image.src = "data:image/png;base64," + base64;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, rgb: [...data].filter((_, index) => index % 4 < 3) };
}`;

/** In the page as a reader has it, drawn small: four colours need few pixels. */
async function drawnByChromium(path: string, picture: string): Promise<Look> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1600 }, deviceScaleFactor: 0.25 });
  await page.goto(pathToFileURL(resolve(path)).href);
  const shot = await page.locator(picture).screenshot();
  const pixels = await page.evaluate<Omit<Pixels, "rgb"> & { readonly rgb: readonly number[] }>(
    `(${PIXELS_OF_PNG})(${JSON.stringify(shot.toString("base64"))})`,
  );
  await page.close();
  return lookOf({ ...pixels, rgb: Uint8Array.from(pixels.rgb) });
}

/** The box of the picture's colours on a page of black and white, and what its quarters show. */
function lookOf({ width, height, rgb }: Pixels): Look {
  const nameAt = (x: number, y: number) => {
    const at = (y * width + x) * 3;
    return STORED.find((name) =>
      COLORS[name].every((value, part) => Math.abs(value - (rgb[at + part] ?? 0)) < 60),
    );
  };
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (nameAt(x, y) === undefined) continue;
      xs.push(x);
      ys.push(y);
    }
  }
  const least = (values: readonly number[]) =>
    values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0) + 1;
  const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
  const corners = [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map(
      (across) =>
        nameAt(Math.round(left + (right - left) * across), Math.round(top + (bottom - top) * down)) ?? "none",
    ),
  );
  return { corners, ratio: (right - left) / (bottom - top) };
}
