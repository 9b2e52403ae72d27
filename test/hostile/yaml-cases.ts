/** Hostile YAML: bombs, depth, size, tags, keys, numbers, and values of the wrong shape. */
import {
  BUILT,
  bulletinWith,
  EITHER,
  type HostileCase,
  ISSUE,
  ITEM,
  MANIFEST,
  manySections,
  SECTIONS,
  withHouse,
  withItem,
  withManifest,
} from "./hostile-case.js";

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Ten anchors, each ten times the one before. */
const bomb = lines(10, (n) =>
  n === 0
    ? "a0: &a0 [x, x, x, x]"
    : `a${n}: &a${n} [${Array(10)
        .fill(`*a${n - 1}`)
        .join(", ")}]`,
);

const broken: Readonly<Record<string, string>> = {
  "alias bomb": `${bomb}\n${MANIFEST}`,
  "alias bomb of maps": `a: &a {k: v}\nb: &b {x: *a, y: *a}\nc: &c {x: *b, y: *b}\nd: {x: *c, y: *c}\n${MANIFEST}`,
  "alias to its own ancestor": `sections: &s\n  - name: 工作动态\n    items: *s\n`,
  "thousand aliases of one": `x: &x y\nlist: [${Array(1000).fill("*x").join(", ")}]\n${MANIFEST}`,
  "merge keys": `base: &base {number: 1}\n<<: *base\n${MANIFEST}`,
  "unknown alias": `${MANIFEST}slug: *nobody\n`,
  "deep flow lists": `${MANIFEST}slug: ${"[".repeat(100_000)}\n`,
  "deep flow maps": `${MANIFEST}slug: ${"{a: ".repeat(50_000)}\n`,
  "deep block list": `${MANIFEST}slug:\n  ${"- ".repeat(50_000)}x\n`,
  "deep block map": `${MANIFEST}${lines(600, (n) => `${" ".repeat(n)}k${n}:`)}\n`,
  "deep question marks": `${"? ".repeat(50_000)}x\n`,
  "deep within the bound of brackets": `${MANIFEST}slug: ${"[".repeat(150)}${"]".repeat(150)}\n`,
  "brackets never closed, many lines": `${ISSUE}sections: [\n${lines(40_000, () => "{name: x,")}\n`,
  "js function tag": `${MANIFEST}slug: !!js/function 'function () { return 1 }'\n`,
  "binary tag": `${MANIFEST}slug: !!binary AAAA\n`,
  "python object tag": `${MANIFEST}slug: !!python/object/apply:os.system ["id"]\n`,
  "own tag": `${MANIFEST}slug: !<tag:example.org,2026:x> y\n`,
  "tag directive": `%TAG ! tag:example.org,2026:\n---\n${MANIFEST}slug: !x y\n`,
  "yaml directive of another version": `%YAML 9.9\n---\n${MANIFEST}slug: [\n`,
  "several documents": `${MANIFEST}---\n${MANIFEST}`,
  "duplicate keys": `${MANIFEST}number: 2\nnumber: 3\n`,
  "10,000 duplicate keys": `${MANIFEST}${lines(10_000, () => "number: 2")}\n`,
  "50,000 unknown keys": `${MANIFEST}${lines(50_000, (n) => `key${n}: 1`)}\n`,
  "__proto__ key": `${MANIFEST}__proto__: {polluted: true}\nconstructor: {prototype: {x: 1}}\n`,
  "key of 100 kB": `${MANIFEST}${"k".repeat(100_000)}: 1\n`,
  "keys that are maps": `${MANIFEST}? {a: b}\n: c\n? [x, y]\n: z\n`,
  "null key": `${MANIFEST}null: x\n~: y\n? \n: z\n`,
  "number beyond doubles": MANIFEST.replace("number: 1", `number: 1${"0".repeat(400)}`),
  "number of 1 MB": MANIFEST.replace("number: 1", `number: ${"9".repeat(900_000)}`),
  "number .inf": MANIFEST.replace("number: 1", "number: .inf"),
  "number .nan": MANIFEST.replace("number: 1", "number: .nan"),
  "number in hexadecimal": MANIFEST.replace("number: 1", "number: 0xFFFFFFFFFF"),
  "negative number": MANIFEST.replace("number: 1", "number: -1"),
  "date that never was": MANIFEST.replace("2026-01-15", "2026-02-30"),
  "date with a time": MANIFEST.replace("2026-01-15", "2026-01-15T00:00:00Z"),
  "date of the year 99999": MANIFEST.replace("2026-01-15", "99999-01-15"),
  "date of 100 kB": MANIFEST.replace("2026-01-15", `"${"1-".repeat(50_000)}"`),
  "a scalar alone": "x\n",
  empty: "",
  "spaces alone": " ".repeat(900_000),
  "comments alone": lines(30_000, () => "# x"),
  "tabs for spaces": MANIFEST.replaceAll("  ", "\t"),
  "quote never closed": `${ISSUE}sections: "${"x".repeat(500_000)}`,
  "block scalar of 900 kB as slug": `${MANIFEST}slug: |\n${lines(9000, () => `  ${"x".repeat(98)}`)}\n`,
  "larger than 1 MiB": `${MANIFEST}# ${"x".repeat(1_100_000)}\n`,
  "name that is a map": MANIFEST.replace("示例简报", "{a: {b: c}}"),
  "sections that are a map": `${ISSUE}sections: {name: x}\n`,
  "items that are numbers": `${ISSUE}sections:\n  - {name: 工作动态, items: [1, 2, .nan, null, [], {}]}\n`,
  "50,000 items listed that are not there": `${ISSUE}sections:\n  - name: 工作动态\n    items:\n${lines(50_000, (n) => `      - i/${n}.md`)}\n`,
  "one item listed 20,000 times": `${ISSUE}sections:\n  - name: 工作动态\n    items:\n${lines(20_000, () => "      - items/01.md")}\n`,
  "anchors on everything": `${ISSUE}sections: &a\n  - &b name: &c 工作动态\n    items: &d [&e items/99.md]\n`,
};

