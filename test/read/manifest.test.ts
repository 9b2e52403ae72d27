/** Manifest, house rules and front matter: faults with their exact places, and how values are merged. */
import "../with-parser.js";
import Ajv from "ajv/dist/ajv.js";
import { expect, test } from "vitest";
import { jsonSchema } from "../../src/read/json-schema.js";
import { readIssue } from "../../src/read/read-issue.js";
import { readSubmission } from "../../src/read/read-submission.js";
import { KEY_SCHEMA_NAMES } from "../../src/read/schema-names.js";
import type { Workspace } from "../../src/read/workspace.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { describe, type Files, ITEM, MANIFEST, readFiles } from "./reading.js";

const changed = (from: string | RegExp, to: string): Files => ({ "issue.yaml": MANIFEST.replace(from, to) });
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
/** 简报 and a line end in GB18030 */
const GB18030 = new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xbc, 0xf2, 0xb1, 0xa8, 0x0a]);

/** So many aliases of one value, none inside another. */
const aliases = (count: number): string => `many: [&one 1${", *one".repeat(count)}]`;

/** name, files that replace sound ones, findings as `rule «characters marked»` */
const FAULTS: readonly (readonly [string, Files, readonly string[]])[] = [
  ["sound", {}, []],
  ["misspelt key", changed("number:", "nubmer:"), ["manifest/unknown-key «nubmer»"]],
  ["far key", changed("number: 3", "number: 3\nxyz: 1"), ["manifest/unknown-key «xyz»"]],
  ["nested key", changed("label:", "lable:"), ["manifest/unknown-key «lable»"]],
  ["no number", changed("number: 3\n", ""), ["manifest/missing-value «»"]],
  ["empty number", changed("number: 3", "number:"), ["manifest/missing-value «number»"]],
  ["number of words", changed("number: 3", "number: 第3期"), ["manifest/invalid-value «第3期»"]],
  ["number zero", changed("number: 3", "number: 0"), ["manifest/invalid-value «0»"]],
  ["no such day", changed("2026-03-16", "2026-02-29"), ["manifest/invalid-value «2026-02-29»"]],
  ["day in Chinese", changed("2026-03-16", "2026年3月16日"), ["manifest/invalid-value «2026年3月16日»"]],
  ["no name", changed("{name: 云湖科技信息}", "{}"), ["manifest/missing-value «bulletin»"]],
  ["no contact", changed(/contact:.*\n/, ""), ["manifest/missing-value «»"]],
  [
    "a list for a map",
    changed("{name: 云湖科技信息}", "[a]"),
    ["manifest/invalid-value «[a]»", "manifest/missing-value «bulletin»"],
  ],
  ["a word for a list", changed("[items/01.md]", "items/01.md"), ["manifest/invalid-value «items/01.md»"]],
  ["twice", changed("number: 3", "number: 3\nnumber: 4"), ["manifest/syntax «number»"]],
  ["tab", changed("  - name", "\t- name"), ["manifest/syntax «\t»"]],
  ["open quote", changed("云湖科技信息", '"云湖'), ['manifest/syntax «"云湖}»']],
  ["quote closed too late", changed("云湖科技信息", '"云湖"科技'), ["manifest/syntax «科技»"]],
  ["open bracket", changed("[items/01.md]", "[items/01.md"), ["manifest/syntax «[items/01.md»"]],
  ["colon in a value", changed("number: 3", "slug: a: b\nnumber: 3"), ["manifest/syntax «a»"]],
  ["quoted number", changed("number: 3", 'number: "3"'), ['manifest/invalid-value «"3"»']],
  ["wide colon", changed("number: 3", "number： 3"), ["manifest/syntax «number： 3»"]],
  ["bomb", changed("number: 3", "number: 3\na: &a [1]\nb: &b [*a, *a]\nc: [*b]"), ["manifest/syntax «*b»"]],
  ["its own alias", changed("number: 3", "number: 3\na: &a [*a]"), ["manifest/syntax «*a»"]],
  ["twenty aliases", changed("number: 3", `number: 3\n${aliases(20)}`), ["manifest/unknown-key «many»"]],
  [
    "one alias more than any manifest needs",
    changed("number: 3", `number: 3\n${aliases(21)}`),
    ["manifest/syntax «*one»"],
  ],
  ["deep", changed("number: 3", `number: 3\na: ${"[".repeat(300)}`), ["manifest/syntax «[»"]],
  ["empty", { "issue.yaml": "# nothing\n" }, ["manifest/syntax «»"]],
  ["a word", { "issue.yaml": "abc" }, ["manifest/invalid-value «abc»"]],
  ["UTF-16", { "issue.yaml": utf16(MANIFEST) }, ["manifest/syntax «»"]],
  ["slug", changed("number: 3", "number: 3\nslug: a/b"), ["manifest/invalid-value «a/b»"]],
  ["slug of a device", changed("number: 3", "number: 3\nslug: con"), ["manifest/invalid-value «con»"]],
  [
    "output outside",
    changed("number: 3", "number: 3\noutput: {folder: ../x}"),
    ["manifest/invalid-value «../x»"],
  ],
  [
    "period",
    changed("number: 3", "number: 3\nperiod: {from: 2026-03-02, to: 2026-03-01}"),
    ["manifest/invalid-value «2026-03-01»"],
  ],
  [
    "severity",
    changed("number: 3", "number: 3\nlint: {rules: {a/b: wran}}"),
    ["manifest/invalid-value «wran»"],
  ],
  ["missing item", changed("01.md", "O1.md"), ["item/file-missing «items/O1.md»"]],
  ["item above", changed("items/01.md", "../01.md"), ["item/path-outside «../01.md»"]],
  ["absolute item", changed("items/01.md", "/etc/passwd"), ["item/path-outside «/etc/passwd»"]],
  ["item of Windows", changed("items/01.md", "items\\01.md"), ["item/path-outside «items\\01.md»"]],
  ["drive", changed("[items/01.md]", '["C:/01.md"]'), ["item/path-outside «C:/01.md»"]],
  ["folder for an item", changed("items/01.md", "items"), ["item/file-missing «items»"]],
  ["item in GB18030", { "items/01.md": GB18030 }, ["item/encoding «items/01.md»"]],
  ["no front matter", { "items/01.md": "活动。\n" }, ["item/front-matter «»"]],
  ["late front matter", { "items/01.md": `\n${ITEM}` }, ["item/front-matter «---»"]],
  ["open front matter", { "items/01.md": "---\ntitle: 标题\n\n活动。\n" }, ["item/front-matter «---»"]],
  ["no title", { "items/01.md": ITEM.replace(/title.*/, "date: 2026-03-01") }, ["item/front-matter «»"]],
  ["key of front matter", { "items/01.md": ITEM.replace("title", "titel") }, ["item/front-matter «titel»"]],
  [
    "four lines of title",
    { "items/01.md": ITEM.replace(/title: .*/, "title: |\n  一\n  二\n  三\n  四") },
    ["item/front-matter «四»"],
  ],
];

