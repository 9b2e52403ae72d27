/** Files in a folder of fonts: opened once, and again where another file has come in their place. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fontLister } from "../../src/cli/disk-fonts.js";
import { findFaces } from "../../src/fonts/find-faces.js";
import { fontDirectory } from "../../src/fonts/font-directory.js";
import type { Template } from "../../src/model/template.js";
import { plainFont } from "./made-up-fonts.js";

const folder = mkdtempSync(join(tmpdir(), "bulletin-fonts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = join(folder, "house.ttf");
const template = {
  name: "trial",
  roles: { body: { families: ["House"], weight: 400 } },
} as unknown as Template;

/** The body's face as a build of this moment finds it. */
async function bodyFace(list: ReturnType<typeof fontLister>) {
  const { value } = await findFaces(
    template,
    fontDirectory(() => list(folder)),
  );
  return value.body[0];
}

test("a file that stays the same is one file, and its face one face", async () => {
  writeFileSync(place, plainFont("House", 400));
  const list = fontLister();
  expect([...list(folder)][0]).toBe([...list(folder)][0]);
  expect(await bodyFace(list)).toBe(await bodyFace(list));
});

test.each(["written over", "renamed over"] as const)("a file %s is read anew", async (way) => {
  writeFileSync(place, plainFont("House", 400, { characters: "AB" }));
  const list = fontLister();
  const digit = "1".codePointAt(0) ?? 0;
  expect((await bodyFace(list))?.glyph(digit)).toBe(0);
  const other = join(folder, "house.new");
  writeFileSync(other, plainFont("House", 400, { characters: "1A" }));
  if (way === "renamed over") renameSync(other, place);
  else copyFileSync(other, place);
  expect((await bodyFace(list))?.glyph(digit)).not.toBe(0);
});

test("what is named like a font and is none of it is passed over", () => {
  const odd = join(folder, "odd");
  mkdirSync(join(odd, "folder.ttf"), { recursive: true });
  symlinkSync(join(odd, "nowhere"), join(odd, "link.ttf"));
  writeFileSync(join(odd, "real.ttf"), plainFont("House", 400));
  expect([...fontLister()(odd)].length).toBe(1);
});
