/** Files in a folder of fonts: opened once, and again where another file has come in their place. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { UnusableFile } from "../../src/diagnostics/diagnostic.js";
import { fontLister } from "../../src/disk/disk-fonts.js";
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

test("a folder may hold more fonts than are held open, each read as it is", () => {
  const many = join(folder, "many");
  mkdirSync(many);
  for (let number = 0; number < 100; number += 1)
    writeFileSync(join(many, `${String(number).padStart(3, "0")}.ttf`), `font ${number}`);
  const files = [...fontLister()(many, "fonts")];
  const text = (index: number) => new TextDecoder().decode(files[index]?.read(0, 20));
  for (const round of [1, 2]) {
    for (let number = 0; number < 100; number += 1)
      expect(text(number), `round ${round}`).toBe(`font ${number}`);
  }
  expect(files[7]?.path).toBe("fonts/007.ttf");
  if (process.platform !== "linux") return;
  const open = readdirSync("/proc/self/fd").flatMap((handle) => {
    try {
      return [readlinkSync(`/proc/self/fd/${handle}`)];
    } catch {
      return [];
    }
  });
  expect(open.filter((path) => path.startsWith(many)).length).toBeLessThanOrEqual(32);
});

test("a font that was replaced since it was listed is told, and is not mixed with what it was", () => {
  const replaced = join(folder, "replaced");
  mkdirSync(replaced);
  writeFileSync(join(replaced, "a.ttf"), "before");
  const [file] = fontLister()(replaced, "fonts");
  writeFileSync(join(replaced, "b.ttf"), "another file");
  renameSync(join(replaced, "b.ttf"), join(replaced, "a.ttf"));
  expect(() => file?.read(0, 6)).toThrow(UnusableFile);
  expect(() => file?.read(0, 6)).toThrow("The font file fonts/a.ttf was replaced");
});