test.each(FAULTS)("%s", (_name, files, found) => {
  const { diagnostics, sources } = readFiles(files);
  expect(describe(diagnostics, sources)).toEqual(found);
  for (const { message, help } of diagnostics) {
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(help).toBeDefined();
    expect(`${message.en}${help?.en ?? ""}`).not.toMatch(/undefined|\[object/);
  }
});

test("the encodings are named", () => {
  const named = (bytes: Uint8Array) => readFiles({ "issue.yaml": bytes }).diagnostics[0]?.message.en;
  expect(named(GB18030)).toContain("GB18030");
  expect(named(utf16(MANIFEST))).toContain("UTF-16 LE");
  expect(named(utf16(`\ufeff${MANIFEST}`))).toContain("UTF-16 LE");
  expect(named(new Uint8Array(Buffer.from(utf16(MANIFEST)).swap16()))).toContain("UTF-16 BE");
  expect(named(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0]))).toContain("word processor");
});

test("faults of manifest and items come together", () => {
  const files = { ...changed("number: 3", "nubmer: 3"), "items/01.md": ITEM.replace("活动", "<br>活动") };
  const { issue, diagnostics } = readFiles(files);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["manifest/unknown-key", "item/raw-html"]);
  expect(issue?.number.value).toBe(0);
});

const HOUSE = `bulletin: {name: 云湖科技信息, publisher: 云湖区科协}
contact: {label: 投稿, email: a@example.org, allow: [x@example.org]}
sections: [{name: 甲, min-items: 2}, {name: 乙}]
lint: {rules: {a/b: off, c/d: [warn, {max: 3}]}, words: {replace: {错: 对}, forbidden: [最高级, {word: 一流, reason: 广告法, instead: 先进, except: [一流课程]}], names: {某某: 主席, 甲某: [党组书记、主席, 会长]}}}
units: [云湖区科协, {name: 云湖区图书馆, aliases: [区图书馆]}]
`;
const SMALL = "number: 3\ndate: 2026-03-16\nsections: [{name: 乙, items: [items/01.md]}]\n";

