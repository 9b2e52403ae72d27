/**
 * Bulletins of which one file was made wrong (mutate.ts), each drawn from a seed and its number: the same files
 * again wherever it is drawn. What is mutated are the project's own fixtures; what must come of it is run-draws.ts's.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { parse, stringify } from "yaml";
import { digestOf, printRecord } from "../../../src/cli/history/history-record.js";
import { printBaseline } from "../../../src/diagnostics/baseline.js";
import { schemaOf } from "../../../src/schema.js";
import { makeCollection, plainFont } from "../../fonts/made-up-fonts.js";
import { frame, jpeg, png, segment } from "../../hostile/made-pictures.js";
import { type Dice, diceOf } from "../../pages/dice.js";
import { mutatedBytes, mutatedText, mutatedValue, randomBytes } from "./mutate.js";

/** What is made wrong, and how many of a thousand draws make it wrong. */
const SHARES = {
  item: 250,
  manifest: 170,
  house: 140,
  template: 60,
  picture: 120,
  font: 80,
  baseline: 60,
  record: 60,
  undo: 50,
  anything: 10,
} as const;

export type Kind = keyof typeof SHARES;

export type Files = Readonly<Record<string, Uint8Array | string>>;

export interface Draw {
  readonly kind: Kind;
  /** paths from the bulletin's folder, in which there are an issue.yaml and a bulletin.yaml */
  readonly files: Files;
  /** for whoever runs it: which edition to build, what to print */
  readonly dice: Dice;
}

const KINDS = Object.entries(SHARES).flatMap(([kind, share]) => Array<Kind>(share).fill(kind as Kind));

/** @param wanted the kinds that will do; all where left out */
export function drawOf(seed: number, number: number, wanted: readonly Kind[] = KINDS): Draw {
  const dice = diceOf(Math.imul(seed ^ Math.imul(number + 1, 0x9e3779b1), 0x85ebca6b) >>> 0);
  const kind = dice.pick(wanted === KINDS ? KINDS : KINDS.filter((each) => wanted.includes(each)));
  return { kind, files: { ...SOUND, ...MADE_WRONG[kind](dice) }, dice };
}

const HOUSE = `bulletin: {name: 示例工作简报, publisher: 示例单位办公室}
template: jianbao
sections: [{name: 工作动态}, {name: 基层来稿, attribution: optional}]
contact: {label: 信息报送邮箱, email: submissions@example.org}
units: [{name: 示例市生态学会, aliases: [市生态学会]}]
`;
const ISSUE = `year: 2026
number: 3
date: 2026-05-18
slug: sample
sections:
  - name: 工作动态
    items: [items/01.md]
`;
const ITEM = `---
title: 示例单位召开信息工作座谈会
---

5月18日，示例单位召开信息工作座谈会，总结上一阶段信息报送情况，部署下一步工作。
`;
const SOUND: Files = { "bulletin.yaml": HOUSE, "issue.yaml": ISSUE, "items/01.md": ITEM };

const MADE_WRONG: Readonly<Record<Kind, (dice: Dice) => Files>> = {
  item: (dice) => ({ "items/01.md": mutatedText(dice, dice.pick(items()), MARKDOWN) }),
  manifest: (dice) => ({ "issue.yaml": yaml(dice, dice.pick(manifests()), keysOf("manifest")) }),
  house: (dice) => ({ "bulletin.yaml": yaml(dice, dice.pick(houses()), keysOf("house")) }),
  template,
  picture,
  font,
  baseline,
  record: () => ({ "items/01.md": `${ITEM}\n报名请拨打13900000000，共 320 册。\n` }),
  undo,
  anything: (dice) => ({
    [dice.pick(["issue.yaml", "bulletin.yaml", "items/01.md"])]: randomBytes(dice, dice.roll(0, 3000)),
  }),
};

/** Read once, and only in what is asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const text = (path: string): string => readFileSync(path, "utf8");
const issuesOf = once(() =>
  readdirSync("fixtures").filter((name) => holds(join("fixtures", name), "issue.yaml")),
);
const holds = (folder: string, name: string): boolean => readdirSync(folder).includes(name);

/** Head and some lines of each item: what a page holds of it is as good as the whole, and sooner read. */
const items = once(() =>
  issuesOf().flatMap((name) => {
    const folder = join("fixtures", name, "items");
    return readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) => pieces(text(join(folder, file))));
  }),
);

const MOST_CHARACTERS = 700;

function pieces(item: string): readonly string[] {
  const end = item.indexOf("\n---", 3) + 4;
  const head = item.slice(0, end);
  const found: string[] = [];
  let piece = "";
  for (const paragraph of item.slice(end).split(/(?<=\n\n)/)) {
    piece += paragraph;
    if (piece.length < MOST_CHARACTERS) continue;
    found.push(`${head}\n\n${piece.slice(0, 2 * MOST_CHARACTERS)}`);
    piece = "";
  }
  return piece === "" ? found : [...found, `${head}\n\n${piece}`];
}

