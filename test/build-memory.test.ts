/**
 * A build with what the last one left gives what a build without it gives: the same bytes, the same
 * model and findings, whatever was edited in between, and undone again.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type BuildEnvironment, type BuildOptions, type BuildResult, build } from "../src/build.js";
import { buildMemory } from "../src/build-memory.js";
import { memoryEnvironment } from "../src/disk/disk-environment.js";
import { EDITION_NAMES } from "../src/editions/edition-table.js";
import { printLayout } from "../src/layout/print-layout.js";
import { fileOf } from "./fonts/font-files.js";
import { plainFont } from "./fonts/made-up-fonts.js";

const PICTURES = ["telescope.png", "quarters.png"].map((name) =>
  readFileSync(`fixtures/every-markup/images/${name}`),
);

/** What an editor may have changed since the last build. */
interface Desk {
  readonly texts: readonly string[];
  /** the items in the order of the manifest */
  readonly order: readonly number[];
  readonly picture: number | undefined;
  readonly number: number;
  readonly house: number;
  readonly year: number;
  /** title of the first item; undefined for its own */
  readonly title: string | undefined;
  readonly draft: string | undefined;
  /** a face of the house's own in place of the package's */
  readonly ownFace: number | undefined;
  /** what is asked for, of KINDS */
  readonly kind: number;
}

const TEXTS = [
  "1月12日，县科协走进小学，捐赠科普图书320册[^a]，并讲授了一堂“星空”观测课。\n\n[^a]: 由县图书馆挑选。\n",
  "1月13日，科普大篷车开进集镇，**千余名**群众参观[^c]，详见 https://example.org/van 。\n\n| 乡镇 | 人次 |\n| --- | ---: |\n| 石门 | 512 |\n\n[^c]: 以签到为准。\n",
  "1月14日，县科协举办摄影展。\n\n![摄影展现场](../images/show.png)\n\n展览持续两周——每天开放八小时……",
];
const BODIES = [
  "这一句话是后来补写的。",
  "近日，又有 3 名志愿者加入[^b]。\n\n[^b]: 名单另附。",
  "一、主要做法\n\n- 送书进校\n- 送课进村",
  "> 让山区孩子有书看、有课听。",
  "增长了12%-15%，其中龘靐二字少见。",
  "![](../images/show.png)",
  "## 送书进校\n\n见[县科协网页](https://example.org/books)与~~旧页~~`新页`。",
  // What a rule says of it depends on the year of the issue.
  "1月20日（星期二），县科协总结。",
  "- 送书进校，见[网页](https://example.org/a)\n  - 两所村小[^d]\n\n[^d]: 一在山上，一在山下。",
];
const TITLES = ["青岚县科协第二次送书进山区小学", "科普大篷车成功开进石门镇暨志愿服务队授旗仪式举行"];
const HOUSES = [
  "bulletin: {name: 青岚县科普简报}\ncontact: {email: post@example.org}\n",
  "bulletin: {name: 青岚县科普简报}\ntemplate: newsletter\ncontact: {email: post@example.org}\n",
  "bulletin: {name: 青岚县科普简报}\ncontact: {email: post@example.org}\nlint: {rules: {item/vague-date: error}}\n",
  "bulletin: {name: 青岚县科普简报}\ncontact: {email: desk@example.org, phone: 0571-5550 0123}\n",
  "bulletin: {name: 青岚县科普简报}\ncontact: {email: post@example.org}\nunits: [{name: 青岚县科学技术协会, aliases: [青岚县科协, 县科协]}]\n",
];
/** What is asked for of an issue, from one build to the next by the same memory (a preview, a watch). */
const KINDS = [
  { editions: EDITION_NAMES },
  { editions: EDITION_NAMES, perItem: true },
  { editions: EDITION_NAMES, layOut: true, places: true },
  { editions: EDITION_NAMES, htmlForm: "wechat", inlinePictures: true },
  { editions: EDITION_NAMES, structuralOnly: true },
  { editions: ["html"] },
  { editions: [], layOut: true, places: true, pagesAlone: true },
  { editions: ["docx"], timestamp: new Date(Date.UTC(2026, 1, 3)) },
] as const satisfies readonly BuildOptions[];