test("house rules are found upwards, and the manifest's values lie over them", () => {
  const workspace = memoryWorkspace({
    "bulletin.yaml": HOUSE,
    "issues/2026-03/issue.yaml": `${SMALL}contact: {email: b@example.org, allow: []}\nlint: {rules: {a/b: error}}\n`,
    "issues/2026-03/items/01.md": ITEM,
    "issues/2026-03/items/02.md": ITEM,
    "issues/2026-02/issue.yaml": SMALL,
    "issues/2026-02/items/01.md": "---\ntitle: |\n  上期\n  标题\n---\n",
  });
  const { issue, diagnostics } = readIssue("issues/2026-03", workspace);
  expect(diagnostics).toEqual([]);
  expect(issue?.root).toBe(".");
  expect(issue?.slug.value).toBe("2026-03");
  expect(issue?.year.value).toBe(2026);
  const { contact, lint, sections, units, bulletin } = issue?.house ?? {};
  expect(bulletin?.publisher?.value).toBe("云湖区科协");
  expect([contact?.label?.value, contact?.email?.value, contact?.allow]).toEqual([
    "投稿",
    "b@example.org",
    [],
  ]);
  expect([...(lint?.rules ?? [])].map(([id, { severity, options }]) => [id, severity, options])).toEqual([
    ["a/b", "error", {}],
    ["c/d", "warning", { max: 3 }],
  ]);
  const people = lint?.words.people.map(({ name, posts }) => [name.value, posts.map((post) => post.value)]);
  expect(people).toEqual([
    ["某某", ["主席"]],
    ["甲某", ["党组书记", "主席", "会长"]],
  ]);
  const forbidden = lint?.words.forbidden.map(({ word, reason, instead, except }) =>
    [word, reason, instead, ...except].map((part) => part?.value),
  );
  expect(forbidden).toEqual([
    ["最高级", undefined, undefined],
    ["一流", "广告法", "先进", "一流课程"],
  ]);
  expect(sections?.map(({ name, minItems }) => [name.value, minItems])).toEqual([
    ["甲", 2],
    ["乙", 0],
  ]);
  expect(units?.map(({ name, aliases }) => [name.value, aliases.length])).toEqual([
    ["云湖区科协", 0],
    ["云湖区图书馆", 1],
  ]);
  expect(issue?.surroundings).toEqual({
    unlistedItems: ["issues/2026-03/items/02.md"],
    unreadFiles: [],
    earlierTitles: [{ path: "issues/2026-02/items/01.md", title: "上期标题" }],
  });
});

const noItems = (items: string) => `bulletin: {name: 示例工作简报, publisher: 示例单位办公室}
contact: {email: submissions@example.org}
number: 1
date: 2026-03-16
sections: [{name: 工作动态, items: ${items}}]
`;

test("of an issue that lists nothing the items that are there are unlisted, if its manifest is sound and they are its own", () => {
  const unlistedIn = (workspace: Workspace) =>
    readIssue("issue.yaml", workspace).issue?.surroundings.unlistedItems;
  const files = memoryWorkspace({ "issue.yaml": noItems("[]"), "items/01.md": ITEM });
  expect(unlistedIn(files)).toEqual(["items/01.md"]);
  expect(unlistedIn(memoryWorkspace({ "issue.yaml": noItems("甲"), "items/01.md": ITEM }))).toEqual([]);
  const linked: Workspace = {
    ...files,
    realPath: (path) => ({ ".": "/bulletin", items: "/elsewhere/items" })[path] ?? files.realPath(path),
  };
  expect(unlistedIn(linked)).toEqual([]);
});

test("a submission is read by the house above it, and from standard input", () => {
  const workspace = memoryWorkspace({ "bulletin.yaml": HOUSE, "inbox/a.md": ITEM });
  expect(readSubmission("inbox/a.md", workspace).house.path).toBe("bulletin.yaml");
  expect(readSubmission("inbox/b.md", workspace, "\ufeff---\ntitle: 乙\n---\n").item?.title[0]?.value).toBe(
    "乙",
  );
  expect(readSubmission("inbox/b.md", workspace).diagnostics.map(({ rule }) => rule)).toEqual([
    "item/encoding",
  ]);
});

