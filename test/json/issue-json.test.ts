/** The JSON edition: valid by its schema, which knows all that the record can hold, and the same bytes twice. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { memoryEnvironment } from "../../src/disk/disk-environment.js";
import type { BlockRecord, InlineRecord, IssueRecord } from "../../src/editions/json/issue-record.js";
import { issueRecord, renderJson } from "../../src/editions/json/render-json.js";
import { schemaOf } from "../../src/schema.js";
import { buildAfresh, buildFixture, FIXTURES, soundFixtures } from "../built-fixtures.js";
import { expectGolden } from "../expect-golden.js";
import { figure, input, issue, item, paragraph, section } from "../html/sample-issue.js";

const isValid = new Ajv({ strict: true, strictTypes: true, allowUnionTypes: false }).compile(
  schemaOf("issue"),
);
const problemsOf = (value: unknown) => (isValid(value) ? [] : isValid.errors);

const jsonOf = async (name: string, make = buildFixture) => {
  const { artifacts } = await make(name);
  const bytes = artifacts.find(({ edition }) => edition === "json")?.bytes;
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
};

describe.each(soundFixtures)("%s", (name) => {
  it("is valid by the schema", async () => {
    const record = JSON.parse(await jsonOf(name));
    expect(problemsOf(record)).toEqual([]);
    expect(record.sections.length).toBeGreaterThan(0);
  });
});

it.each(["work-bulletin", "newsletter"])("%s is said as expected", async (name) => {
  expectGolden(`${FIXTURES}/${name}/expected/issue.json`, await jsonOf(name));
});

it("is as its documentation shows it", () => {
  const [, example = ""] = /```json\n([\s\S]*?)```/.exec(readFileSync("docs/json.md", "utf8")) ?? [];
  expect(problemsOf(JSON.parse(example))).toEqual([]);
});

it("has the same bytes twice", async () => {
  expect(await jsonOf("every-markup", buildAfresh)).toBe(await jsonOf("every-markup"));
});

/** All keys, those that may be left out among them: one that the record gets is missed here by the compiler. */
type Whole<T> = T extends readonly (infer Each)[]
  ? readonly Whole<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Whole<NonNullable<T[Key]>> }
    : T;
/** Each kind of a union with all its keys. */
type Each<T extends { readonly kind: string }> = {
  readonly [Kind in T["kind"]]: Whole<Extract<T, { readonly kind: Kind }>>;
};

const INLINES: Each<Flat> = {
  text: { kind: "text", text: "文" },
  code: { kind: "code", text: "a" },
  emphasis: { kind: "emphasis", content: [] },
  strong: { kind: "strong", content: [] },
  strikethrough: { kind: "strikethrough", content: [] },
  link: { kind: "link", url: "https://example.org/", content: [] },
  "line-break": { kind: "line-break" },
  note: { kind: "note", number: 1 },
};
/** `kind` of three inlines is a union itself. */
type Flat = InlineRecord extends infer One
  ? One extends { readonly kind: infer Kind extends string }
    ? Kind extends string
      ? Omit<One, "kind"> & { readonly kind: Kind }
      : never
    : never
  : never;

const BLOCKS: Each<BlockRecord> = {
  paragraph: { kind: "paragraph", content: [] },
  heading: { kind: "heading", level: 1, content: [] },
  list: { kind: "list", ordered: true, start: 1, items: [{ checked: true, blocks: [] }] },
  quote: { kind: "quote", blocks: [] },
  code: { kind: "code", language: "ts", text: "a" },
  table: { kind: "table", alignment: [null], header: [[]], rows: [[[]]] } as Each<BlockRecord>["table"],
  pictures: {
    kind: "pictures",
    pictures: [{ file: "a.png", alt: "", caption: "图", width: 1, height: 1 }],
    caption: [],
  },
  break: { kind: "break" },
};

const WHOLE: Whole<Omit<IssueRecord, "sections" | "editorsNote">> &
  Pick<Required<IssueRecord>, "sections" | "editorsNote"> = {
  version: 1,
  bulletin: { name: "简报", publisher: "办公室", language: "zh-CN" },
  name: "2026年增刊第1期",
  year: 2026,
  series: "增刊",
  number: 1,
  total: 9,
  date: "2026-03-16",
  period: { from: "2026-03-01", to: "2026-03-15" },
  marks: { copyNumber: "000001", secrecy: "秘密", urgency: "特急", marking: "内部资料", draft: "送审稿" },
  editorsNote: [],
  sections: [
    {
      name: "栏目",
      items: [
        {
          title: "题目",
          titleLines: ["题", "目"],
          attribution: "某单位",
          date: "2026-03-01",
          summary: "摘要",
          editorsNote: [],
          text: "文",
          blocks: [...Object.values(BLOCKS), { kind: "paragraph", content: Object.values(INLINES) }],
          attachments: ["附件"],
          signed: { by: ["某单位"], date: "2026-03-01" },
          notes: [{ number: 1, blocks: [] }],
        } satisfies Required<IssueRecord["sections"][number]["items"][number]>,
      ],
    },
  ],
  contact: { label: "邮箱", email: "a@example.org", phone: "010-5555 0100" },
  editorial: { editor: "甲", reviewer: "乙", approver: "丙" },
  distribution: { report: ["甲"], send: ["乙"], issue: ["丙"], copies: 1 },
};

