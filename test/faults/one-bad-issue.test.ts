/**
 * A fault that belongs to one issue is a finding of it: exit code 1, the other issues are built, `--json` gives its
 * document, nothing of the bad one is written. What `lint` can know of it, it says too.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { plainFont } from "../fonts/made-up-fonts.js";
import { png } from "../hostile/made-pictures.js";
import { add, clear, editionsOfOthers, makeArchive, ownTemplate, SPOILT, write } from "./archive.js";
import { run } from "./built-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-one-bad-"));
afterAll(() => clear(scratch));

interface Spoiling {
  readonly name: string;
  readonly spoil: (issue: string) => void;
  /** where the finding stands */
  readonly at: RegExp;
  /** false where only the making of an edition shows it, "may" where lint need not know */
  readonly lint?: false | "may";
  readonly edition?: "pdf";
}

const manifest = (text: string) => (issue: string) => add(join(issue, "issue.yaml"), text);
const MANIFEST = /^issues\/2\/issue\.yaml$/;

const spoilings: readonly Spoiling[] = [
  { name: "output folder is a file", spoil: manifest("output: {folder: issue.yaml}\n"), at: MANIFEST },
  {
    name: "output folder lies below a file",
    spoil: manifest("output: {folder: issue.yaml/out}\n"),
    at: MANIFEST,
  },
  {
    name: "output folder's name is too long",
    spoil: manifest(`output: {folder: ${"x".repeat(300)}}\n`),
    at: MANIFEST,
  },
  {
    name: "output folder's path is too long",
    spoil: manifest(`output: {folder: ${"x/".repeat(2500)}}\n`),
    at: MANIFEST,
  },
  {
    name: "output folder is a link to outside",
    spoil: (issue) => {
      mkdirSync(join(issue, "../../../outside"), { recursive: true });
      symlinkSync("../../../outside", join(issue, "dist"));
    },
    at: MANIFEST,
  },
  {
    name: "output folder is a link that leads nowhere",
    spoil: (issue) => symlinkSync("nowhere", join(issue, "dist")),
    at: MANIFEST,
    lint: false,
  },
  {
    name: "output folder is a link to itself",
    spoil: (issue) => symlinkSync("dist", join(issue, "dist")),
    at: MANIFEST,
    lint: false,
  },
  {
    name: "folder in an edition's place",
    spoil: (issue) => mkdirSync(join(issue, "dist/2.html/x"), { recursive: true }),
    at: MANIFEST,
  },
  { name: "slug that no system shows", spoil: manifest('slug: "a\\u200bb"\n'), at: MANIFEST },
  { name: "slug of a device", spoil: manifest("slug: CON\n"), at: MANIFEST },
  { name: "no such template", spoil: manifest("template: jianbo\n"), at: MANIFEST },
  {
    name: "empty template",
    spoil: (issue) => ownTemplate(issue, { "template.yaml": "" }),
    at: /template\.yaml$/,
  },
  {
    name: "malformed page frame",
    spoil: (issue) => ownTemplate(issue, { "html/page.html": "<script>" }),
    at: /page\.html$/,
  },
  {
    name: "style sheet in another encoding",
    spoil: (issue) => ownTemplate(issue, { "html/style.css": Uint8Array.from([0xbc, 0xd7, 0xd2, 0xd2]) }),
    at: /style\.css$/,
  },
  {
    name: "manifest that is no map",
    spoil: (issue) => write(issue, { "issue.yaml": "甲" }),
    at: MANIFEST,
  },
  {
    name: "damaged picture",
    spoil: (issue) => {
      write(issue, { "images/p.png": damagedPng() });
      add(join(issue, "items/a.md"), '\n![座谈会](../images/p.png "座谈会现场")\n');
    },
    at: /items\/a\.md$/,
    lint: "may",
    edition: "pdf",
  },
  {
    name: "damaged font of the house",
    spoil: (issue) => {
      write(issue, { "fonts/house.ttf": withoutOutlines(plainFont("House", 400)) });
      add(join(issue, "items/a.md"), "\n会议在AB座举行。\n");
      manifest("fonts: {folders: [issues/2/fonts], roles: {body: {families: [House], latin: House}}}\n")(
        issue,
      );
    },
    at: MANIFEST,
    lint: false,
    edition: "pdf",
  },
  {
    name: "variable font of another weight",
    spoil: (issue) => {
      write(issue, { "fonts/house.ttf": plainFont("House", 400, { variable: 900 }) });
      manifest("fonts: {folders: [issues/2/fonts], roles: {body: House}}\n")(issue);
    },
    at: MANIFEST,
    lint: false,
    edition: "pdf",
  },
];

/** Its head is sound, its pixels are no compressed data. */
const damagedPng = () => png({ colour: 6, packed: new Uint8Array(40).fill(0xff) });

/** The table of glyphs begins behind the end of the file. */
function withoutOutlines(font: Uint8Array): Uint8Array {
  const bytes = Buffer.from(font);
  bytes.writeUInt32BE(0x7fffffff, bytes.indexOf("glyf") + 8);
  return bytes;
}

interface Document {
  readonly issues: readonly { readonly manifest: string; readonly editions: readonly unknown[] }[];
  readonly findings: readonly { readonly path: string; readonly severity: string }[];
  readonly troubles?: readonly unknown[];
}

const errorsOf = (findings: Document["findings"]) => findings.filter(({ severity }) => severity === "error");