const OWN_FACES = ["own-a.ttf", "own-b.ttf"].map((name, index) =>
  fileOf(plainFont("Noto Serif SC", 400, { characters: index === 0 ? "0123" : "12345" }), name),
);

const START: Desk = {
  texts: TEXTS,
  order: [0, 1, 2],
  picture: 0,
  number: 1,
  house: 0,
  year: 2026,
  title: undefined,
  draft: undefined,
  ownFace: undefined,
  kind: 0,
};

const item = fc.integer({ min: 0, max: TEXTS.length - 1 });
const maybe = fc.option(fc.constantFrom(0, 1), { nil: undefined });
const edit: fc.Arbitrary<(desk: Desk) => Desk> = fc.oneof(
  fc.tuple(item, fc.constantFrom(...BODIES), fc.boolean()).map(([at, words, inFront]) => (desk: Desk) => {
    const text = desk.texts[at] ?? "";
    return { ...desk, texts: desk.texts.with(at, inFront ? `${words}\n\n${text}` : `${text}\n\n${words}\n`) };
  }),
  item.map((at) => (desk: Desk) => ({ ...desk, texts: desk.texts.with(at, TEXTS[at] ?? "") })),
  fc.shuffledSubarray([0, 1, 2], { minLength: 1 }).map((order) => (desk: Desk) => ({ ...desk, order })),
  // Listed twice by mistake.
  item.map((at) => (desk: Desk) => ({ ...desk, order: [...desk.order, at] })),
  maybe.map((picture) => (desk: Desk) => ({ ...desk, picture })),
  fc.integer({ min: 1, max: 12 }).map((number) => (desk: Desk) => ({ ...desk, number })),
  fc.integer({ min: 0, max: HOUSES.length - 1 }).map((house) => (desk: Desk) => ({ ...desk, house })),
  fc.constantFrom(2026, 2027).map((year) => (desk: Desk) => ({ ...desk, year })),
  fc.constantFrom(undefined, ...TITLES).map((title) => (desk: Desk) => ({ ...desk, title })),
  fc.constantFrom(undefined, "送审稿").map((draft) => (desk: Desk) => ({ ...desk, draft })),
  maybe.map((ownFace) => (desk: Desk) => ({ ...desk, ownFace })),
);

/** An edit, and what is asked for from there on, where that is something else. */
const step = fc.tuple(edit, fc.option(fc.nat({ max: KINDS.length - 1 }), { nil: undefined, freq: 2 }));

function filesOf(desk: Desk): Record<string, string | Uint8Array> {
  const picture = desk.picture === undefined ? undefined : PICTURES[desk.picture];
  const items = desk.order.map((index) => `items/${index}.md`);
  return {
    "bulletin.yaml": HOUSES[desk.house] ?? "",
    "2026-01/issue.yaml": `number: ${desk.number}\ndate: ${desk.year}-01-15\nsections: [{name: 基层动态, items: [${items}]}]\n`,
    ...Object.fromEntries(
      desk.texts.map((text, index) => [
        `2026-01/items/${index}.md`,
        `---\ntitle: ${(index === 0 ? desk.title : undefined) ?? `青岚县科协第${index + 1}次送书进山区小学`}\nsource: 青岚县科协\n---\n\n${text}`,
      ]),
    ),
    ...(picture === undefined ? {} : { "2026-01/images/show.png": picture }),
  };
}

/** As a watch holds its environment: fonts stay open, the files are what they are now. */
function onDesk(desk: Desk, held: BuildEnvironment): BuildEnvironment {
  const own = desk.ownFace === undefined ? undefined : OWN_FACES[desk.ownFace];
  const { workspace } = memoryEnvironment(filesOf(desk));
  return { ...held, workspace, listFonts: () => (own === undefined ? [] : [own]) };
}

