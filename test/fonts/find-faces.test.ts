/** Faces for the roles of a template: what is taken, what stands behind it, what is reported. */
import { describe, expect, it } from "vitest";
import { EnvironmentError } from "../../src/diagnostics/diagnostic.js";
import type { FontSource } from "../../src/fonts/face.js";
import { findFaces } from "../../src/fonts/find-faces.js";
import { fontDirectory } from "../../src/fonts/font-directory.js";
import { weightsByNearness } from "../../src/fonts/weights-by-nearness.js";
import type { RoleName, Template } from "../../src/model/template.js";
import { fileOf } from "./font-files.js";
import { ENGLISH, plainFont } from "./made-up-fonts.js";

type Wish = readonly [families: readonly string[], weight: number, latin?: readonly string[]];

/** Only the roles matter to findFaces; a case gives those it is about. */
const templateOf = (roles: Partial<Record<RoleName, Wish>>): Template =>
  ({
    name: "trial",
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, [families, weight, latin = []]]) => [
        role,
        { families, latin, weight },
      ]),
    ),
  }) as unknown as Template;

const sourceOf = (
  ...fonts: readonly (readonly [family: string, weight: number, fsType?: number])[]
): FontSource =>
  fontDirectory(() =>
    fonts.map(([family, weight, fsType = 0]) =>
      fileOf(plainFont(family, weight, { fsType }), `${family}-${weight}.ttf`),
    ),
  );

const PACKAGE = [
  ["Noto Serif SC", 400],
  ["Noto Serif SC", 700],
  ["Noto Sans SC", 500],
] as const;

interface Case {
  readonly name: string;
  readonly fonts: readonly (readonly [family: string, weight: number, fsType?: number])[];
  readonly roles: Partial<Record<RoleName, Wish>>;
  readonly faces: Partial<Record<RoleName, readonly string[]>>;
  /** start of the Chinese messages */
  readonly findings: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: "the family asked for, the others of the role and the package behind it",
    fonts: [["仿宋_GB2312", 400], ["楷体_GB2312", 400], ...PACKAGE],
    roles: { body: [["仿宋_GB2312", "楷体_GB2312"], 400] },
    faces: { body: ["仿宋_GB2312-400", "楷体_GB2312-400", "NotoSerifSC-400", "NotoSansSC-500"] },
    findings: [],
  },
  {
    name: "a family that is missing is reported once, whatever roles ask for it",
    fonts: PACKAGE,
    roles: {
      body: [["仿宋_GB2312", "Noto Serif SC"], 400],
      note: [["仿宋_GB2312", "Noto Serif SC"], 400],
      table: [["仿宋_GB2312", "Noto Serif SC"], 400],
      imprint: [["仿宋_GB2312", "Noto Serif SC"], 400],
      section: [["黑体", "Noto Sans SC"], 500],
    },
    faces: { body: ["NotoSerifSC-400", "NotoSansSC-500"], section: ["NotoSansSC-500", "NotoSerifSC-400"] },
    findings: [
      "没有找到字体“仿宋_GB2312”，正文、注释、表格等 4 处改用“Noto Serif SC”。",
      "没有找到字体“黑体”，栏目名改用“Noto Sans SC”。",
    ],
  },
  {
    name: "a weight that is missing gives the nearest one, never a made one",
    fonts: [["楷体_GB2312", 400], ...PACKAGE],
    roles: { heading2: [["楷体_GB2312"], 700], quote: [["楷体_GB2312"], 400] },
    faces: { heading2: ["楷体_GB2312-400", "NotoSerifSC-700", "NotoSansSC-500"] },
    findings: ["字体“楷体_GB2312”没有字重 700，二级小标题改用字重 400。"],
  },
  {
    name: "a font that may not be embedded is passed over and said so",
    fonts: [["方正小标宋简体", 400, 2], ...PACKAGE],
    roles: { title: [["方正小标宋简体", "Noto Serif SC"], 700] },
    faces: { title: ["NotoSerifSC-700", "NotoSansSC-500"] },
    findings: ["字体“方正小标宋简体”的授权不许嵌入文件，标题改用“Noto Serif SC”。"],
  },
  {
    name: "families that the template does not name stand in silently only as fallback",
    fonts: PACKAGE,
    roles: { body: [["宋体"], 400] },
    faces: { body: ["NotoSerifSC-400", "NotoSansSC-500"] },
    findings: ["没有找到字体“宋体”，正文改用“Noto Serif SC”。"],
  },
];

