/**
 * Every mark, pair of marks and unit at every place near a line's end, with and without a pause in the
 * line that could be squeezed: one issue of some hundred pages, read back from its PDF.
 */
import { beforeAll, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { memoryEnvironment } from "../../src/disk/disk-environment.js";
import {
  bodyOf,
  endsWrong,
  fixtureOf,
  GB_PAGE,
  partsNumber,
  partsPair,
  readBuilt,
  show,
  sparesHoles,
  startsWrong,
  turns,
} from "./read-fixture.js";

const NAME = "sweep";
/** 千字文: characters without marks, each once. */
const HAN =
  "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈";
const MARKS = [..."，。、；：？！）》〉】〕”’·～-/%℃（《〈【〔“‘￥"];
const ROWS = [
  "：“",
  "》（",
  "）、",
  "。”",
  "”）",
  "“《",
  "？”",
  "！？",
  "”“",
  "》、《",
  "。”（",
  "：“‘",
  "》）。",
  "……”",
  "”——",
  "，“",
];
const UNITS = [
  "——",
  "……",
  "…………",
  "36场",
  "280余人",
  "1350万元",
  "2026年",
  "10月9日",
  "3.5%",
  "37.5℃",
  "-5℃",
  "￥1200元",
  "第26届",
  "156m²",
  "1,280人次",
  "10:30",
  "2.5倍",
  "16GB",
  "3个百分点",
  "+86-10-5555 0100",
];
/** Characters before the piece, so that it falls before, on and behind the line's end. */
const PLACES = [22, 23, 24, 25, 26, 27, 28];

beforeAll(async () => {
  const paragraphs = [...MARKS, ...ROWS, ...UNITS].flatMap((piece, row) =>
    PLACES.flatMap((place) => [
      `${han(row, place)}${piece}${han(row + 7, 34)}。`,
      `${han(row, 9)}，${han(row + 3, place - 10)}${piece}${han(row + 7, 33)}。`,
    ]),
  );
  const item = `---\ntitle: 扫描\n---\n\n${paragraphs.join("\n\n")}\n`;
  const manifest = [
    "bulletin: {name: 校样, publisher: 示例社}",
    "number: 1",
    "date: 2026-03-31",
    "sections: [{name: 校样, items: [items/01.md]}]",
    "contact: {label: 邮箱, email: a@example.org, domains: [example.org]}",
  ].join("\n");
  const environment = memoryEnvironment({ "issue.yaml": manifest, "items/01.md": item });
  await readBuilt(NAME, await build("issue.yaml", environment, { editions: ["pdf"], structuralOnly: true }));
}, 60_000);

it("reads every paragraph back", () => {
  expect(fixtureOf(NAME).lost).toEqual([]);
  expect(bodyOf(NAME).length).toBe((MARKS.length + ROWS.length + UNITS.length) * PLACES.length * 2);
});

it("starts and ends no line with a mark that may not", () => {
  expect(turns(NAME).filter(startsWrong).map(show)).toEqual([]);
  expect(turns(NAME).filter(endsWrong).map(show)).toEqual([]);
});

it("parts no unit, no —— and no ……", () => {
  const parted = turns(NAME).filter(partsNumber);
  expect(parted.filter((turn) => !sparesHoles(turn)).map(show)).toEqual([]);
  expect(turns(NAME).filter(partsPair).map(show)).toEqual([]);
});

it("fills every full line to a hundredth of a point", () => {
  const ragged = turns(NAME).filter(({ line }) => Math.abs(line.right - GB_PAGE.right) > 0.01);
  expect(ragged.map(({ line }) => `${line.right.toFixed(3)} ${line.text}`)).toEqual([]);
});

it("leaves no last line of one character", () => {
  const last = bodyOf(NAME).map(({ lines }) => lines.at(-1)?.text ?? "");
  expect(last.filter((text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length < 2)).toEqual([]);
});

/** So many characters of the text, another stretch of it for each row. */
function han(row: number, count: number): string {
  const characters = [...HAN];
  const start = (row * 11) % characters.length;
  return Array.from({ length: count }, (_, at) => characters[(start + at) % characters.length]).join("");
}