async function outcomeOf(environment: BuildEnvironment, { draft, kind }: Desk) {
  const result: BuildResult = await build("2026-01/issue.yaml", environment, {
    ...(KINDS[kind] ?? KINDS[0]),
    fontFolders: ["fonts"],
    ...(draft === undefined ? {} : { draft, lineNumbers: true }),
  });
  const { issue, artifacts, diagnostics, sources, layout, places } = result;
  const digests = artifacts.map(({ edition, item, bytes }) => [
    edition,
    item,
    createHash("sha256").update(bytes).digest("hex"),
  ]);
  return { issue, digests, diagnostics, sources: [...sources], pages: layout && printLayout(layout), places };
}

test("a build after any edits is that of a fresh process", async () => {
  let built = 0;
  const kinds = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      const held = { ...memoryEnvironment({}), memory: buildMemory() };
      let desk = START;
      await outcomeOf(onDesk(desk, held), desk);
      for (const [change, kind = desk.kind] of steps) {
        desk = { ...change(desk), kind };
        const again = await outcomeOf(onDesk(desk, held), desk);
        expect(again).toEqual(await outcomeOf(onDesk(desk, memoryEnvironment({})), desk));
        if (again.issue === undefined) continue;
        built += 1;
        kinds.add(desk.kind);
      }
    }),
    { numRuns: 20, seed: 20260115 },
  );
  // Most edits leave an issue that can be built; or nothing would have been compared.
  expect(built).toBeGreaterThan(30);
  expect(kinds.size).toBe(KINDS.length);
}, 120_000);

const withText = (desk: Desk, at: number, text: string): Desk => ({
  ...desk,
  texts: desk.texts.with(at, text),
});

// What changes around an item that itself stays the same object.
test.each([
  ["the year of a weekday", withText(START, 0, BODIES[7] ?? ""), { year: 2027 }],
  ["the title of another item", START, { title: "青岚县科协第2次送书进山区小学" }],
  ["the order of the items", START, { order: [2, 1, 0] }],
  ["an item less", START, { order: [1, 2] }],
  ["the house", START, { house: 2 }],
  ["the look", START, { house: 1 }],
  ["the picture", START, { picture: 1 }],
  ["a face", START, { ownFace: 0 }],
  ["the mark of a draft", START, { draft: "送审稿" }],
  ["the contact of the house", START, { house: 3 }],
  ["the units of the house", START, { house: 4 }],
  ["an item listed twice", START, { order: [0, 1, 2, 0] }],
  ["each item alone", START, { kind: 1 }],
  ["the whole issue after each item alone", { ...START, kind: 1 }, { kind: 0 }],
  ["the title of an item alone", { ...START, kind: 1 }, { title: TITLES[0] }],
  ["the contact below items alone", { ...START, kind: 1 }, { house: 3 }],
  ["where what stands on pages comes from", START, { kind: 2 }],
  ["the place of a text that another one moves", { ...START, kind: 2 }, { order: [2, 1, 0] }],
  [
    "a line of text above the others",
    { ...START, kind: 2 },
    { texts: TEXTS.with(0, `补记。\n\n${TEXTS[0] ?? ""}`) },
  ],
  ["the form of the HTML edition", START, { kind: 3 }],
  ["the picture of a form", { ...START, kind: 3 }, { picture: 1 }],
  ["what is not checked", { ...START, house: 2 }, { house: 2, kind: 4 }],
  ["a check that is asked for again", { ...START, kind: 4 }, { kind: 0 }],
  ["pages alone", START, { kind: 6 }],
  ["editions after pages alone", { ...START, kind: 6 }, { kind: 0 }],
  ["the date of the metadata", { ...START, kind: 7 }, { kind: 0 }],
] satisfies readonly (readonly [string, Desk, Partial<Desk>])[])(
  "%s is not missed",
  async (_, before, change) => {
    const held = { ...memoryEnvironment({}), memory: buildMemory() };
    const after: Desk = { ...before, ...change };
    const first = await outcomeOf(onDesk(before, held), before);
    const second = await outcomeOf(onDesk(after, held), after);
    expect(second).toEqual(await outcomeOf(onDesk(after, memoryEnvironment({})), after));
    expect(second).not.toEqual(first);
    // Back again, nothing of what was kept has been changed on the way.
    expect(await outcomeOf(onDesk(before, held), before)).toEqual(first);
  },
);
