/** What the preview shows and changes: builds on saves, fixes, undo, moves, details, imports, and what it refuses. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { findPreviewedIssue } from "../../src/cli/preview/find-previewed-issue.js";
import { madeEditions } from "../../src/cli/preview/made-editions.js";
import { startPreview } from "../../src/cli/preview/preview-command.js";
import { EnvironmentError } from "../../src/diagnostics/diagnostic.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import type { PreviewState } from "../../src/preview/protocol.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { TEARS, TORN_FAMILY, tornFont } from "../fonts/torn-font.js";
import { enter, ISSUE, type OpenedPreview, openPreview, PAGE } from "./open-preview.js";

let opened: OpenedPreview | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

const open = async (...given: Parameters<typeof openPreview>): Promise<OpenedPreview> => {
  opened = await openPreview(...given);
  return opened;
};

const ITEM = `${ISSUE}/items/01.md`;
const WITH_FAULTS =
  "\uFEFF---\r\ntitle: 示例市科协举办学术交流会。\r\n---\r\n\r\n3月10日，会议举办 ，百余人参加。\r\n";
const MENDED_BODY =
  "\uFEFF---\r\ntitle: 示例市科协举办学术交流会。\r\n---\r\n\r\n3月10日，会议举办，百余人参加。\r\n";

describe("what is shown", () => {
  it("is the pages, the order and the details of the issue", async () => {
    const { state, ask } = await open();
    const shown = await state();
    expect(shown).toMatchObject({ stage: "ready", isStale: false, language: "zh" });
    expect(shown.issue.title).toBe("青岚县科普简报 2026年第1期");
    expect(shown.pages[0]).toMatchObject({ number: 1 });
    const page = await ask(`/api/pages/${shown.pages[0]?.id}`);
    expect(page.headers["content-type"]).toBe("image/svg+xml");
    expect(page.text).toMatch(/^<svg /);
    const glyphs = JSON.parse((await ask("/api/glyphs?from=0")).text);
    expect(glyphs).toHaveLength(shown.glyphs);
    expect(JSON.parse((await ask(`/api/glyphs?from=${shown.glyphs - 1}`)).text)).toEqual(glyphs.slice(-1));
    expect(shown.sections[0]?.items[0]).toMatchObject({ path: "items/01.md", page: 1 });
    expect(shown.details).toMatchObject({
      number: expect.stringMatching(/^\d+$/),
      date: expect.stringMatching(/^\d{4}-/),
    });
  });

  it("follows a save: pages that did not change keep their ids", async () => {
    const { state, until, read, write } = await open();
    const before = await state();
    write(ITEM, read(ITEM).replace(/。/, "，这是新添的一句。"));
    const after = await until(({ revision }) => revision > before.revision);
    expect(after.stage).toBe("ready");
    expect(after.pages.map(({ id }) => id)).not.toEqual(before.pages.map(({ id }) => id));
    write(ITEM, read(ITEM).replace("，这是新添的一句。", "。"));
    const back = await until(({ pages }) => pages[0]?.id === before.pages[0]?.id);
    expect(back.pages).toEqual(before.pages);
  });

  it("keeps the last pages where errors refuse the issue, and its manifest goes", async () => {
    const { state, until, read, write, folder, ask } = await open();
    const before = await state();
    const manifest = read(`${ISSUE}/issue.yaml`);
    write(`${ISSUE}/issue.yaml`, manifest.replace(/^number: .*$/m, "number: 三"));
    const refused = await until(({ stage }) => stage === "refused");
    expect(refused).toMatchObject({ isStale: true, pages: before.pages });
    expect(refused.findings[0]).toMatchObject({ severity: "error" });
    expect((await ask(`/api/pages/${before.pages[0]?.id}`)).status).toBe(200);
    expect((await ask("/edition/pdf?download")).status).toBe(409);
    rmSync(join(folder, ISSUE, "issue.yaml"));
    const gone = await until(({ revision, stage }) => revision > refused.revision && stage !== "building");
    expect(gone).toMatchObject({ isStale: true, pages: before.pages });
    expect(["refused", "trouble"]).toContain(gone.stage);
    write(`${ISSUE}/issue.yaml`, manifest);
    expect(await until(({ stage }) => stage === "ready")).toMatchObject({
      isStale: false,
      pages: before.pages,
    });
  });

  it("gives editions as build makes them, to the byte", async () => {
    const { state, ask, folder } = await open();
    const { artifacts } = await build(join(folder, ISSUE, "issue.yaml"), diskEnvironment(), {});
    const { editions } = await state();
    expect(editions.map(({ edition }) => edition)).toEqual(artifacts.map(({ edition }) => edition));
    for (const { edition, bytes } of artifacts) {
      const { status, bytes: given, headers } = await ask(`/edition/${edition}?download`);
      expect(status).toBe(200);
      expect(given.equals(bytes)).toBe(true);
      expect(headers["content-disposition"]).toContain(`.${edition}`);
    }
    const framed = await ask("/edition/html?revision=3");
    expect(framed.headers["content-security-policy"]).toMatch(/^sandbox/);
    expect(
      framed.bytes.equals(artifacts.find(({ edition }) => edition === "html")?.bytes ?? Buffer.alloc(0)),
    ).toBe(true);
  });

  it("explains a rule, and knows no other", async () => {
    const { ask } = await open();
    const explained = JSON.parse((await ask("/api/explain?rule=manifest/invalid-value")).text);
    expect(Object.keys(explained)).toEqual(["rule", "title", "why", "wrong", "right"]);
    expect((await ask("/api/explain?rule=no/such-rule")).status).toBe(404);
  });
});

describe("a finding that is fixed", () => {
  it("changes its place alone, and comes back to the byte; mark and line ends stay", async () => {
    const { state, post, read, until } = await open({ [ITEM]: WITH_FAULTS });
    const before = await state();
    const finding = before.findings.find(
      ({ isFixable, excerpt }) => isFixable && excerpt?.join("").includes("举办 ，"),
    );
    expect(finding).toMatchObject({ path: expect.stringContaining("items/01.md"), line: 5, isFixable: true });
    const { value } = await post("/api/fix", { revision: before.revision, kind: "finding", id: finding?.id });
    expect(value).toMatchObject({ isDone: true, undo: expect.stringMatching(/\.undo$/) });
    expect(read(ITEM)).toBe(MENDED_BODY);
    const after = await until(({ findings }) => findings.every(({ id }) => id !== finding?.id));
    expect(after.history[0]).toMatchObject({ id: value.undo, label: value.message });
    expect((await post("/api/undo", { id: value.undo })).value).toMatchObject({ isDone: true });
    expect(read(ITEM)).toBe(WITH_FAULTS);
    expect(await until(({ history }) => history.length === 0)).toBeDefined();
    expect((await post("/api/undo", { id: value.undo })).value).toMatchObject({ isDone: false });
  });

  it("takes all of a rule, and no other rule's", async () => {
    const text = "---\ntitle: 示例市科协举办学术交流会。\n---\n\n会议举办 ，百余人参加 。\n";
    const { state, post, read } = await open({ [ITEM]: text });
    const { revision, findings } = await state();
    const rule = findings.find(({ excerpt }) => excerpt?.join("").includes("举办 ，"))?.rule;
    expect((await post("/api/fix", { revision, kind: "rule", rule })).value).toMatchObject({ isDone: true });
    expect(read(ITEM)).toBe(text.replaceAll(" ，", "，").replaceAll(" 。", "。"));
  });

  it("takes a suggestion that a person chose, and no other", async () => {
    const text =
      "---\ntitle: 示例市科协举办学术交流会\nsource: 示例市科协\n---\n\n示例市科协在示例科技馆 举办学术交流活动，三十名师生到场,反响热烈。\n";
    const { state, post, read } = await open({ [ITEM]: text });
    const { revision, findings } = await state();
    const found = findings.filter(({ suggestions }) => suggestions.length > 0);
    expect(found.length).toBeGreaterThan(0);
    const [first] = found;
    const { value } = await post("/api/fix", { revision, kind: "suggestion", id: first?.id, index: 0 });
    expect(value).toMatchObject({ isDone: true, message: first?.suggestions[0] });
    const [lines, after] = [text, read(ITEM)].map((one) => one.split("\n"));
    expect(after?.filter((line, index) => line !== lines?.[index])).toHaveLength(1);
    expect((await post("/api/undo", { id: value.undo })).value).toMatchObject({ isDone: true });
    expect(read(ITEM)).toBe(text);
  });

  it("leaves a read-only file as it is, and says so", async () => {
    const { state, post, read, folder, until, write } = await open({ [ITEM]: WITH_FAULTS });
    const { revision, findings } = await state();
    const { id } = findings.find(({ isFixable }) => isFixable) ?? { id: "" };
    chmodSync(join(folder, ITEM), 0o444);
    expect((await post("/api/fix", { revision, kind: "finding", id })).value).toMatchObject({
      isDone: false,
    });
    expect(read(ITEM)).toBe(WITH_FAULTS);
    write("bulletin.yaml", "bulletin: {name: 示例科协信息}\n# 再看一次\n");
    const locked = await until((now) =>
      now.findings.every(({ path, isFixable }) => !path.endsWith("01.md") || !isFixable),
    );
    expect(locked.findings.length).toBeGreaterThan(0);
  });

  it("is refused where the file has changed since, or the finding is not there", async () => {
    const { state, post, read, write } = await open({ [ITEM]: WITH_FAULTS });
    const { revision, findings } = await state();
    const { id } = findings.find(({ isFixable }) => isFixable) ?? { id: "" };
    const changed = `${WITH_FAULTS}另有新的一段。\r\n`;
    write(ITEM, changed);
    const late = await post("/api/fix", { revision, kind: "finding", id });
    expect(late.value).toMatchObject({
      isDone: false,
      refusal: { problem: expect.stringContaining("改过") },
    });
    for (const request of [
      { revision: revision + 999, kind: "finding", id },
      { revision, kind: "finding", id: "none" },
      { revision, kind: "rule", rule: "no/such-rule" },
      { revision, kind: "suggestion", id, index: 99 },
    ]) {
      expect((await post("/api/fix", request)).value).toMatchObject({ isDone: false });
    }
    expect(read(ITEM)).toBe(changed);
  });
});

describe("the order and the details", () => {
  const MANIFEST = `# 本期由办公室编
year: 2026
number: 3 # 期号
date: 2026-03-16
sections:
  - name: 工作要闻 # 头条
    items:
      # 这篇先发
      - items/01.md
      - items/02.md # 已核
`;
  const FILES = {
    [`${ISSUE}/issue.yaml`]: MANIFEST,
    [`${ISSUE}/items/02.md`]: "---\ntitle: 示例区科协举办讲座\n---\n\n讲座昨日举办，四十人到场。\n",
  };

  it("are changed with the comments kept, and undone", async () => {
    const { state, post, read, until } = await open(FILES);
    const { revision } = await state();
    const moved = await post("/api/move", {
      revision,
      path: "items/02.md",
      section: "工作要闻",
      before: "items/01.md",
    });
    expect(moved.value).toMatchObject({ isDone: true, message: "移动“示例区科协举办讲座”到【工作要闻】" });
    const after = MANIFEST.replace("      - items/02.md # 已核\n", "").replace(
      "      # 这篇先发\n",
      "      - items/02.md # 已核\n      # 这篇先发\n",
    );
    expect(read(`${ISSUE}/issue.yaml`)).toBe(after);
    const next = await until(({ sections }) => sections[0]?.items[0]?.path === "items/02.md");
    const told = await post("/api/details", {
      revision: next.revision,
      details: { number: "4", editor: "方砚秋" },
    });
    expect(told.value).toMatchObject({ isDone: true });
    expect(read(`${ISSUE}/issue.yaml`)).toBe(
      `${after.replace("number: 3", "number: 4")}editorial: {editor: 方砚秋}\n`,
    );
    // The earlier of two changes of a file cannot be undone over the later one.
    expect((await post("/api/undo", { id: moved.value.undo })).value).toMatchObject({ isDone: false });
    expect((await post("/api/undo", { id: told.value.undo })).value).toMatchObject({ isDone: true });
    expect((await post("/api/undo", { id: moved.value.undo })).value).toMatchObject({ isDone: true });
    expect(read(`${ISSUE}/issue.yaml`)).toBe(MANIFEST);
  });

  it("are refused in words where they would break the manifest", async () => {
    const { state, post, read } = await open(FILES);
    const { revision } = await state();
    for (const details of [{ date: "2026-02-30" }, { number: "三" }, { from: "2026-03-01" }]) {
      const { value } = await post("/api/details", { revision, details });
      expect(value).toMatchObject({
        isDone: false,
        refusal: { problem: expect.any(String), remedy: expect.any(String) },
      });
    }
    expect((await post("/api/details", { revision, details: { slug: "x" } })).status).toBe(400);
    expect(
      (await post("/api/move", { revision, path: "items/09.md", section: "工作要闻" })).value,
    ).toMatchObject({
      isDone: false,
    });
    expect(read(`${ISSUE}/issue.yaml`)).toBe(MANIFEST);
  });
});

describe("a change that follows another at once", () => {
  const TWO = "---\ntitle: 示例市科协举办学术交流会。\n---\n\n会议举办 ，百余人参加 。\n\n另有 ，一段。\n";

  it("is made in the state that the first one left", async () => {
    const { state, post, read } = await open({ [ITEM]: TWO });
    const { revision, findings } = await state();
    const spaces = findings.filter(
      ({ isFixable, excerpt }) =>
        isFixable && / [，。]/.test(excerpt?.join("") ?? "") && excerpt?.[1].trim() === "",
    );
    expect(spaces).toHaveLength(3);
    const answers = await Promise.all(
      spaces.map(({ id }) => post("/api/fix", { revision, kind: "finding", id })),
    );
    expect(answers.map(({ value }) => value.isDone)).toEqual([true, true, true]);
    expect(read(ITEM)).toBe(TWO.replaceAll(/ (?=[，。])/g, ""));
    for (const { value } of answers.toReversed())
      expect((await post("/api/undo", { id: value.undo })).value).toMatchObject({ isDone: true });
    expect(read(ITEM)).toBe(TWO);
  });

  it("is refused where somebody else has changed the file", async () => {
    const { state, post, read, write } = await open({ [ITEM]: TWO });
    const { revision, findings } = await state();
    const [first, second] = findings.filter(({ isFixable }) => isFixable);
    expect((await post("/api/fix", { revision, kind: "finding", id: first?.id })).value.isDone).toBe(true);
    const changed = `${read(ITEM)}\n又有新的一段。\n`;
    write(ITEM, changed);
    expect((await post("/api/fix", { revision, kind: "finding", id: second?.id })).value.isDone).toBe(false);
    expect(read(ITEM)).toBe(changed);
  });

  it("moves items on, and sets details", async () => {
    const text = (...items: readonly string[]) =>
      `year: 2026\nnumber: 3\ndate: 2026-03-16\nsections:\n  - name: 要闻\n    items: [${items.join(", ")}]\n`;
    const manifest = `${ISSUE}/issue.yaml`;
    const { state, post, read } = await open({
      [manifest]: text("items/01.md", "items/missing.md", "items/02.md", "items/03.md"),
      [`${ISSUE}/items/02.md`]: "---\ntitle: 示例区科协举办讲座\n---\n\n讲座昨日举办，四十人到场。\n",
      [`${ISSUE}/items/03.md`]: "---\ntitle: 示例区科协举办展览\n---\n\n展览昨日举办，四十人到场。\n",
    });
    const { revision } = await state();
    const move = (path: string, before?: string) =>
      post("/api/move", { revision, path, section: "要闻", ...(before && { before }) });
    const answers = await Promise.all([
      move("items/02.md"),
      move("items/03.md", "items/01.md"),
      post("/api/details", { revision, details: { number: "4" } }),
    ]);
    expect(answers.map(({ value }) => value.isDone)).toEqual([true, true, true]);
    expect(read(manifest)).toBe(
      text("items/03.md", "items/01.md", "items/missing.md", "items/02.md").replace("number: 3", "number: 4"),
    );
    const stale = { revision, details: { number: "7" }, shown: { number: "3" } };
    expect((await post("/api/details", stale)).value).toMatchObject({
      isDone: false,
      refusal: { fields: [{ field: "number", now: "4", problem: "刚刚在别处改成了“4”。" }] },
    });
    expect((await post("/api/details", { ...stale, shown: { number: 3 } })).status).toBe(400);
    expect(read(manifest)).toContain("number: 4");
    const same = await post("/api/move", { revision, path: "items/02.md", section: "要闻" });
    expect(same.value).toEqual({ isDone: true, message: expect.stringContaining("没有变化") });
  });
});

describe("what lies outside of the bulletin", () => {
  const OUTSIDE = `year: 2026\nnumber: 3\ndate: 2026-03-16\nsections:\n  - name: 要闻\n    items: [items/01.md]\n`;

  it("is not written through a link to the manifest, or to the folder of the items", async () => {
    const preview = await open({ [ITEM]: WITH_FAULTS });
    const { folder, post, until, write } = preview;
    const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), "bulletin-elsewhere-")));
    try {
      writeFileSync(join(elsewhere, "secret.yaml"), OUTSIDE);
      renameSync(join(folder, ISSUE, "items"), join(elsewhere, "items"));
      symlinkSync(join(elsewhere, "items"), join(folder, ISSUE, "items"));
      rmSync(join(folder, ISSUE, "issue.yaml"));
      symlinkSync(join(elsewhere, "secret.yaml"), join(folder, ISSUE, "issue.yaml"));
      write("bulletin.yaml", "bulletin: {name: 示例科协信息}\n# 再看一次\n");
      const { revision, findings } = await until(({ details }) => details.number === "3");
      const asked = [
        post("/api/details", { revision, details: { number: "9" } }),
        ...findings
          .filter(({ isFixable }) => isFixable)
          .map(({ id }) => post("/api/fix", { revision, kind: "finding", id })),
      ];
      for (const { value } of await Promise.all(asked)) expect(value).toMatchObject({ isDone: false });
      expect(readFileSync(join(elsewhere, "secret.yaml"), "utf8")).toBe(OUTSIDE);
      expect(readFileSync(join(elsewhere, "items/01.md"), "utf8")).toBe(WITH_FAULTS);
      expect(readdirSync(elsewhere).sort()).toEqual(["items", "secret.yaml"]);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  it("is undone where it lies in the bulletin, though not in the issue", async () => {
    const shared = "---\ntitle: 示例市科协举办学术交流会。\n---\n\n会议举办 ，百余人参加。\n";
    const { folder, post, until, read, write } = await open();
    mkdirSync(join(folder, "issues/shared"));
    write("issues/shared/a.md", shared);
    write(`${ISSUE}/issue.yaml`, OUTSIDE.replace("[items/01.md]", "[items/01.md, ../shared/a.md]"));
    const { revision, findings, sections } = await until(
      ({ sections: [first] }) => first?.items.length === 2,
    );
    const path = sections[0]?.items[1]?.path;
    const { id } = findings.find((one) => one.isFixable && one.path.endsWith("shared/a.md")) ?? {};
    const { value } = await post("/api/fix", { revision, kind: "finding", id });
    expect(value).toMatchObject({ isDone: true });
    const { history } = await until((now) => now.history.length === 1);
    expect(history[0]?.id).toBe(value.undo);
    expect((await post("/api/undo", { id: value.undo })).value).toMatchObject({ isDone: true });
    expect(read("issues/shared/a.md")).toBe(shared);
    const moved = { revision, path, section: "要闻", before: "items/01.md" };
    expect((await post("/api/move", moved)).value).toMatchObject({ isDone: true });
    expect(read(`${ISSUE}/issue.yaml`)).toContain("[../shared/a.md, items/01.md]");
  });
});

it("opens files and changes the manifest while trouble keeps the pages of before", async () => {
  const asked: string[] = [];
  const { state, post, folder, until, write, read } = await open(
    {},
    {
      openFile: async (path) => {
        asked.push(path);
        return undefined;
      },
    },
  );
  const { details } = await state();
  write("bulletin.yaml", "bulletin: {name: 示例科协信息}\ntemplate: ./nowhere\n");
  const broken = await until(({ stage }) => stage !== "ready" && stage !== "building");
  expect(broken.details).toEqual(details);
  const places = [join(folder, ITEM), join(folder, ISSUE, "issue.yaml")];
  for (const path of places) {
    expect((await post("/api/open", { path, line: 1 })).value).toMatchObject({ isDone: true });
  }
  const { revision } = broken;
  expect((await post("/api/details", { revision, details: { number: "77" } })).value).toMatchObject({
    isDone: true,
  });
  write(`${ISSUE}/issue.yaml`, "- 不是清单\n");
  await until(({ details: now }) => now.number === "");
  expect((await post("/api/open", { path: places[0], line: 1 })).value).toMatchObject({ isDone: true });
  expect(asked).toHaveLength(3);
  expect(read(`${ISSUE}/issue.yaml`)).toBe("- 不是清单\n");
});

it("makes an edition again that trouble with the machine stopped", async () => {
  const { folder } = await open();
  const { workspace, ...environment } = diskEnvironment();
  let isTroubled = true;
  const troubled = {
    ...environment,
    workspace: {
      ...workspace,
      readFile(...asked: Parameters<typeof workspace.readFile>) {
        if (isTroubled) throw new EnvironmentError({ zh: "磁盘坏了。", en: "The disk." }, { zh: "", en: "" });
        return workspace.readFile(...asked);
      },
    },
  };
  const editions = madeEditions(join(folder, ISSUE, "issue.yaml"), {
    environment: troubled,
    draft: undefined,
  });
  const asked = { isStale: false, mayBeStale: true };
  await expect(editions.of("html", asked)).rejects.toThrow(EnvironmentError);
  isTroubled = false;
  expect(await editions.of("html", asked)).toHaveProperty("bytes");
});

describe("a file that is dropped", () => {
  const LETTER =
    "示例区科协举办科普讲座\n\n3月12日，示例区科协在区图书馆举办科普讲座，六十人到场。\n\n（示例区科协）\n";
  const drop = (preview: OpenedPreview, name: string, body: string | Uint8Array) =>
    preview.ask(`/api/import?name=${encodeURIComponent(name)}`, {
      method: "POST",
      headers: { origin: preview.origin, "content-type": "application/octet-stream" },
      body,
    });

  it("is shown, and written when it is confirmed; two in any order", async () => {
    const preview = await open();
    const { folder, post, until, read } = preview;
    const [first, second] = await Promise.all([
      drop(preview, "讲座.txt", LETTER),
      drop(preview, "../../展览.txt", LETTER.replaceAll("讲座", "展览")),
    ]);
    const plans = [first, second].map(({ text }) => JSON.parse(text));
    expect(plans[0]).toMatchObject({ fileName: "讲座.txt", items: [{ title: "示例区科协举办科普讲座" }] });
    expect(plans[1]).toMatchObject({ fileName: "展览.txt" });
    expect(existsSync(join(folder, "inbox"))).toBe(false);
    for (const { plan } of plans) {
      expect((await post("/api/import/confirm", { plan })).value).toMatchObject({ isDone: true });
    }
    expect(readdirSync(join(folder, "inbox")).sort()).toEqual(["展览.txt", "讲座.txt"]);
    expect(read("register.csv")).toContain("讲座.txt");
    const after = await until(({ sections }) => sections.flatMap(({ items }) => items).length === 3);
    expect(after.sections.flatMap(({ items }) => items).map(({ title }) => title)).toContain(
      "示例区科协举办科普展览",
    );
    expect((await post("/api/import/confirm", { plan: plans[0].plan })).value).toMatchObject({
      isDone: false,
    });
    const again = await drop(preview, "讲座.txt", LETTER);
    expect(again.status).toBe(422);
    expect(JSON.parse(again.text).problem).toContain("导入过");
  });

  /** all that lies in the bulletin, by path, but what is kept to undo */
  const lying = (folder: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .map((entry) => [join(entry.parentPath, entry.name), entry.isFile()] as const)
        .filter(([path]) => !path.includes(".bulletin-history"))
        .map(([path, isFile]) => [path, isFile ? readFileSync(path, "base64") : "folder"]),
    );
  const photoLetter = () =>
    [
      "From: unit@example.org",
      "Subject: =?utf-8?B?56S65L6L5Yy656eR5Y2P5Li+5Yqe56eR5pmu5bGV6KeI?=",
      "Date: Mon, 16 Mar 2026 09:00:00 +0800",
      'Content-Type: multipart/mixed; boundary="part"',
      "",
      "--part",
      "Content-Type: text/plain; charset=utf-8",
      "",
      LETTER.replaceAll("讲座", "展览"),
      "--part",
      'Content-Type: image/jpeg; name="photo.jpg"',
      "Content-Transfer-Encoding: base64",
      "Content-Disposition: attachment",
      "",
      readFileSync("fixtures/every-markup/images/observatory.jpg", "base64"),
      "--part--",
      "",
    ].join("\r\n");
  const imported = async (preview: OpenedPreview, name: string, body: string | Uint8Array) => {
    const { plan } = JSON.parse((await drop(preview, name, body)).text);
    const { value } = await preview.post("/api/import/confirm", { plan });
    expect(value).toMatchObject({ isDone: true, undo: expect.any(String) });
    return value.undo;
  };

  it("is taken back at once, with its pictures, its place in the list, its row and its folders", async () => {
    const preview = await open();
    const { folder, post, until } = preview;
    const before = lying(folder);
    const mail = await imported(preview, "有照片.eml", photoLetter());
    const after = lying(folder);
    const fresh = Object.keys(after).filter((path) => !(path in before));
    expect(fresh.map((path) => path.slice(folder.length + 1))).toEqual(
      expect.arrayContaining([
        "inbox",
        "inbox/有照片.eml",
        "register.csv",
        expect.stringMatching(/images\/.+/),
      ]),
    );
    const second = await imported(preview, "讲座.txt", LETTER);
    const { history } = await until((state) => state.history.length === 2);
    expect(history.map(({ id, label }) => [id, label])).toEqual([
      [second, "导入“讲座.txt”：1 篇"],
      [mail, expect.stringContaining("导入“有照片.eml”")],
    ]);
    // The earlier one cannot be taken back over the later one.
    expect((await post("/api/undo", { id: mail })).value).toMatchObject({ isDone: false });
    expect((await post("/api/undo", { id: second })).value).toMatchObject({ isDone: true });
    expect(lying(folder)).toEqual(after);
    expect((await post("/api/undo", { id: mail })).value).toMatchObject({ isDone: true });
    expect(lying(folder)).toEqual(before);
    // Nothing says any more that it was here.
    await imported(preview, "讲座.txt", LETTER);
  });

  it("stays where an item of it was changed since", async () => {
    const preview = await open({ "register.csv": "" });
    const { folder, post } = preview;
    const before = lying(folder);
    const id = await imported(preview, "讲座.txt", LETTER);
    const item = Object.keys(lying(folder)).find((path) => path.endsWith(".md") && !(path in before)) ?? "";
    const text = readFileSync(item, "utf8");
    writeFileSync(item, `${text}又记。\n`);
    const changed = lying(folder);
    const refused = await post("/api/undo", { id });
    expect(refused.value.refusal?.problem).toContain(item.slice(item.lastIndexOf("/") + 1));
    expect(lying(folder)).toEqual(changed);
    writeFileSync(item, text);
    expect((await post("/api/undo", { id })).value).toMatchObject({ isDone: true });
    expect(lying(folder)).toEqual(before);
  });

  it.each([
    ["讲\u0001座\u202e.txt", "讲座.txt"],
    ["讲座\n.txt", "讲座.txt"],
    ["x\n../../讲座.txt", "讲座.txt"],
  ])("is called %j without what nobody sees, and that is told where there was any", async (name, seen) => {
    const { text } = await drop(await open(), name, LETTER);
    const { fileName, items } = JSON.parse(text);
    expect(fileName).toBe(seen);
    expect(items[0].decisions[0].includes("看不见的控制字符")).toBe(!name.endsWith(`/${seen}`));
  });

  it("is refused for its name where that is nothing", async () => {
    for (const name of ["", "\u0001\u200e", "a/"]) {
      const { status, text } = await drop(await open(), name, LETTER);
      expect([status, JSON.parse(text).problem]).toEqual([422, expect.stringContaining("名字")]);
      await opened?.close();
    }
  });

  it("leaves nothing where it is cancelled, and is refused where nothing can be made of it", async () => {
    const preview = await open();
    const before = readdirSync(preview.folder, { recursive: true }).sort();
    const { plan } = JSON.parse((await drop(preview, "讲座.txt", LETTER)).text);
    expect((await preview.post("/api/import/cancel", { plan })).value).toMatchObject({ isDone: true });
    expect((await preview.post("/api/import/confirm", { plan })).value).toMatchObject({ isDone: false });
    const broken = await drop(preview, "坏了.docx", "PK\u0003\u0004\0\0\0");
    expect(broken.status).toBe(422);
    expect(JSON.parse(broken.text)).toMatchObject({
      problem: expect.any(String),
      remedy: expect.any(String),
    });
    expect(readdirSync(preview.folder, { recursive: true }).sort()).toEqual(before);
  });
});