const manifests = once(() => [
  ISSUE,
  ...issuesOf().map((name) =>
    text(join("fixtures", name, "issue.yaml")).replaceAll(/items\/[\w-]+\.md/g, "items/01.md"),
  ),
]);

const houses = once(() => [
  HOUSE,
  ...issuesOf()
    .filter((name) => holds(join("fixtures", name), "bulletin.yaml"))
    .map((name) => text(join("fixtures", name, "bulletin.yaml"))),
]);

const keys = new Map<string, readonly string[]>();

function keysOf(name: Parameters<typeof schemaOf>[0]): readonly string[] {
  const known = keys.get(name) ?? [...new Set(propertiesOf(schemaOf(name)))];
  keys.set(name, known);
  return known;
}

function propertiesOf(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const named = "properties" in node && typeof node.properties === "object" ? (node.properties ?? {}) : {};
  return [...Object.keys(named), ...Object.values(node).flatMap(propertiesOf)];
}

function yaml(dice: Dice, source: string, names: readonly string[]): Uint8Array | string {
  if (dice.chance(0.5)) return mutatedText(dice, source, [...YAML, ...names.map((name) => `\n${name}: `)]);
  const changed = stringify(mutatedValue(dice, parse(source), names));
  return dice.chance(0.1) ? mutatedText(dice, changed, YAML) : changed;
}

function template(dice: Dice): Files {
  const folder = dice.pick(["templates/jianbao", "templates/newsletter"]);
  const files: Record<string, Uint8Array | string> = {
    "bulletin.yaml": HOUSE.replace("template: jianbao", "template: ./own"),
    "own/template.yaml": text(`${folder}/template.yaml`),
    "own/html/style.css": text(`${folder}/html/style.css`),
    "own/html/page.html": text(`${folder}/html/page.html`),
  };
  const name = dice.pick(["own/template.yaml", "own/html/style.css", "own/html/page.html"]);
  const whole = String(files[name]);
  if (name.endsWith(".yaml")) files[name] = yaml(dice, whole, keysOf("template"));
  else files[name] = mutatedText(dice, whole, name.endsWith(".css") ? CSS : FRAME);
  return files;
}

const pictures = once((): readonly Uint8Array[] => {
  const colours = [0, 2, 3, 4, 6].flatMap((colour) =>
    [0, 1].map((interlace) =>
      png({ colour, interlace, width: 9, height: 7, ...(colour === 3 && { before: [PALETTE] }) }),
    ),
  );
  const table = segment(0xdb, new Uint8Array(65).fill(1));
  const made = jpeg(
    table,
    frame(8, 8),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    Uint8Array.of(0, 0, 0),
  );
  const camera = readFileSync("test/pictures/quadrants.jpg");
  const drawn = ["color.jpg", "gray.jpg", "inks.jpg"].map((name) =>
    readFileSync(join("test/pdf/data", name)),
  );
  return [...colours, made, camera, ...drawn, readFileSync("fixtures/every-markup/images/divider.png")];
});
const PALETTE = Buffer.from("0000000c504c5445ff000000ff000000ffffffff00000000", "hex");

function picture(dice: Dice): Files {
  const sound = dice.pick(pictures());
  const wrong = mutatedBytes(dice, sound);
  const isPng = sound[0] === 0x89;
  // Sums that are right let the damage through to whoever reads further.
  const bytes = isPng && dice.chance(0.7) ? withRightSums(wrong) : wrong;
  const name = `images/a.${isPng ? "png" : "jpg"}`;
  return { "items/01.md": `${ITEM}\n![座谈会现场](../${name} "座谈会现场")\n`, [name]: bytes };
}

/** The chunks as far as their lengths lead, each with the sum that it should have. */
function withRightSums(bytes: Uint8Array): Uint8Array {
  const summed = bytes.slice();
  const view = new DataView(summed.buffer);
  for (let place = 8; place + 12 <= summed.length; ) {
    const end = place + 8 + view.getUint32(place);
    if (end + 4 > summed.length) break;
    view.setUint32(end, crc32(summed.subarray(place + 4, end)));
    place = end + 4;
  }
  return summed;
}

const fonts = once((): readonly Uint8Array[] => {
  const plain = plainFont("示例宋体", 400, { characters: "示例单位召开信息工作座谈会，AB" });
  return [
    plain,
    plain,
    makeCollection([plain, plainFont("示例黑体", 500)]),
    plainFont("示例宋体", 400, { variable: 400 }),
  ];
});

function font(dice: Dice): Files {
  const roles = dice.pick(["body: 示例宋体", "title: 示例宋体, code: 示例黑体"]);
  return {
    "bulletin.yaml": `${HOUSE}fonts: {folders: [./fonts], roles: {${roles}}}\n`,
    "fonts/a.ttf": mutatedBytes(dice, dice.pick(fonts()), 3),
  };
}

