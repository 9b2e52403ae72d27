/** What `bulletin build` says of editions that it withholds and of files of earlier builds; drafts and their names. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { homeEnvironment } from "./own-home.js";
import { warmRun } from "./warm-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-secret-"));
let issue = "";
let count = 0;

const run = (...args: string[]) => warmRun(args, issue, homeEnvironment(scratch));
const addLines = (lines: string) => writeFileSync(join(issue, "issue.yaml"), `${plain()}${lines}\n`);
const plain = () => `${readFileSync("fixtures/minimal/issue.yaml", "utf8")}slug: 2026-01\n`;
const written = () => readdirSync(join(issue, "dist")).sort();

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeEach(() => {
  count += 1;
  issue = join(scratch, String(count));
  cpSync("fixtures/minimal/items", join(issue, "items"), { recursive: true });
  addLines("");
});

const SECRET = "secrecy: {level: 秘密, period: 1年}";
const LIES = "dist/2026-01.html is an HTML edition of an earlier build";

describe("a secret issue", () => {
  it("has no HTML edition, and is told so with the reason", async () => {
    addLines(SECRET);
    const { code, err } = await run("build");
    expect(code).toBe(0);
    expect(written()).toEqual(["2026-01.docx", "2026-01.pdf"]);
    expect(err).toContain("dist/2026-01.html was not written: the issue has a level of secrecy");
    expect(err).toContain("manifest/secret-web");
    const chinese = await run("--lang", "zh", "build", "--quiet");
    expect(chinese.err).toContain("dist/2026-01.html 没有写：本期有密级，涉密信息不上网。");
  });

  it("has one where it is asked for by name", async () => {
    addLines(SECRET);
    const { code, err } = await run("build", "-e", "docx,pdf,html");
    expect(code).toBe(0);
    expect(written()).toEqual(["2026-01.docx", "2026-01.html", "2026-01.pdf"]);
    expect(err).toContain("asked for by name");
    expect(err).not.toContain("was not written");
  });

  it("is told of a page that an earlier build left, whichever editions are asked for", async () => {
    await run("build");
    addLines(SECRET);
    const all = await run("build");
    expect(all.err).toContain(LIES);
    expect(existsSync(join(issue, "dist/2026-01.html"))).toBe(true);
    const two = await run("build", "-e", "docx,pdf", "--strict");
    expect(two.code).toBe(0);
    expect(two.err).toContain(LIES);
    // A draft of it, too: the page of the final issue lies there under its own name.
    expect((await run("build", "--draft")).err).toContain(LIES);
    rmSync(join(issue, "dist/2026-01.html"));
    expect((await run("build")).err).not.toContain(LIES);
  });

  it("tells programs the same", async () => {
    await run("build");
    addLines(SECRET);
    const { out } = await run("build", "--json");
    const [told] = JSON.parse(out).issues;
    expect(told.editions.map(({ edition }: { edition: string }) => edition)).toEqual(["docx", "pdf"]);
    expect(told.withheld).toEqual([
      { edition: "html", reason: "secrecy", path: "dist/2026-01.html", stale: ["dist/2026-01.html"] },
    ]);
    addLines("");
    expect(JSON.parse((await run("build", "--json")).out).issues[0]).not.toHaveProperty("withheld");
  });

  it("tells it again where nothing has changed", async () => {
    addLines(SECRET);
    await run("build", "--cache");
    const { out, err } = await run("build", "--cache");
    expect(out).toContain("unchanged");
    expect(err).toContain("dist/2026-01.html was not written");
  });

  it("is told so by lint", async () => {
    addLines(SECRET);
    expect((await run("lint")).out).toContain("so no HTML edition is built");
  });
});

describe("a draft", () => {
  it("has its mark in the names of its files, and leaves the final issue alone", async () => {
    await run("build");
    const { code } = await run("build", "--draft");
    expect(code).toBe(0);
    expect((await run("build", "--draft", "征求意见稿")).code).toBe(0);
    expect((await run("build", "-e", "pdf", "--draft=第二稿", "--line-numbers")).code).toBe(0);
    expect(written()).toEqual(
      [
        ...["docx", "html", "pdf"].flatMap((extension) => [
          `2026-01.${extension}`,
          `2026-01-送审稿.${extension}`,
          `2026-01-征求意见稿.${extension}`,
        ]),
        "2026-01-第二稿.pdf",
      ].sort(),
    );
  });

  it("of the manifest does the same", async () => {
    addLines("draft: 征求意见稿");
    const { out } = await run("build", "-e", "pdf", "--json");
    expect(JSON.parse(out).issues[0].editions[0].path).toBe("dist/2026-01-征求意见稿.pdf");
  });

  it("is the same bytes each time", async () => {
    const build = async () =>
      JSON.parse((await run("build", "--draft", "--line-numbers", "--json")).out).issues[0];
    const digests = ({ editions }: { editions: readonly { sha256: string }[] }) =>
      editions.map(({ sha256 }) => sha256);
    expect(digests(await build())).toEqual(digests(await build()));
  });

  it.each([
    [["build", "--draft", "items"], "it is the path of a file or folder"],
    [["build", "--draft", "issues/2026-03"], "it contains “/”"],
    [["build", "--draft="], "it is empty"],
  ])("%j is asked about: %s", async (args, why) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(why);
    expect(err).toContain("Put paths before --draft");
    expect(existsSync(join(issue, "dist"))).toBe(false);
  });

  it("alone has numbers of lines", async () => {
    const { code, err } = await run("build", "--line-numbers");
    expect(code).toBe(2);
    expect(err).toContain("has no draft, so it is final");
    expect(err).toContain("Add --draft");
    expect(existsSync(join(issue, "dist"))).toBe(false);
  });
});