/** Paths of all objects in a value, to be taken apart one by one. */
function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

describe("the schema", () => {
  it("knows every key that the record can hold", () => {
    expect(problemsOf(WHOLE)).toEqual([]);
  });

  it("knows no others, anywhere", () => {
    const count = objectsIn(WHOLE).length;
    expect(count).toBeGreaterThan(25);
    for (let index = 0; index < count; index += 1) {
      const copy = structuredClone(WHOLE);
      const object = objectsIn(copy)[index];
      if (object === undefined) throw new Error("a copy has other objects");
      object.unknown = 1;
      expect(isValid(copy), Object.keys(object).join()).toBe(false);
    }
  });

  it.each<[string, object]>([
    ["a day that is none", { date: "2026年3月16日" }],
    ["another version", { version: 2 }],
    ["a number below one", { number: 0 }],
    ["no sections", { sections: undefined }],
  ])("refuses %s", (_, change) => {
    expect(isValid(JSON.parse(JSON.stringify({ ...WHOLE, ...change })))).toBe(false);
  });
});

describe("the record", () => {
  it("leaves out what there is not", () => {
    const record = issueRecord(
      issue([section("栏目", item("题"))], {
        distribution: { report: [], send: [], issue: [], copies: undefined },
        editorial: { editor: undefined, reviewer: undefined, approver: undefined },
      }),
    );
    expect(Object.keys(record)).not.toContain("distribution");
    expect(Object.keys(record)).not.toContain("editorial");
    expect(Object.keys(record)).not.toContain("marks");
    expect(problemsOf(record)).toEqual([]);
  });

  it.each([
    ["", "images/dot.png", "images/dot.png"],
    [".", "images/dot.png", "images/dot.png"],
    ["issues/2026-01", "issues/2026-01/images/dot.png", "images/dot.png"],
    ["issues/2026-01", "images/dot.png", "../../images/dot.png"],
    ["issues/2026-01", "issues/shared/dot.png", "../shared/dot.png"],
    ["../b/issues", "../b/dot.png", "../dot.png"],
  ])("says of an issue in “%s” where %s lies", (folder, path, expected) => {
    const one = figure("点");
    if (one.kind !== "figure" || one.image.state !== "found") throw new Error("no picture");
    const placed = { ...one, image: { ...one.image, path } };
    const record = issueRecord(issue([section("栏目", item("题", { blocks: [placed] }))], { folder }));
    const [block] = record.sections[0]?.items[0]?.blocks ?? [];
    expect(block?.kind === "pictures" && block.pictures[0]?.file).toBe(expected);
  });

  it("is text in whole characters", async () => {
    const { bytes } = await renderJson(
      input(issue([section("栏目", item("题", { blocks: [paragraph("半\ud842个")] }))])),
    );
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    expect(text).not.toMatch(/\\ud[89a-f]/i);
    expect(text).toContain("半\ufffd个");
  });
});

describe("a build", () => {
  const files = (manifest: string) => ({
    "issue.yaml": `bulletin: {name: 云岭简报}\nnumber: 1\ndate: 2026-03-16\ncontact: {label: 邮箱, email: a@example.org}\nsections: [{name: 动态, items: [a.md]}]\n${manifest}`,
    "a.md":
      "---\ntitle: 示例单位开会\nsubmitter: {name: 张三, phone: 010-5555 0100, email: z@example.org}\nlevel: 市委办采用\n---\n\n会议顺利举行。\n",
  });

  it("of a secret issue has it where it is asked for by name, and nothing is said of the web", async () => {
    const environment = memoryEnvironment(files("secrecy: {level: 秘密, period: 1年}\n"));
    const { artifacts, diagnostics, withheld } = await build("issue.yaml", environment, {
      editions: ["json"],
    });
    expect(artifacts.map(({ edition }) => edition)).toEqual(["json"]);
    expect(withheld).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).not.toContain("manifest/secret-web");
    expect(JSON.parse(new TextDecoder().decode(artifacts[0]?.bytes)).marks).toEqual({ secrecy: "秘密★1年" });
  });

  it("tells nothing that is never printed: who sent an item in, who took it over", async () => {
    const { artifacts } = await build("issue.yaml", memoryEnvironment(files("")), { editions: ["json"] });
    const text = new TextDecoder().decode(artifacts[0]?.bytes);
    expect(text).toContain("会议顺利举行");
    expect(text).not.toMatch(/张三|z@example|5555|市委办/);
  });
});