it("opens files of the issue alone", async () => {
  const asked: string[] = [];
  const { state, post, folder } = await open(
    {},
    {
      openFile: async (path, line) => {
        asked.push(`${path}:${line}`);
        return undefined;
      },
    },
  );
  const path = join(folder, ITEM);
  expect((await state()).stage).toBe("ready");
  expect((await post("/api/open", { path, line: 3 })).value).toMatchObject({ isDone: true });
  for (const other of [
    "/etc/passwd",
    `${folder}/${ISSUE}/items/../items/01.md`,
    "items/01.md",
    `${path}\0`,
  ]) {
    expect((await post("/api/open", { path: other, line: 1 })).value).toMatchObject({ isDone: false });
  }
  expect(asked).toEqual([`${path}:3`]);
});

it("counts no state where a save changes nothing", async () => {
  const { state, until, write, read, folder } = await open();
  const before = await state();
  utimesSync(join(folder, ITEM), new Date(), new Date());
  write(ITEM, read(ITEM));
  write(`${ISSUE}/items/02.md`, "---\ntitle: 没有列入的一篇\n---\n\n正文。\n");
  const after = await until(({ findings }) => findings.length > before.findings.length);
  expect(after.revision).toBe(before.revision + 1);
});

it("tells where text and findings stand on the pages", async () => {
  const { state, ask } = await open({ [ITEM]: WITH_FAULTS });
  const { findings } = await state();
  const places = JSON.parse((await ask("/api/places?page=1")).text);
  const path = expect.stringContaining("items/01.md");
  expect(places).toContainEqual({
    ...{
      x: expect.any(Number),
      y: expect.any(Number),
      width: expect.any(Number),
      height: expect.any(Number),
    },
    ...{ path, line: 5, column: 1 },
  });
  const finding = findings.find(({ excerpt }) => excerpt?.join("").includes("举办 ，"));
  expect(finding?.marks[0]).toMatchObject({ page: 1, x: expect.any(Number) });
  expect(JSON.parse((await ask("/api/places?page=99")).text)).toEqual([]);
});

