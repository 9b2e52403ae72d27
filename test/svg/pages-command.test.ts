/** `bulletin pages` as its users meet it: which files it writes, what it says, how it ends. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readPageRanges } from "../../src/cli/pages/page-ranges.js";
import { TEARS, TORN_FAMILY, tornFont } from "../fonts/torn-font.js";
import { warmRun } from "../warm-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-pages-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folder = scratch;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(scratch, String(count));
  mkdirSync(folder);
});

const useFixture = (name: string, to = "."): void =>
  cpSync(join("fixtures", name), join(folder, to), { recursive: true });
const filesIn = (path: string): readonly string[] =>
  existsSync(join(folder, path)) ? readdirSync(join(folder, path)).sort() : [];
const pages = (...args: readonly string[]) => warmRun(["pages", ...args], folder);

describe("bulletin pages", () => {
  it("writes each page to pages in the output folder, and says where", async () => {
    useFixture("supplement");
    const { code, out } = await pages();
    expect(code).toBe(0);
    const names = filesIn("dist/pages");
    expect(names.map((name) => name.slice(-8))).toEqual(["-001.svg", "-002.svg", "-003.svg"]);
    for (const name of names) expect(out).toContain(`dist/pages/${name}  `);
    const [first = ""] = names;
    expect(readFileSync(join(folder, "dist/pages", first), "utf8")).toMatch(/^<\?xml [\s\S]*<\/svg>\n$/);
  });

  it("writes the pages asked for to the folder that is named", async () => {
    useFixture("supplement");
    const { code } = await pages("--pages", "3，1", "-o", "proofs");
    expect(code).toBe(0);
    expect(filesIn("proofs").map((name) => name.slice(-8))).toEqual(["-001.svg", "-003.svg"]);
    expect(filesIn("dist")).toEqual([]);
  });

  it("refuses pages that are not there, and writes none", async () => {
    useFixture("supplement");
    const { code, err } = await pages("--pages", "2,8-");
    expect([code, filesIn("dist")]).toEqual([2, []]);
    expect(err).toContain("--pages asks for page 8, but the issue has 3 pages.");
  });

  it("names a draft, and numbers its lines", async () => {
    useFixture("minimal");
    const { code } = await pages("--draft", "--line-numbers");
    expect(code).toBe(0);
    expect(filesIn("dist/pages").every((name) => /送审稿-\d{3}\.svg$/.test(name))).toBe(true);
    const [first = ""] = filesIn("dist/pages");
    expect(readFileSync(join(folder, "dist/pages", first), "utf8")).toContain("送审稿");
  });

  it("writes pages of a secret issue as it is printed: they are nothing for the web", async () => {
    useFixture("internal-circular");
    const { code, err } = await pages("--strict");
    expect(err).not.toContain("manifest/secret-web");
    expect([code, filesIn("dist/pages").length > 0]).toEqual([0, true]);
  });

  it("tells of pages of an earlier run that the issue has no more, of its own alone", async () => {
    useFixture("minimal");
    await pages();
    const [first = ""] = filesIn("dist/pages");
    for (const name of [first.replace("001", "002"), first.replace("001", "0003"), "other-004.svg"]) {
      writeFileSync(join(folder, "dist/pages", name), "");
    }
    const { err } = await pages();
    expect(err.match(/was written earlier/g)?.length).toBe(1);
    expect(err).toContain(`${first.replace("001", "002")} was written earlier: the issue now has 1 page.`);
    expect(filesIn("dist/pages").length).toBe(4);
  });

  it("ends with 1 and leaves the pages of the last run where the issue is refused", async () => {
    useFixture("minimal");
    await pages();
    const [first = ""] = filesIn("dist/pages");
    const before = readFileSync(join(folder, "dist/pages", first));
    const manifest = join(folder, "issue.yaml");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/^date:.*$/m, "date: 2026-13-45"));
    const { code, err } = await pages();
    expect(code).toBe(1);
    expect(err).toContain("issue.yaml was not built; no file was written");
    expect(readFileSync(join(folder, "dist/pages", first)).equals(before)).toBe(true);
  });

  it.each(Object.entries(TEARS))("ends with 1 at the font of the house that has %s", async (_, tear) => {
    useFixture("minimal", "issues/2026-01");
    mkdirSync(join(folder, "fonts"));
    writeFileSync(join(folder, "fonts/torn.ttf"), tornFont("科普图书", tear));
    const house = `fonts: {folders: [fonts]}\nlook: {roles: {body: {families: [${TORN_FAMILY}]}}}\n`;
    writeFileSync(join(folder, "bulletin.yaml"), house);
    const { code, err } = await pages("issues/2026-01");
    expect(err).toMatch(/bulletin\.yaml:1:19/);
    expect(err).toMatch(/torn\.ttf is damaged/);
    expect([code, filesIn("issues/2026-01/dist")]).toEqual([1, []]);
  });

  it("refuses a folder that a link leads out of the bulletin", async () => {
    useFixture("minimal", "issue");
    mkdirSync(join(folder, "elsewhere"));
    mkdirSync(join(folder, "issue/dist"));
    symlinkSync("../../elsewhere", join(folder, "issue/dist/pages"));
    const { code, err } = await pages("issue");
    expect([code, filesIn("elsewhere")]).toEqual([1, []]);
    expect(err).toContain("is not inside the bulletin's folder");
  });

  it("refuses two issues that would write the same files", async () => {
    useFixture("minimal", "a/2026-01");
    useFixture("minimal", "b/2026-01");
    const { code, err } = await pages("a/2026-01", "b/2026-01", "-o", "proofs");
    expect([code, filesIn("proofs")]).toEqual([1, []]);
    expect(err).toContain("would write the same file");
  });
});

describe("page numbers", () => {
  it.each([
    ["1", [[1, 1]]],
    [
      "1,3-5",
      [
        [1, 1],
        [3, 5],
      ],
    ],
    [
      "2，4～6、8-",
      [
        [2, 2],
        [4, 6],
        [8, undefined],
      ],
    ],
    [" 7 – 7 ", undefined],
    ["5-2", undefined],
    ["0", undefined],
    ["", undefined],
    ["1,", undefined],
    ["-3", undefined],
    ["一", undefined],
  ])("%s", (text, ranges) => {
    expect(readPageRanges(text)?.map(({ from, to }) => [from, to])).toEqual(ranges);
  });
});