const house: Readonly<Record<string, string>> = {
  "alias bomb": `${bomb}\n`,
  "a section list of 10,000": `sections:\n${lines(10_000, (n) => `  - {name: 栏目${n}}`)}\n`,
  "10,000 allowed addresses": `contact: {allow: [${lines(10_000, (n) => `a${n}@example.org,`)}]}\n`,
  "a dictionary of 40,000 words": `lint: {words: {replace: {\n${lines(40_000, (n) => `  错${n}: 对${n},`)}\n}}}\n`,
  "a dictionary word of 500 kB": `lint: {words: {replace: {${"错".repeat(150_000)}: 对}}}\n`,
  "a dictionary with an empty word": `lint: {words: {replace: {"": 对}}}\n`,
  "a dictionary of pattern characters": `lint: {words: {replace: {"(a+)+$": x, ".*": y, "[": z, "\\\\": w}}}\n`,
  "rule options that are huge": `lint: {rules: {item/title-length: [warn, {max: 1e308}]}}\n`,
  "rule options of the wrong shape": `lint: {rules: {item/title-length: [warn, [warn, [warn]]]}}\n`,
  "an output folder of 5,000 parts": `output: {folder: "${"a/".repeat(5000)}"}\n`,
  "a site address with a script": `output: {url: "javascript:alert(1)//"}\n`,
  "font sizes beyond reason": `fonts: {sizes: 1e9}\n`,
};

export const yamlCases: readonly HostileCase[] = [
  ...Object.entries(broken).map(([name, text]) => ({
    name: `yaml/${name}`,
    files: () => withManifest(text),
    says: /issue\.yaml:\d+:\d+/,
  })),
  ...Object.entries(house).map(([name, text]) => ({
    name: `house/${name}`,
    files: () => withHouse(text),
    codes: EITHER,
  })),
  { name: "yaml/10,000 sections without items", files: () => manySections(10_000), codes: EITHER },
  {
    name: "yaml/500 items",
    files: () =>
      bulletinWith({
        "issue.yaml": `${ISSUE}sections:\n  - name: 工作动态\n    items:\n${lines(500, (n) => `      - items/${n}.md`)}\n`,
        ...Object.fromEntries(
          Array.from({ length: 500 }, (_, n) => [
            `items/${n}.md`,
            `---\ntitle: 第${n}次会议\n---\n\n会议内容${n}，部署工作。\n`,
          ]),
        ),
      }),
    args: ["lint"],
    codes: EITHER,
  },
  {
    name: "front matter/never closed, 400 kB",
    files: () => withItem(`---\ntitle: 标题\n${"x\n".repeat(200_000)}`),
    says: /items\/01\.md:\d+:\d+/,
  },
  { name: "front matter/a bomb", files: () => withItem(`---\n${bomb}\ntitle: x\n---\n\n正文。\n`) },
  { name: "front matter/twice", files: () => withItem(`${ITEM}---\ntitle: 另一题\n---\n`), codes: EITHER },
  {
    name: "front matter/10,000 fences",
    files: () => withItem("---\n".repeat(10_000)),
    codes: EITHER,
  },
  { name: "front matter/in TOML", files: () => withItem('+++\ntitle = "x"\n+++\n\n正文。\n') },
  { name: "front matter/a list", files: () => withItem("---\n- title\n---\n\n正文。\n") },
  {
    name: "front matter/a title that is a map",
    files: () => withItem("---\ntitle: {a: b}\n---\n\n正文。\n"),
  },
  {
    name: "front matter/surrogates alone",
    files: () => withItem('---\ntitle: "座谈\\uD800会"\nsource: "\\uDFFF"\n---\n\n1月12日，召开座谈会。\n'),
    codes: EITHER,
  },
  {
    name: "front matter/NUL by escape",
    files: () => withItem('---\ntitle: "座谈\\0会"\n---\n\n1月12日，召开座谈会。\n'),
    codes: EITHER,
  },
  {
    name: "front matter/1 MB of comments",
    files: () => withItem(`---\n${"# x\n".repeat(200_000)}title: 标题\n---\n\n正文。\n`),
    codes: EITHER,
  },
  {
    name: "yaml/suppressions without end",
    files: () =>
      withManifest(`${MANIFEST}${lines(20_000, () => "# bulletin-disable-line item/vague-date")}\n`),
    codes: EITHER,
  },
  {
    name: "yaml/comment behind every value",
    files: () => withManifest(`${ISSUE}${SECTIONS}# ${"x ".repeat(400_000)}\n`),
    codes: BUILT,
  },
];