describe("two previews of one bulletin", () => {
  it("wait while the other writes, and say so where it goes on", async () => {
    const { folder, post, state, read, write } = await open();
    const { revision } = await state();
    const text = read(`${ISSUE}/issue.yaml`);
    write(".bulletin-import.lock", "");
    const asked = post("/api/details", { revision, details: { number: "5" } });
    await wait(200);
    expect(read(`${ISSUE}/issue.yaml`)).toBe(text);
    rmSync(join(folder, ".bulletin-import.lock"));
    const done = (await asked).value;
    expect(done).toMatchObject({ isDone: true });
    write(".bulletin-import.lock", "");
    const refused = (await post("/api/undo", { id: done.undo })).value;
    expect(refused.refusal?.problem).toContain("正在写入这份简报");
    rmSync(join(folder, ".bulletin-import.lock"));
    expect((await post("/api/undo", { id: done.undo })).value).toMatchObject({ isDone: true });
  });

  it("change one manifest after the other: what both said was done is in the file", async () => {
    const first = await open();
    const preview = await startPreview(`${first.folder}/${ISSUE}/issue.yaml`, {
      language: "zh",
      files: PAGE,
    });
    const second = await enter(preview);
    try {
      for (let round = 1; round <= 2; round += 1) {
        const asked = [
          { one: first, details: { number: `${round + 1}` } },
          { one: second, details: { total: `${round + 100}` } },
        ];
        const revisions = await Promise.all(asked.map(({ one }) => one.state()));
        const answers = await Promise.all(
          asked.map(({ one, details }, index) =>
            one.post("/api/details", { revision: revisions[index]?.revision, details }),
          ),
        );
        expect(answers.some(({ value }) => value.isDone)).toBe(true);
        const text = first.read(`${ISSUE}/issue.yaml`);
        for (const [index, line] of [`number: ${round + 1}\n`, `total: ${round + 100}\n`].entries())
          expect([line, text.includes(line)]).toEqual([line, answers[index]?.value.isDone]);
        const isShown = (state: PreviewState) =>
          text.includes(`number: ${state.details.number}\n`) &&
          (state.details.total === "" || text.includes(`total: ${state.details.total}\n`));
        for (const { one } of asked) await one.until(isShown);
      }
    } finally {
      await preview.close();
    }
  });
});

