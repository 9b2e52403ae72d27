/** Bytes that are not the UTF-8 they should be, and messages that a terminal or a CI runner would obey. */
import {
  BUILT,
  BULLETIN,
  bulletinWith,
  EITHER,
  type HostileCase,
  ITEM,
  MANIFEST,
  TROUBLE,
  withItem,
  withManifest,
} from "./hostile-case.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, { big = false, mark = true } = {}): Uint8Array {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  if (mark) view.setUint16(0, 0xfeff, !big);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16((index + (mark ? 1 : 0)) * 2, text.charCodeAt(index), !big);
  }
  return bytes;
}

function utf32(text: string): Uint8Array {
  const points = [0xfeff, ...[...text].map((character) => character.codePointAt(0) ?? 0)];
  const bytes = new Uint8Array(points.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, point] of points.entries()) view.setUint32(index * 4, point, true);
  return bytes;
}

/** “会议” in GB 18030, again and again, behind sound ASCII. */
const gb18030 = (): Uint8Array =>
  Uint8Array.from([
    ...utf8("---\ntitle: "),
    ...Array(20).fill([0xbb, 0xe1, 0xd2, 0xe9]).flat(),
    ...utf8("\n---\n"),
  ]);

const spliced = (...bytes: readonly number[]): Uint8Array =>
  Uint8Array.from([...utf8(ITEM), ...bytes, ...utf8("\n尾。\n")]);

const encodings: Readonly<Record<string, () => Uint8Array>> = {
  "UTF-16 LE": () => utf16(ITEM),
  "UTF-16 BE": () => utf16(ITEM, { big: true }),
  "UTF-16 without a mark": () => utf16(ITEM, { mark: false }),
  "UTF-32": () => utf32(ITEM),
  "GB 18030": gb18030,
  "overlong slash": () => spliced(0xc0, 0xaf),
  "overlong NUL": () => spliced(0xc0, 0x80),
  "a surrogate in UTF-8": () => spliced(0xed, 0xa0, 0x80),
  "beyond U+10FFFF": () => spliced(0xf4, 0x90, 0x80, 0x80),
  "a character cut short": () => Uint8Array.from([...utf8(ITEM), 0xe4, 0xbc]),
  "a lone trail byte": () => spliced(0x80),
  "Latin-1": () => spliced(0xe9),
  "bytes of all values": () => Uint8Array.from({ length: 4096 }, (_, index) => index % 256),
  "a ZIP called Markdown": () => utf8("PK\u0003\u0004\0\0\0\0"),
};

const ESCAPES = "\u001B[31m\u001B]0;owned\u0007\u009B2J\u202E";
const COMMANDS = "%0A::set-output name=x::y%0D";