describe.concurrent("one bad issue does not keep the others back", () => {
  it.each(spoilings)("$name", async ({ name, spoil, at, lint, edition = "html" }) => {
    const folder = makeArchive(join(scratch, name.replace(/\W/g, "-"), "archive"));
    spoil(join(folder, SPOILT));
    const args = ["build", "--all", "-e", edition, "--json"];
    const { code, out, err } = await run(args, folder);
    expect(err).toBe("");
    expect(code).toBe(1);
    const { issues, findings, troubles }: Document = JSON.parse(out);
    expect(troubles).toBeUndefined();
    expect(issues.map(({ manifest, editions }) => [manifest, editions.length])).toEqual([
      ["issues/1/issue.yaml", 1],
      ["issues/2/issue.yaml", 0],
      ["issues/3/issue.yaml", 1],
    ]);
    const errors = errorsOf(findings);
    expect(errors.length).toBeGreaterThan(0);
    for (const { path } of errors) expect(path).toMatch(at);
    expect(editionsOfOthers(folder)).toEqual([`issues/1/dist/1.${edition}`, `issues/3/dist/3.${edition}`]);

    const linted = await run(["lint", "-f", "json", "."], folder);
    const told = errorsOf(JSON.parse(linted.out).findings);
    if (lint === false) expect(told).toEqual([]);
    else if (lint !== "may") expect(told).toEqual(errors);
  });
});

describe.concurrent("issues that would write the same file", () => {
  const slugs = (folder: string, names: readonly string[]) => {
    for (const [index, slug] of names.entries())
      add(join(folder, `issues/${index + 1}/issue.yaml`), `slug: ${slug}\n`);
  };
  const common = (folder: string) => add(join(folder, "bulletin.yaml"), "output: {folder: ../../all}\n");

  it.each([
    ["the same slug", ["x", "x", "y"], ["issues/1", "issues/2"], ["y.html"]],
    ["slugs that differ in case", ["May", "y", "MAY"], ["issues/1", "issues/3"], ["y.html"]],
    [
      "slugs that are composed otherwise",
      ["cafe\u0301", "caf\u00e9", "y"],
      ["issues/1", "issues/2"],
      ["y.html"],
    ],
    ["the same slug three times", ["x", "x", "x"], ["issues/1", "issues/2", "issues/3"], []],
  ] as const)("%s: all are told, none is written", async (name, names, told, written) => {
    const folder = makeArchive(join(scratch, name.replaceAll(" ", "-")));
    common(folder);
    slugs(folder, names);
    const { code, out } = await run(["build", "--all", "-e", "html", "--json"], folder);
    expect(code).toBe(1);
    const pathsOf = (findings: Document["findings"]) => [
      ...new Set(errorsOf(findings).map(({ path }) => path.replace("/issue.yaml", ""))),
    ];
    expect(pathsOf(JSON.parse(out).findings)).toEqual(told);
    expect(existsSync(join(folder, "all")) ? readdirSync(join(folder, "all")) : []).toEqual(written);
    const linted = await run(["lint", "-f", "json", "."], folder);
    expect(linted.code).toBe(1);
    expect(pathsOf(JSON.parse(linted.out).findings)).toEqual(told);
  });

  it("are told with --out too, by shards as well, and what lies there stays", async () => {
    const folder = makeArchive(join(scratch, "shards"));
    slugs(folder, ["x", "y", "X"]);
    write(folder, { "out/x.html": "earlier" });
    for (const shard of ["1/2", "2/2"]) {
      const { code, err } = await run(
        ["build", "--all", "-e", "html", "-o", "out", "--shard", shard],
        folder,
      );
      if (code !== 0) expect(err).toContain("they differ only in letter case");
    }
    expect(readFileSync(join(folder, "out/x.html"), "utf8")).toBe("earlier");
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["x.html", "y.html"]);
  });

  it("are no fault in folders of their own, nor where one is built alone", async () => {
    const folder = makeArchive(join(scratch, "own-folders"));
    slugs(folder, ["x", "x", "x"]);
    const { code } = await run(["build", "--all", "-e", "html"], folder);
    expect(code).toBe(0);
    expect(editionsOfOthers(folder)).toEqual(["issues/1/dist/x.html", "issues/3/dist/x.html"]);
  });

  it("are built where nothing collides any more, from the records of --cache as well", async () => {
    const folder = makeArchive(join(scratch, "cached"));
    common(folder);
    const args = ["build", "--all", "-e", "html", "--cache", "--cache-location", "cache"];
    expect((await run(args, folder)).code).toBe(0);
    slugs(folder, ["3"]);
    const { code, err } = await run(args, folder);
    expect(code).toBe(1);
    expect(err).toContain("This issue and “issues/3/issue.yaml” would write the same file: “3”");
    expect(err).toContain("issues/3/issue.yaml was not built");
  });
});

it("has its place", async () => {
  const folder = makeArchive(join(scratch, "place"));
  add(join(folder, SPOILT, "issue.yaml"), "output: {folder: issue.yaml}\n");
  const alone = await run(["build", SPOILT], folder);
  expect(alone.code).toBe(1);
  expect(alone.err).toContain("issues/2/issue.yaml was not built; no file was written: there is an error.");
  const { out } = await run(["lint", "-f", "compact", "."], folder);
  expect(out).toMatch(/^issues\/2\/issue\.yaml:7:18: error: The output folder “issues\/2\/issue\.yaml”/m);
});