/** Of which the findings are in SOUND with what is added here. */
function baseline(dice: Dice): Files {
  const sound = printBaseline({
    entries: dice.times(dice.roll(0, 4), () => ({
      rule: dice.pick(["privacy/mobile-number", "text/dash", "number/unit-case"]),
      path: dice.pick(["items/01.md", "issue.yaml", "../a.md"]),
      line: "0123456789abcdef",
      count: dice.roll(1, 3),
    })),
  });
  const names = ["version", "findings", "rule", "path", "line", "count"];
  const bytes = dice.chance(0.5)
    ? JSON.stringify(mutatedValue(dice, JSON.parse(sound), names))
    : mutatedText(dice, sound, JSON_WORDS);
  return { "items/01.md": `${ITEM}\n报名请拨打13900000000。\n`, "baseline.json": bytes };
}

/** A record of `lint --fix`, which `bulletin undo` reads. */
function undo(dice: Dice): Files {
  const before = Buffer.from(`${ITEM}\n参加。。\n`);
  const path = dice.pick([
    "items/01.md",
    "items/01.md",
    "issue.yaml",
    "../victim.md",
    ".hidden/a.md",
    "items/../../victim.md",
  ]);
  const sound = printRecord({
    at: "2026-05-18T08:00:00.000Z",
    files: [{ path, before, after: digestOf(Buffer.from(ITEM)) }],
  });
  const cut = sound.indexOf(0x0a);
  const head: unknown = JSON.parse(Buffer.from(sound.subarray(0, cut)).toString("utf8"));
  const bytes = dice.chance(0.5)
    ? Buffer.concat([
        Buffer.from(
          `${JSON.stringify(mutatedValue(dice, head, ["path", "bytes", "before", "after", "at", "files"]))}\n`,
        ),
        sound.subarray(cut + 1),
      ])
    : dice.chance(0.9)
      ? mutatedBytes(dice, sound)
      : sound;
  return { ".bulletin-history/000001-0123abcd.undo": bytes };
}

const MARKDOWN: readonly string[] = [
  ..."*_~`#>|-+=[]()<>!\\&:^\"'",
  ..."，。、；：？！（）《》“”—…·",
  "**",
  "***",
  "~~",
  "```",
  "~~~\n",
  "## ",
  "- ",
  "1. ",
  "> ",
  "    ",
  "\n---\n",
  "[^1]",
  "[^1]: ",
  "[a]: /b\n",
  "![",
  "](",
  "](../images/a.png)",
  "| - |\n",
  "|\n|",
  "<!--",
  "-->",
  "<br>",
  "<script>",
  "&#0;",
  "&#x10ffff;",
  "&nbsp;",
  "http://a.example.org",
  "www.",
  "a@example.org",
  "(https://example.org)",
  "title: ",
  "\ntitle: x\n",
  "\n---\n---\n",
  "<!-- bulletin-disable -->",
  "13800138000",
  "2026年13月32日",
  "3.5%",
  "——",
  "……",
];
const YAML: readonly string[] = [
  ..."&*!|>%@`?:-,[]{}#'\"~",
  ": ",
  "- ",
  "\n- ",
  "\n  ",
  "\n\t",
  "&a ",
  "*a ",
  "<<: *a",
  "!!js/function x",
  "!!binary ",
  "!!set ",
  "--- ",
  "\n---\n",
  "\n...\n",
  "%YAML 1.1\n",
  "|+9\n",
  ">-\n",
  "null",
  "true",
  "0x1F",
  "0o17",
  ".inf",
  ".nan",
  "1e999",
  "2026-01-15",
  "\\u0000",
  "\\x1b",
  "? ",
  "{a: {a: {a: ",
  "[[[[[[[[",
  "'",
  '"',
];
const CSS: readonly string[] = [
  ..."{}();:@*/\\\"'<>!",
  "</style>",
  "<!--",
  "-->",
  "]]>",
  "@import url(https://example.org/a.css);",
  "url(//example.org/a)",
  "expression(",
  "/*",
  "*/",
  "\\3c",
  "@font-face{",
  'content:"',
];
const FRAME: readonly string[] = [
  ..."<>\"'=/&",
  '<slot name="text"></slot>',
  "<slot>",
  "<div>",
  "</div>",
  "<script>",
  "<!--",
  "-->",
  '<img src="',
  ' href="javascript:x"',
  ' onload="x"',
  ' class="a"',
  ' style="a"',
  "&lt;",
  "<![CDATA[",
  "<svg>",
];
const JSON_WORDS: readonly string[] = [
  ...'{}[]:,"\\',
  "null",
  "-1",
  "1e999",
  "\\u0000",
  '"__proto__":',
  '{"version":1}',
  '"count":1e9',
];
