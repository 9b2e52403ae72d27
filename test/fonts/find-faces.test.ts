/** Faces for the roles of a template: what is taken, what stands behind it, what is reported. */
import { describe, expect, it } from "vitest";
import { EnvironmentError } from "../../src/diagnostics/diagnostic.js";
import type { FontSource } from "../../src/fonts/face.js";
import { findFaces } from "../../src/fonts/find-faces.js";
import { fontDirectory } from "../../src/fonts/font-directory.js";
import { weightsByNearness } from "../../src/fonts/weights-by-nearness.js";
import type { RoleName, Template } from "../../src/model/template.js";
import { fileOf } from "./font-files.js";
import { plainFont } from "./made-up-fonts.js";

type Wish = readonly [families: readonly string[], weight: number];

/** Only the roles matter to findFaces; a case gives those it is about. */
const templateOf = (roles: Partial<Record<RoleName, Wish>>): Template =>
  ({
    name: "trial",
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, [families, weight]]) => [role, { families, weight }]),
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

describe("findFaces", () => {
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