describe("a manifest that cannot be read", () => {
  it.each<[string, (path: string) => void]>([
    ["has gone", (path) => rmSync(path)],
    [
      "is a folder",
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ])("is said to be so where it %s, and takes nothing", async (_, spoil) => {
    const { state, post, until, folder, ask, origin } = await open();
    const { revision } = await state();
    spoil(join(folder, ISSUE, "issue.yaml"));
    const { revision: later } = await until(({ stage }) => stage === "refused");
    for (const [path, request] of [
      ["/api/details", { details: { number: "5" } }],
      ["/api/move", { path: "items/01.md", section: "基层动态" }],
    ] as const)
      expect((await post(path, { revision: later, ...request })).value.refusal?.problem).toContain("读不到");
    expect((await post("/api/details", { revision, details: { number: "5" } })).value.isDone).toBe(false);
    const headers = { origin, "content-type": "application/octet-stream" };
    const dropped = await ask("/api/import?name=a.txt", {
      method: "POST",
      headers,
      body: "标题\n\n正文。\n",
    });
    expect(JSON.parse(dropped.text).problem).toContain("读不到");
  });
});

describe("what breaks while it is previewed", () => {
  const MANIFEST = `${ISSUE}/issue.yaml`;
  it.each<[string, (preview: OpenedPreview) => void, (preview: OpenedPreview) => void]>([
    ["an item that goes", ({ folder }) => rmSync(join(folder, ITEM)), () => undefined],
    [
      "an item that is a folder",
      ({ folder }) => {
        rmSync(join(folder, ITEM));
        mkdirSync(join(folder, ITEM));
      },
      ({ folder }) => rmdirSync(join(folder, ITEM)),
    ],
    [
      "an item that is no UTF-8",
      ({ folder }) => writeFileSync(join(folder, ITEM), Buffer.from([0xff, 0xfe, 0xfd, 0x80])),
      () => undefined,
    ],
    [
      "house rules that are no YAML",
      ({ write }) => write("bulletin.yaml", "bulletin: {"),
      ({ write }) => write("bulletin.yaml", "bulletin: {name: 示例科协信息}\n"),
    ],
    [
      "a template that is not there",
      ({ write }) => write("bulletin.yaml", "bulletin: {name: 示例科协信息}\ntemplate: ./nowhere\n"),
      ({ write }) => write("bulletin.yaml", "bulletin: {name: 示例科协信息}\n"),
    ],
    ["a manifest that is emptied", ({ write }) => write(MANIFEST, ""), () => undefined],
    ["a manifest that is binary", ({ write }) => write(MANIFEST, "\0\0\0"), () => undefined],
    [
      "the folder of the issue, moved away",
      ({ folder }) => renameSync(join(folder, ISSUE), join(folder, "away")),
      ({ folder }) => renameSync(join(folder, "away"), join(folder, ISSUE)),
    ],
  ])("is told, and waited out: %s", async (_, spoil, restore) => {
    const preview = await open();
    const { state, until, read, write } = preview;
    const before = await state();
    const texts = [MANIFEST, ITEM].map((path) => [path, read(path)] as const);
    spoil(preview);
    const broken = await until(({ stage }) => stage === "refused" || stage === "trouble");
    expect(broken).toMatchObject({ isStale: true, pages: before.pages });
    expect(broken.trouble ?? broken.findings.find(({ severity }) => severity === "error")).toBeDefined();
    restore(preview);
    for (const [path, text] of texts) write(path, text);
    expect(await until(({ stage }) => stage === "ready")).toMatchObject({
      isStale: false,
      pages: before.pages,
    });
  });
});

it.each(Object.entries(TEARS))(
  "tells a font of the house that has %s where the house names it, and goes on once it is replaced",
  async (_, tear) => {
    const { folder, until, write } = await open({ "bulletin.yaml": TORN_HOUSE });
    mkdirSync(join(folder, "fonts"));
    writeFileSync(join(folder, "fonts/torn.ttf"), tornFont("科普图书", tear));
    write("bulletin.yaml", `${TORN_HOUSE}\n`);
    const { findings, trouble, pages } = await until(({ stage }) => stage === "refused");
    expect(trouble).toBeUndefined();
    expect(pages.length).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({
      severity: "error",
      message: expect.stringContaining("torn.ttf 已损坏"),
      line: 2,
    });
    rmSync(join(folder, "fonts/torn.ttf"));
    await until(({ stage }) => stage === "ready");
  },
);

const TORN_HOUSE = `bulletin: {name: 示例科协信息}
fonts: {folders: [fonts]}
look: {roles: {body: {families: [${TORN_FAMILY}]}}}
`;

describe("the issue that is previewed", () => {
  const manifest = (date: string) => `number: 1\ndate: ${date}\nsections: []\n`;
  it.each([
    [
      "the folder's own",
      "a",
      { "a/issue.yaml": manifest("2020-01-01"), "a/issues/b/issue.yaml": manifest("2026-01-01") },
      "a/issue.yaml",
      1,
    ],
    [
      "of several the newest",
      "a",
      { "a/issues/9/issue.yaml": manifest("2026-02-01"), "a/issues/10/issue.yaml": manifest("2026-03-01") },
      "a/issues/10/issue.yaml",
      2,
    ],
    [
      "of one day the last",
      "a",
      { "a/issues/1/issue.yaml": manifest("2026-02-01"), "a/issues/2/issue.yaml": manifest("2026-02-01") },
      "a/issues/2/issue.yaml",
      2,
    ],
    [
      "the one that is named",
      "a/issues/1/issue.yaml",
      { "a/issues/1/issue.yaml": manifest("2026-02-01"), "a/issues/2/issue.yaml": manifest("2026-03-01") },
      "a/issues/1/issue.yaml",
      1,
    ],
  ])("is %s", (_, path, files, expected, among) => {
    expect(findPreviewedIssue(path, memoryWorkspace(files))).toEqual({ manifest: expected, among });
  });

  it("is none where there is none", () => {
    expect(() => findPreviewedIssue("a", memoryWorkspace({ "a/x.txt": "" }))).toThrow(EnvironmentError);
  });
});