const ALTERNATIVES: readonly Case[] = [
  {
    name: "families of a list are alternatives: one at hand is enough",
    fonts: [["STFangsong", 400], ...PACKAGE],
    roles: { body: [["仿宋_GB2312", "FangSong", "STFangsong", "Noto Serif SC"], 400] },
    faces: { body: ["STFangsong-400", "NotoSerifSC-400", "NotoSansSC-500"] },
    findings: [],
  },
  {
    name: "none of a list is one finding",
    fonts: PACKAGE,
    roles: { body: [["仿宋_GB2312", "FangSong", "Noto Serif SC"], 400] },
    faces: { body: ["NotoSerifSC-400", "NotoSansSC-500"] },
    findings: ["没有找到字体“仿宋_GB2312”、“FangSong”，正文改用“Noto Serif SC”。"],
  },
  {
    name: "a face for Latin letters stands before the others",
    fonts: [["仿宋_GB2312", 400], ["Tinos", 400], ...PACKAGE],
    roles: { body: [["仿宋_GB2312"], 400, ["Times New Roman", "Tinos"]] },
    faces: { body: ["Tinos-400", "仿宋_GB2312-400", "NotoSerifSC-400", "NotoSansSC-500", "Tinos-400"] },
    findings: ["没有找到字体“Times New Roman”，正文改用“Tinos”。"],
  },
  {
    name: "a font of bitmaps alone is refused with its own words",
    fonts: [["点阵宋", 400, 0x200], ...PACKAGE],
    roles: { body: [["点阵宋", "Noto Serif SC"], 400] },
    faces: { body: ["NotoSerifSC-400", "NotoSansSC-500"] },
    findings: ["字体“点阵宋”的授权只许嵌入点阵，不许嵌入轮廓，正文改用“Noto Serif SC”。"],
  },
  {
    name: "medium for regular is no other weight",
    fonts: [["黑体", 400], ...PACKAGE],
    roles: { section: [["黑体"], 500] },
    faces: { section: ["黑体-400", "NotoSerifSC-400", "NotoSansSC-500"] },
    findings: [],
  },
];

