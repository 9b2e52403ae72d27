/** Folders of fonts that give none, files in them that are none, and fonts that a look or the house names and nobody has. */
import "./with-parser.js";
import { describe, expect, it } from "vitest";
import { shippedFonts } from "../src/disk/disk-fonts.js";
import { diskWorkspace } from "../src/disk/disk-workspace.js";
import { findIssueFonts } from "../src/issue-fonts.js";
import { readIssue } from "../src/read/read-issue.js";
import { readTemplate } from "../src/read/read-template.js";
import { memoryWorkspace } from "../src/read/workspace.js";
import { fileOf } from "./fonts/font-files.js";
import { plainFont } from "./fonts/made-up-fonts.js";
import { ITEM, MANIFEST } from "./read/reading.js";

type Files = Readonly<Record<string, string | Uint8Array>>;

const FANGSONG = plainFont("示例仿宋", 400, { characters: "云湖" });

/** @returns findings as `rule «what is marked»`, and their words */
async function found(house: string, files: Files = {}, system?: readonly Uint8Array[]) {
  const all: Files = { "bulletin.yaml": house, "03/issue.yaml": MANIFEST, "03/items/01.md": ITEM, ...files };
  const workspace = memoryWorkspace(all);
  const { issue, sources, diagnostics: faults } = readIssue("03", workspace);
  if (issue === undefined) throw new Error("not read");
  expect(faults).toEqual([]);
  const templates = diskWorkspace("templates");
  const template = readTemplate(issue.house, { templates, workspace }).value;
  if (template === undefined) throw new Error("no template");
  const { diagnostics } = await findIssueFonts(
    { issue, template, sources },
    {
      workspace,
      templates,
      fonts: shippedFonts(),
      *listFonts(folder) {
        for (const [path, content] of Object.entries(all)) {
          const isIn = path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes("/");
          if (isIn && /\.tt[fc]$/.test(path) && typeof content !== "string") yield fileOf(content, path);
        }
      },
      ...(system && {
        systemFonts: () => system.map((bytes, index) => fileOf(bytes, `/fonts/${index}.ttf`)),
      }),
    },
    {},
  );
  return diagnostics.map(({ rule, severity, span, message, help }) => ({
    told: `${rule} ${severity} «${String(all[span.path] ?? "").slice(span.start, span.end)}»`,
    message: message.zh,
    help: help?.zh ?? "",
  }));
}

const HOUSE = "fonts:\n  folders: [fonts]\n";

describe("a folder of fonts.folders", () => {
  it.each<readonly [string, Files, string, string]>([
    ["that is not there", {}, "没有字体文件夹“fonts”", "请建这个文件夹"],
    ["that is a file", { fonts: "" }, "“fonts”不是文件夹。", "请写放着字体文件的文件夹"],
    ["that holds no fonts", { "fonts/note.txt": "" }, "没有能用的字体文件。", "TTF、OTF、TTC 或 OTC"],
    ["that holds them one folder deeper", { "fonts/song/a.ttf": FANGSONG }, "没有能用的字体文件。", "“song”"],
    ["with fonts of other forms", { "fonts/仿宋.dfont": "" }, "“仿宋.dfont”不是能用的格式", "TTF"],
    [
      "with a damaged font",
      { "fonts/a.ttf": FANGSONG, "fonts/b.ttf": FANGSONG.subarray(0, 60) },
      "“b.ttf”没有用上",
      "重新取得",
    ],
    [
      "with a text for a font",
      { "fonts/a.ttf": new TextEncoder().encode("<html>not found</html>") },
      "“a.ttf”没有用上",
      "重新取得",
    ],
  ])("%s", async (_, files, message, help) => {
    const [finding, ...more] = await found(HOUSE, files);
    expect(more).toEqual([]);
    expect(finding?.told).toBe("font/folder warning «fonts»");
    expect(finding?.message).toContain(message);
    expect(finding?.help).toContain(help);
  });

  it("that is a font itself: the folder is wanted", async () => {
    const [finding] = await found("fonts: {folders: [fonts/a.ttf]}\n", { "fonts/a.ttf": FANGSONG });
    expect(finding?.told).toBe("font/folder warning «fonts/a.ttf»");
    expect(finding?.help).toBe("请写放着字体文件的文件夹，不写文件本身。");
  });

  it("that is sound: nothing", async () => {
    expect(await found(HOUSE, { "fonts/a.ttf": FANGSONG })).toEqual([]);
  });
});

describe("a family that nobody has", () => {
  it.each([
    ["fonts.roles", "fonts:\n  roles: {body: 无名宋}\n"],
    ["a look", "look:\n  roles: {body: {families: [无名宋]}}\n"],
    ["a look, for Latin letters", "look:\n  roles: {body: {latin: 无名宋}}\n"],
  ])("is told where %s names it", async (_, house) => {
    const findings = await found(house);
    expect(findings.map(({ told }) => told)).toContain("layout/font-substituted info «无名宋»");
    expect(findings.every(({ told }) => told.includes("无名宋"))).toBe(true);
    expect(findings[0]?.help).toContain("fonts.system: true");
  });

  it("is not asked to be looked for among installed fonts where it was", async () => {
    const findings = await found("fonts: {system: true, roles: {body: 无名宋}}\n", {}, [FANGSONG]);
    expect(findings.map(({ told }) => told)).toEqual(["layout/font-substituted info «无名宋»"]);
    expect(findings[0]?.help).not.toContain("fonts.system");
    expect(findings[0]?.help).toContain("请装上这个字体");
  });
});