/** body's end, `source`, attribution's value and where it is written, text that is left */
const ATTRIBUTIONS: readonly (readonly [string, string | undefined, string | undefined, string])[] = [
  ["举办。（云湖区科协）", undefined, "云湖区科协 body", "举办。"],
  ["举办。（云湖区科协）", "云湖区科协", "云湖区科协 both", "举办。"],
  ["举办。（云湖区科协）", "区图书馆", "区图书馆 front-matter", "举办。（云湖区科协）"],
  ["举办。", "云湖区科协", "云湖区科协 front-matter", "举办。"],
  ["举办。\n\n（云湖区科协）", undefined, "云湖区科协 body", "举办。"],
  ["- 举办\n\n（云湖区科协）", undefined, "云湖区科协 body", ""],
  ["## 举办\n\n（云湖区科协）", undefined, undefined, "（云湖区科协）"],
  ["举办。\n（云湖区科协）", undefined, "云湖区科协 body", "举办。"],
  ["举办“讲座！”（云湖区科协）", undefined, "云湖区科协 body", "举办“讲座！”"],
  ["增长三成。（见表1）", undefined, undefined, "增长三成。（见表1）"],
  ["增长（云湖区科协）", undefined, undefined, "增长（云湖区科协）"],
  ["合影。（某某 摄）", undefined, undefined, "合影。（某某 摄）"],
  ["举办。（云湖区科协供稿）", "云湖区科协", "云湖区科协 both", "举办。"],
  ["举办。（云湖区科协供稿）", "云湖区", "云湖区 front-matter", "举办。（云湖区科协供稿）"],
  ["举办。（云湖区科协，图书馆）", undefined, undefined, "举办。（云湖区科协，图书馆）"],
];

test.each(ATTRIBUTIONS)("attribution of %j with source %j", (body, source, attribution, left) => {
  const front = source === undefined ? "" : `source: ${source}\n`;
  const text = `---\ntitle: 标题\n${front}---\n\n${body}\n`;
  const { issue } = readFiles({ "items/01.md": text });
  const item = issue?.sections[0]?.items[0];
  const found = item?.attribution;
  expect(found && `${found.value} ${found.writtenIn}`).toBe(attribution);
  if (found?.typed) expect(text.slice(found.typed.start, found.typed.end)).toMatch(/^（云湖区科协(供稿)?）$/);
  const words = item?.blocks.flatMap((block) => (block.kind === "paragraph" ? block.children : []));
  expect(words?.map((inline) => (inline.kind === "text" ? inline.value : "?")).join("")).toBe(left);
});

test("titles keep the editor's lines and their places", () => {
  const text =
    "---\r\ntitle: |\r\n  云湖区 2026 年\r\n  科普展\r\nsubmitter: {phone: 010-5555 0123}\r\n---\r\n";
  const { issue } = readFiles({ "items/01.md": text });
  const item = issue?.sections[0]?.items[0];
  expect(item?.title.map(({ value, span }) => [value, text.slice(span.start, span.end)])).toEqual([
    ["云湖区2026年", "云湖区 2026 年"],
    ["科普展", "科普展"],
  ]);
  expect(item?.submitter?.phone?.value).toBe("010-5555 0123");
});

test("no link leads out of the bulletin's folder", () => {
  const inside = memoryWorkspace({ "issue.yaml": MANIFEST, "items/01.md": ITEM });
  const workspace = {
    ...inside,
    realPath: (path: string) => (path.endsWith("01.md") ? "/elsewhere/01.md" : inside.realPath(path)),
  };
  const linked = {
    ...workspace,
    realPath: (path: string) => (path === "." ? "/bulletin" : workspace.realPath(path)),
  };
  expect(readIssue("issue.yaml", linked).diagnostics.map(({ rule }) => rule)).toEqual(["item/path-outside"]);
});

test("the schemas hold what is read, and nothing else", () => {
  const ajv = new Ajv.default({ strict: false, validateFormats: false });
  const [manifest, house, item] = KEY_SCHEMA_NAMES.map((name) => ajv.compile(jsonSchema(name)));
  const sound = { number: 3, date: "2026-03-16", sections: [{ name: "甲", items: ["items/01.md"] }] };
  expect(manifest?.(sound)).toBe(true);
  expect(manifest?.({ ...sound, nubmer: 3 })).toBe(false);
  expect(manifest?.({ ...sound, number: 0 })).toBe(false);
  expect(house?.({ lint: { rules: { "a/b": ["warn", { max: 3 }] } }, units: ["甲", { name: "乙" }] })).toBe(
    true,
  );
  expect(house?.({ lint: { rules: { "a/b": "wran" } } })).toBe(false);
  expect(item?.({ date: "2026-03-16" })).toBe(false);
  expect(item?.({ title: "标题" })).toBe(true);
});