export const encodingCases: readonly HostileCase[] = [
  ...Object.entries(encodings).flatMap(([name, make]): HostileCase[] => [
    { name: `encoding/item in ${name}`, files: () => withItem(make()), says: /\.(md|yaml):\d+:\d+/ },
    { name: `encoding/manifest in ${name}`, files: () => withManifest(make()), says: /issue\.yaml:\d+:\d+/ },
  ]),
  {
    name: "encoding/a byte order mark inside",
    files: () => withItem(ITEM.replace("座谈", "座\uFEFF谈")),
    codes: EITHER,
  },
  {
    name: "encoding/three byte order marks",
    files: () => withItem(`\uFEFF\uFEFF\uFEFF${ITEM}`),
    codes: EITHER,
  },
  { name: "encoding/NUL in the text", files: () => withItem(ITEM.replace("座谈", "座\0谈")), codes: EITHER },
  {
    name: "terminal/escapes in a key",
    files: () => withManifest(`${MANIFEST}"${JSON.stringify(ESCAPES).slice(1, -1)}": 1\n`),
    says: /issue\.yaml:\d+:\d+/,
  },
  {
    name: "terminal/escapes in a title that is told",
    files: () =>
      withItem(
        `---\ntitle: "${JSON.stringify(`${ESCAPES}。`).slice(1, -1)}"\ndate: 2026-02-30\n---\n\n正文。\n`,
      ),
  },
  {
    name: "terminal/escapes in a path that is listed",
    files: () =>
      withManifest(MANIFEST.replace("items/01.md", `"${JSON.stringify(`${ESCAPES}.md`).slice(1, -1)}"`)),
  },
  {
    name: "terminal/escapes in a file's name",
    files: () =>
      bulletinWith({
        "issue.yaml": MANIFEST.replace(
          "items/01.md",
          `"items/${JSON.stringify(`a${ESCAPES}`).slice(1, -1)}.md"`,
        ),
        [`items/a${ESCAPES}.md`]: "---\ntitel: x\n---\n",
      }),
    codes: EITHER,
  },
  {
    name: "terminal/escapes in an unlisted file's name",
    files: () => bulletinWith({ [`items/${ESCAPES}.md`]: ITEM }),
    codes: BUILT,
  },
  {
    name: "terminal/escapes in a slug",
    files: () => withManifest(`${MANIFEST}slug: "${JSON.stringify(ESCAPES).slice(1, -1)}"\n`),
    codes: EITHER,
  },
  {
    name: "terminal/escapes in the body",
    files: () => withItem(`${ITEM}\n手机${ESCAPES}13800138000。\n`),
    codes: EITHER,
  },
  ...["compact", "github", "sarif", "junit", "json", "pretty"].map((format) => ({
    name: `terminal/escapes and commands as ${format}`,
    files: () =>
      bulletinWith({
        "issue.yaml": MANIFEST.replace(
          "items/01.md",
          `"items/${JSON.stringify(`a${ESCAPES}\n::error::x`).slice(1, -1)}.md"`,
        ),
        [`items/a${ESCAPES}\n::error::x.md`]: `---\ntitel: "${COMMANDS}"\n---\n\n::error file=x::y ${ESCAPES}\n`,
      }),
    args: ["lint", "-f", format],
  })),
  {
    name: "terminal/escapes in arguments",
    files: () => bulletinWith({}),
    args: ["build", `no${ESCAPES}`],
    codes: TROUBLE,
  },
  {
    name: "terminal/escapes in a rule's name",
    files: () => bulletinWith({}),
    args: ["explain", `no${ESCAPES}`],
    codes: TROUBLE,
  },
  {
    name: "terminal/escapes in the output folder",
    files: () => bulletinWith({}),
    args: ["build", "-o", `dist/${ESCAPES}`],
    codes: BUILT,
  },
  {
    name: "terminal/escapes in SOURCE_DATE_EPOCH",
    files: () => bulletinWith({}),
    env: { SOURCE_DATE_EPOCH: ESCAPES.replaceAll("\0", "") },
    codes: TROUBLE,
  },
  ...["-1", "1e9", "9".repeat(400), "0x10", "NaN", "99999999999999", " 1"].map((epoch) => ({
    name: `environment/SOURCE_DATE_EPOCH ${epoch.slice(0, 20)}`,
    files: () => bulletinWith({}),
    env: { SOURCE_DATE_EPOCH: epoch },
    codes: TROUBLE,
  })),
  {
    name: "environment/a home and temporary folder that are not there",
    files: () => bulletinWith({}),
    env: { HOME: "/nowhere", TMPDIR: "/nowhere" },
    codes: BUILT,
  },
  {
    name: "environment/a locale that is not one",
    files: () => bulletinWith({}),
    env: { LC_ALL: "../../x", TZ: "../../etc/passwd" },
    codes: BUILT,
  },
  {
    name: "standard input/1 MB of brackets",
    files: () => bulletinWith({}),
    args: ["lint", "-", "--stdin-filename", "items/x.md"],
    input: "[".repeat(1_000_000),
    codes: EITHER,
  },
  {
    name: "standard input/3 MB",
    files: () => bulletinWith({}),
    args: ["lint", "-", "--stdin-filename", "items/x.md"],
    input: "文".repeat(1_000_000),
    codes: EITHER,
  },
  {
    name: "standard input/named outside",
    files: () => bulletinWith({}),
    args: ["lint", "-", "--stdin-filename", "../../../../etc/x.md"],
    input: ITEM,
    codes: EITHER,
  },
  {
    name: "standard input/mended",
    files: () => bulletinWith({}),
    args: ["lint", "-", "--fix", "--stdin-filename", `${BULLETIN}.md`],
    input: ITEM,
    codes: EITHER,
  },
];