describe("findFaces", () => {
  it.each(ALTERNATIVES)("$name", async ({ fonts, roles, faces, findings }) => {
    const found = await findFaces(templateOf(roles), sourceOf(...fonts));
    for (const [role, names] of Object.entries(faces)) {
      expect(found.value[role as RoleName].map(({ name }) => name)).toEqual(names);
    }
    expect(found.diagnostics.map(({ message }) => message.zh)).toEqual(findings);
  });

  it("what nobody asked for is not missed", async () => {
    const wish: Wish = [["仿宋_GB2312", "Noto Serif SC"], 400];
    const span = { path: "bulletin.yaml", start: 3, end: 5 };
    const template = templateOf({ body: wish, title: [["小标宋", "Noto Serif SC"], 700] });
    const found = await findFaces(template, sourceOf(...PACKAGE), { asked: new Map([["小标宋", span]]) });
    expect(found.diagnostics.map((each) => [each.message.zh, each.span])).toEqual([
      ["没有找到字体“小标宋”，标题改用“Noto Serif SC”。", span],
    ]);
  });

  it("takes a font that merely lies there for a character that the role's own lack, before the package's", async () => {
    const source = fontDirectory(() => [
      fileOf(plainFont("Noto Serif SC", 400, { characters: "A" }), "a.ttf"),
      fileOf(plainFont("Rare", 700, { characters: "𠮷" }), "b.ttf"),
      fileOf(plainFont("Rarer", 400, { characters: "𠮷" }), "c.ttf"),
      fileOf(plainFont("Forbidden", 400, { characters: "𡃁", fsType: 2 }), "d.ttf"),
      fileOf(plainFont("Noto Sans SC", 500, { characters: "AB" }), "e.ttf"),
    ]);
    const characters = new Set([..."A𠮷𡃁"].map((character) => character.codePointAt(0) ?? 0));
    const { value } = await findFaces(templateOf({ body: [["Noto Serif SC"], 400] }), source, { characters });
    expect(value.body.map(({ name }) => name)).toEqual(["NotoSerifSC-400", "Rarer-400", "NotoSansSC-500"]);
  });

  it("tells two files that both say 400 apart by the names of their styles", async () => {
    const styled = (style: string) =>
      fileOf(
        plainFont("Fandol", 400, {
          names: [
            { id: 1, language: ENGLISH, text: "Fandol" },
            { id: 2, language: ENGLISH, text: style },
            { id: 6, language: ENGLISH, text: `Fandol-${style}` },
          ],
        }),
        `${style}.otf`,
      );
    const source = fontDirectory(() => [styled("Bold"), styled("Regular")]);
    const roles = { body: [["Fandol"], 400], title: [["Fandol"], 700] } as const;
    const { value, diagnostics } = await findFaces(templateOf(roles), source);
    expect([value.body[0], value.title[0]].map((face) => [face?.name, face?.weight])).toEqual([
      ["Fandol-Regular", 400],
      ["Fandol-Bold", 700],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it.each(CASES)("$name", async ({ fonts, roles, faces, findings }) => {
    const found = await findFaces(templateOf(roles), sourceOf(...fonts));
    for (const [role, names] of Object.entries(faces)) {
      expect(found.value[role as RoleName].map(({ name }) => name)).toEqual(names);
    }
    expect(found.diagnostics.map(({ message }) => message.zh)).toEqual(findings);
    for (const { rule, severity } of found.diagnostics) {
      expect([rule, severity]).toEqual(["layout/font-substituted", "info"]);
    }
  });

  it("roles that ask for the same share their faces", async () => {
    const wish: Wish = [["Noto Serif SC"], 400];
    const { value } = await findFaces(
      templateOf({ body: wish, note: wish, title: [["Noto Serif SC"], 700] }),
      sourceOf(...PACKAGE),
    );
    expect(value.body).toBe(value.note);
    expect(value.title[1]).toBe(value.body[1]);
  });

  it("two fonts of one PostScript name are told apart", async () => {
    const twins = fontDirectory(() =>
      ["甲", "乙"].map((family) =>
        fileOf(
          plainFont(family, 400, {
            names: [
              { id: 1, language: 0x0804, text: family },
              { id: 6, language: 0x0409, text: "Twin" },
            ],
          }),
          `${family}.ttf`,
        ),
      ),
    );
    const { value } = await findFaces(templateOf({ body: [["甲", "乙"], 400] }), twins);
    expect(value.body.map(({ name }) => name)).toEqual(["Twin", "Twin-2"]);
  });

  it("nothing at hand is an error of the environment, with its remedy", async () => {
    const found = findFaces(templateOf({ body: [["仿宋_GB2312"], 400] }), sourceOf());
    await expect(found).rejects.toBeInstanceOf(EnvironmentError);
    await expect(found).rejects.toMatchObject({ problem: { zh: expect.stringContaining("仿宋_GB2312") } });
  });
});

it.each([
  [400, "400 500 300 200 100 600 700 800 900"],
  [450, "450 500 400 300 200 100 600 700 800 900"],
  [500, "500 400 300 200 100 600 700 800 900"],
  [300, "300 200 100 400 500 600 700 800 900"],
  [700, "700 800 900 600 500 400 300 200 100"],
])("weights near %i (CSS Fonts 4, 5.2)", (asked, order) => {
  expect(weightsByNearness(asked).join(" ")).toBe(order);
});
