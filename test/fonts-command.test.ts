/**
 * `bulletin fonts`, fonts.lock and the fonts of this computer, by the built command: a house whose fonts are small
 * ones made for the test.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { plainFont } from "./fonts/made-up-fonts.js";
import { warmRun } from "./warm-command.js";

const scratch = mkdtempSync(join(tmpdir(), "bulletin-fonts-command-"));
let folder = scratch;
let count = 0;

const HOUSE = `bulletin: {name: 示例简报, publisher: 示例单位办公室}
sections: [{name: 工作动态}]
contact: {email: a@example.org}
fonts:
  folders: [fonts]
  roles:
    body: {families: [示例仿宋, 试制仿宋], latin: Tinos}
`;

const ISSUE = `year: 2026
number: 3
date: 2026-03-16
sections: [{name: 工作动态, items: [items/01.md]}]
`;

const item = (text: string) => `---\ntitle: 示例单位召开会议\n---\n\n${text}\n`;

function write(name: string, content: string | Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** A face of the characters of the item, drawn as Latin capitals. */
const fangsong = (characters: string, fsType = 0) => plainFont("试制仿宋", 400, { characters, fsType });
const TEXT = "会议圆满结束。";

beforeEach(() => {
  count += 1;
  folder = join(scratch, String(count));
  write("bulletin.yaml", HOUSE);
  write("issues/03/issue.yaml", ISSUE);
  write("issues/03/items/01.md", item(TEXT));
  write("fonts/fangsong.ttf", fangsong(TEXT));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Neither a runner nor the fonts of whoever runs the test. */
const bulletin = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  warmRun(["--lang", "zh", ...args], folder, { CI: "", FONTCONFIG_FILE: "/nowhere/fonts.conf", ...env });

interface Listed {
  readonly issues: readonly {
    readonly roles: readonly {
      readonly role: string;
      readonly font: {
        readonly name: string;
        readonly file: string;
        readonly sha256: string;
        readonly embedding: string;
      };
      readonly latin?: { readonly name: string };
      readonly lacks: string;
    }[];
  }[];
}

async function listed(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const { out } = await bulletin(["fonts", "issues/03", "--json", ...args], env);
  const document = JSON.parse(out) as Listed;
  const roles = document.issues[0]?.roles ?? [];
  return (name: string) => roles.find(({ role }) => role === name);
}

describe("bulletin fonts", () => {
  it("tells the face, file, digest and right of each role, its Latin face, and the Han that it lacks", async () => {
    write("issues/03/items/01.md", item(`${TEXT}出席的有李珺。`));
    const roleOf = await listed();
    expect(roleOf("body")).toMatchObject({
      asked: expect.arrayContaining(["示例仿宋", "试制仿宋", "仿宋_GB2312"]),
      font: { name: "试制仿宋-400", file: "fonts/fangsong.ttf", embedding: "installable" },
      latin: { name: "Tinos-Regular" },
      lacks: expect.stringContaining("珺"),
    });
    expect(roleOf("body")?.font.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(roleOf("attribution")?.font).toEqual(roleOf("body")?.font);
    expect(roleOf("title")?.font.name).toBe("NotoSerifSC-Bold");
    expect(roleOf("title")?.lacks).toBe("");
  });

  it("tells people the same in words", async () => {
    const { out, code } = await bulletin(["fonts", "issues/03"]);
    expect(code).toBe(0);
    expect(out).toContain("试制仿宋  字重 400");
    expect(out).toContain("fonts/fangsong.ttf");
    expect(out).toContain("程序自带  NotoSerifSC_700Bold.ttf");
  });

  it.each([
    [0x0002, "不许嵌入文件"],
    [0x0200, "只许嵌入点阵"],
  ])(
    "a font whose maker forbids embedding (fsType %i) is not used, and why is told",
    async (fsType, words) => {
      write("fonts/fangsong.ttf", fangsong(TEXT, fsType));
      const { out, err } = await bulletin(["fonts", "issues/03"]);
      expect(out).not.toContain("fangsong.ttf");
      expect(err).toContain(words);
      expect(err).toMatch(/^bulletin\.yaml:7:/m);
    },
  );
});

describe("fonts.lock", () => {
  it("is written beside the house rules; a build with the same files says nothing, with others it warns", async () => {
    await bulletin(["fonts", "issues/03", "--lock"]);
    const lock = readFileSync(join(folder, "fonts.lock"), "utf8");
    expect(JSON.parse(lock)).toMatchObject({ version: 1 });
    expect(lock).not.toContain(scratch);
    expect((await bulletin(["build", "issues/03", "-e", "pdf"])).err).not.toContain("font/changed");
    write("fonts/fangsong.ttf", fangsong(`${TEXT}！`));
    const { err, code } = await bulletin(["build", "issues/03", "-e", "pdf"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^fonts\.lock:1:1.*font\/changed/m);
    expect(err).toContain("记的是 fangsong.ttf");
    await bulletin(["fonts", "issues/03", "--lock"]);
    expect((await bulletin(["build", "issues/03", "-e", "pdf"])).err).not.toContain("font/changed");
  });

  it("that is none is told", async () => {
    write("fonts.lock", "{}");
    expect((await bulletin(["build", "issues/03", "-e", "pdf"])).err).toContain(
      "这个文件不是 bulletin fonts --lock 写的",
    );
  });
});

describe("fonts of this computer", () => {
  const system = () => {
    write("system/fonts.conf", `<fontconfig><dir>${join(folder, "system", "fonts")}</dir></fontconfig>`);
    write("system/fonts/deep/shili.ttf", plainFont("示例仿宋", 400, { characters: TEXT }));
    return { FONTCONFIG_FILE: join(folder, "system", "fonts.conf") };
  };

  it("are not looked at unless asked for", async () => {
    expect((await listed([], system()))("body")?.font.name).toBe("试制仿宋-400");
  });

  it("are with --system-fonts, and where the house says so, but not on a runner", async () => {
    const env = system();
    expect((await listed(["--system-fonts"], env))("body")?.font.name).toBe("示例仿宋-400");
    write("bulletin.yaml", HOUSE.replace("fonts:\n", "fonts:\n  system: true\n"));
    expect((await listed([], env))("body")?.font.name).toBe("示例仿宋-400");
    expect((await listed([], { ...env, CI: "true" }))("body")?.font.name).toBe("试制仿宋-400");
    expect((await listed(["--system-fonts"], { ...env, CI: "true" }))("body")?.font.name).toBe(
      "示例仿宋-400",
    );
    expect((await listed(["--no-system-fonts"], env))("body")?.font.name).toBe("试制仿宋-400");
  });
});

describe("variable fonts", () => {
  const flowing = (family: string, characters: string) =>
    plainFont(family, 200, { characters, variable: 200, moves: 100 });

  it("of the house serve each role in its weight", async () => {
    write(
      "bulletin.yaml",
      HOUSE.replace("body:", "strong: 示例活宋\n    body:").replaceAll("示例仿宋", "示例活宋"),
    );
    write("fonts/flowing.ttf", flowing("示例活宋", TEXT));
    write("issues/03/items/01.md", item(`${TEXT}**${TEXT}**`));
    const roleOf = await listed();
    expect([roleOf("body"), roleOf("strong")].map((role) => role?.font.name)).toEqual([
      "示例活宋-200-400",
      "示例活宋-200-700",
    ]);
    const { code, err } = await bulletin(["build", "issues/03", "-e", "pdf"]);
    expect([code, err]).toEqual([0, expect.not.stringContaining("没有字重")]);
  });

  it("of the system do not stand in for the package's own", async () => {
    write("system/fonts.conf", `<fontconfig><dir>${join(folder, "system", "fonts")}</dir></fontconfig>`);
    write("system/fonts/noto.ttf", flowing("Noto Serif SC", TEXT));
    const env = { FONTCONFIG_FILE: join(folder, "system", "fonts.conf") };
    const roleOf = await listed(["--system-fonts"], env);
    expect(roleOf("title")?.font.name).toBe("NotoSerifSC-Bold");
  });
});

describe("characters", () => {
  it("that the role's font lacks are lent, with one finding in all; the same bytes twice", async () => {
    write("issues/03/items/01.md", item(`${TEXT}出席的有李珺。\n\n${TEXT}出席的有李珺。`));
    const first = await bulletin(["build", "issues/03", "-e", "pdf", "-o", "one"]);
    await bulletin(["build", "issues/03", "-e", "pdf", "-o", "two"]);
    expect(first.code).toBe(0);
    const lent = first.err.split("\n").filter((line) => line.includes("用“NotoSerifSC-Regular”排"));
    expect(lent).toHaveLength(1);
    expect(lent[0]).toContain("出席的有李珺”这 18 个字");
    expect(readFileSync(join(folder, "one/03.pdf"))).toEqual(readFileSync(join(folder, "two/03.pdf")));
  });

  it("come from a font that merely lies in the folder", async () => {
    write("issues/03/items/01.md", item("出席的有𠮷先生。"));
    const without = await bulletin(["build", "issues/03", "-e", "pdf"]);
    expect([without.code, without.err]).toEqual([1, expect.stringContaining("SimSun-ExtB")]);
    write("fonts/rare.ttf", plainFont("Rare", 400, { characters: "𠮷" }));
    const { code, err } = await bulletin(["build", "issues/03", "-e", "pdf"]);
    expect([code, err]).toEqual([0, expect.stringContaining("用“Rare-400”排")]);
  });

  it.each(["ئۇيغۇر تىلى", "བོད་ཡིག", "ᠮᠣᠩᠭᠣᠯ", "हिन्दी", "ภาษาไทย"])(
    "of %s stop the PDF, once, and no other edition",
    async (passage) => {
      write("issues/03/items/01.md", item(`横幅上写着${passage}几个字。`));
      const pdf = await bulletin(["build", "issues/03", "--no-lint"]);
      expect(pdf.code).toBe(1);
      expect(pdf.err.split("layout/unshaped-script")).toHaveLength(2);
      expect(pdf.err).not.toContain("layout/missing-glyph");
      const others = await bulletin(["build", "issues/03", "--no-lint", "-e", "docx,html"]);
      expect(others.code).toBe(0);
      expect(
        existsSync(join(folder, "issues/03/dist/03.docx")) || existsSync(join(folder, "dist/03.docx")),
      ).toBe(true);
    },
  );
});
