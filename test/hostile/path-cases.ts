/** Paths that try to leave, names that two systems read differently, and places that are no files. */
import {
  BUILT,
  bulletinWith,
  EITHER,
  type Entry,
  type HostileCase,
  ISSUE,
  ITEM,
  MANIFEST,
  TROUBLE,
} from "./hostile-case.js";
import { png } from "./made-pictures.js";

/** Lies beside the bulletin; no edition and no message may tell it. */
export const SECRET = "SECRET-0451";
const OUTSIDE = { "outside/secret.md": `---\ntitle: ${SECRET}\n---\n\n${SECRET}\n`, "outside/a.png": png() };

const link = (to: string): Entry => ({ kind: "link", to });

/** What an author may write where a path is asked for. */
const written: Readonly<Record<string, string>> = {
  "up and out": "../outside/secret.md",
  "in, then up and out": "items/../../outside/secret.md",
  "up beyond the root of all": "../".repeat(60).concat("etc/passwd"),
  absolute: "/etc/passwd",
  home: "~/secret.md",
  "a drive": "C:/Windows/win.ini",
  "a drive's own folder": "C:secret.md",
  backslashes: "..\\outside\\secret.md",
  "a server": "\\\\server\\share\\secret.md",
  "a server with slashes": "//server/share/secret.md",
  "a device path": "\\\\?\\C:\\secret.md",
  "a file address": "file:///etc/passwd",
  "percent-encoded": "%2e%2e/outside/secret.md",
  "percent-encoded slashes": "..%2foutside%2fsecret.md",
  "encoded twice": "%252e%252e/outside/secret.md",
  "dots of full width": "．．/outside/secret.md",
  "one dot leader": "‥/outside/secret.md",
  NUL: "items/01.md\\0.png",
  "a line break": "items/01.md\\n.md",
  "a trailing dot": "items/01.md.",
  "a space inside": "items/ 01.md",
  "a stream": "items/01.md:stream",
  "a device CON": "CON",
  "a device NUL.md": "NUL.md",
  "of 100 kB": "a/".repeat(50_000),
  "with a name of 5,000": "a".repeat(5000).concat(".md"),
  empty: "",
  "a dot": ".",
  "two dots": "..",
  "the manifest itself": "issue.yaml",
  "the bulletin's folder": "./",
  "a variable": "$HOME/secret.md",
  "a command": "$(touch pwned).md",
  "a wildcard": "items/*.md",
  "an option": "--help",
  "right-to-left": "items/\\u202Edm.10",
};

const manifestListing = (path: string): string =>
  `${ISSUE}sections:\n  - name: 工作动态\n    items: ["${path.replaceAll("\\", "\\\\").replaceAll("\\\\0", "\\0").replaceAll("\\\\n", "\\n").replaceAll("\\\\u", "\\u")}"]\n`;

const picture = (destination: string): string =>
  `${ITEM}\n![座谈会](<${destination.replaceAll("\\", "\\\\")}>)\n`;

const disk: readonly HostileCase[] = [
  {
    name: "disk/an item is a link to outside",
    files: () => ({ ...OUTSIDE, ...bulletinWith({ "items/01.md": link("../../outside/secret.md") }) }),
    says: /issue\.yaml:\d+:\d+/,
  },
  {
    name: "disk/an item is a link to itself",
    files: () => bulletinWith({ "items/01.md": link("01.md") }),
    says: /issue\.yaml:\d+:\d+/,
  },
  {
    name: "disk/an item is a link to /dev/zero",
    files: () => bulletinWith({ "items/01.md": link("/dev/zero") }),
  },
  { name: "disk/an item is a named pipe", files: () => bulletinWith({ "items/01.md": { kind: "pipe" } }) },
  { name: "disk/an item is a folder", files: () => bulletinWith({ "items/01.md": { kind: "folder" } }) },
  {
    name: "disk/the items' folder is a link to outside",
    files: () => ({
      ...OUTSIDE,
      ...bulletinWith({ "items/01.md": "x" }),
      "bulletin/issue.yaml": MANIFEST.replace("items/01", "linked/secret"),
      "bulletin/linked": link("../outside"),
    }),
  },
  {
    name: "disk/the items' folder links to its own above",
    files: () => bulletinWith({ "items/up": link("..") }),
    args: ["lint"],
    codes: BUILT,
  },
  {
    name: "disk/the manifest is a named pipe",
    files: () => bulletinWith({ "issue.yaml": { kind: "pipe" } }),
    codes: EITHER.concat(TROUBLE),
  },
  {
    name: "disk/the manifest is a link to /dev/zero",
    files: () => bulletinWith({ "issue.yaml": link("/dev/zero") }),
    codes: EITHER.concat(TROUBLE),
  },
  {
    name: "disk/the manifest is a folder",
    files: () => bulletinWith({ "issue.yaml": { kind: "folder" } }),
    codes: EITHER.concat(TROUBLE),
  },
  {
    name: "disk/the house file is a named pipe",
    files: () => bulletinWith({ "bulletin.yaml": { kind: "pipe" } }),
  },
  {
    name: "disk/the house file is a folder",
    files: () => bulletinWith({ "bulletin.yaml": { kind: "folder" } }),
  },
  {
    name: "disk/the house file is a link to itself",
    files: () => bulletinWith({ "bulletin.yaml": link("bulletin.yaml") }),
    codes: EITHER,
  },
  {
    name: "disk/the house file is a link to outside",
    files: () => ({ ...OUTSIDE, ...bulletinWith({ "bulletin.yaml": link("../outside/secret.md") }) }),
  },
  {
    name: "disk/a picture is a link to outside",
    files: () => ({
      ...OUTSIDE,
      ...bulletinWith({
        "items/01.md": picture("../images/a.png"),
        "images/a.png": link("../../outside/a.png"),
      }),
    }),
    says: /items\/01\.md:\d+:\d+/,
  },
  {
    name: "disk/a picture is a named pipe",
    files: () =>
      bulletinWith({ "items/01.md": picture("../images/a.png"), "images/a.png": { kind: "pipe" } }),
  },
  {
    name: "disk/a picture is a link to /dev/zero",
    files: () =>
      bulletinWith({ "items/01.md": picture("../images/a.png"), "images/a.png": link("/dev/zero") }),
  },
  {
    name: "disk/a submission is a link to outside",
    files: () => ({ ...OUTSIDE, ...bulletinWith({ "in/a.md": link("../../outside/secret.md") }) }),
    args: ["lint", "in"],
    codes: [1],
  },
  {
    name: "disk/a submission is a named pipe",
    files: () => bulletinWith({ "in/a.md": { kind: "pipe" } }),
    args: ["lint", "in"],
    codes: [1, 2],
  },
  {
    name: "disk/names that differ in case alone",
    files: () =>
      bulletinWith({
        "issue.yaml": MANIFEST.replace("[items/01.md]", "[items/a.md, items/A.md]"),
        "items/a.md": ITEM,
        "items/A.md": ITEM.replace("召开", "举办"),
      }),
    codes: EITHER,
  },
  {
    name: "disk/names that Unicode holds equal",
    files: () =>
      bulletinWith({
        "issue.yaml": MANIFEST.replace("[items/01.md]", '["items/caf\\u00E9.md", "items/cafe\\u0301.md"]'),
        "items/caf\u00E9.md": ITEM,
        "items/cafe\u0301.md": ITEM.replace("召开", "举办"),
      }),
    codes: EITHER,
  },
  {
    name: "disk/a name composed otherwise than it is written",
    files: () =>
      bulletinWith({
        "issue.yaml": MANIFEST.replace("items/01.md", '"items/caf\\u00E9.md"'),
        "items/cafe\u0301.md": ITEM,
      }),
    codes: EITHER,
  },
  {
    name: "disk/5,000 items that nobody lists",
    files: () =>
      bulletinWith(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`items/x${n}.md`, "x"]))),
    codes: BUILT,
  },
];

const templates: readonly HostileCase[] = [
  {
    name: "template/up and out",
    files: () => bulletinWith({ "issue.yaml": `${MANIFEST}template: ../outside\n` }),
  },
  { name: "template/absolute", files: () => bulletinWith({ "issue.yaml": `${MANIFEST}template: /etc/\n` }) },
  {
    name: "template/named __proto__",
    files: () => bulletinWith({ "issue.yaml": `${MANIFEST}template: __proto__\n` }),
  },
  {
    name: "template/a folder that links to outside",
    files: () => ({
      ...OUTSIDE,
      ...bulletinWith({ "issue.yaml": `${MANIFEST}template: ./t\n`, t: link("../outside") }),
    }),
  },
  {
    name: "template/a template file that links to outside",
    files: () => ({
      ...OUTSIDE,
      ...bulletinWith({
        "issue.yaml": `${MANIFEST}template: ./t\n`,
        "t/template.yaml": link("../../outside/secret.md"),
      }),
    }),
  },
  {
    name: "template/a house file that is extended from outside",
    files: () => ({
      ...OUTSIDE,
      ...bulletinWith({ "issue.yaml": `${MANIFEST}extends: ../outside/secret.md\n` }),
    }),
  },
];

const outputs: readonly HostileCase[] = [
  ...[
    "../outside",
    "/tmp/bulletin-pwned",
    "..",
    "C:/x",
    "\\\\\\\\server\\\\x",
    "dist/../../x",
    "\\0",
    "a\\u202Eb",
    "~/x",
  ].map((folder) => ({
    name: `output/folder ${JSON.stringify(folder)}`,
    files: () => bulletinWith({ "issue.yaml": `${MANIFEST}output: {folder: "${folder}"}\n` }),
    codes: EITHER,
  })),
  ...[
    "../x",
    "a/b",
    "a\\\\b",
    ".",
    "..",
    "",
    "CON",
    "nul.txt",
    "a\\0b",
    "x.",
    "-rf",
    " ",
    "a\\nb",
    "\\u202Efdp",
    "长".repeat(300),
    "a:b",
    "<script>",
    "~",
    ".hidden",
  ].map((slug) => ({
    name: `output/slug ${JSON.stringify(slug.slice(0, 20))}`,
    files: () => bulletinWith({ "issue.yaml": `${MANIFEST}slug: "${slug}"\n` }),
    codes: EITHER,
  })),
  {
    name: "output/the folder is a link to outside",
    files: () => ({ ...OUTSIDE, ...bulletinWith({ dist: link("../outside") }) }),
    says: /issue\.yaml:\d+:\d+/,
  },
  {
    name: "output/the folder is a link that leads nowhere",
    files: () => bulletinWith({ dist: link("../nowhere") }),
    says: /issue\.yaml:\d+:\d+/,
  },
  { name: "output/the folder is a file", files: () => bulletinWith({ dist: "x" }) },
  {
    name: "output/an edition's place is a folder",
    files: () => bulletinWith({ "dist/bulletin.pdf": { kind: "folder" } }),
    says: /issue\.yaml:\d+:\d+/,
  },
  {
    name: "output/an edition's place is a link to outside",
    files: () => ({ ...OUTSIDE, ...bulletinWith({ "dist/bulletin.pdf": link("../../outside/secret.md") }) }),
    codes: BUILT,
  },
  {
    name: "output/an edition's place is a named pipe",
    files: () => bulletinWith({ "dist/bulletin.html": { kind: "pipe" } }),
    codes: BUILT,
  },
];

export const pathCases: readonly HostileCase[] = [
  ...Object.entries(written).map(([name, path]) => ({
    name: `path/item ${name}`,
    files: () => ({ ...OUTSIDE, ...bulletinWith({ "issue.yaml": manifestListing(path) }) }),
    codes: path === "./" ? [1] : [1],
    says: /issue\.yaml:\d+:\d+/,
  })),
  ...Object.entries(written).map(([name, path]) => ({
    name: `path/picture ${name}`,
    files: () => ({ ...OUTSIDE, ...bulletinWith({ "items/01.md": picture(path) }) }),
    says: /items\/01\.md:\d+:\d+/,
  })),
  ...disk,
  ...templates,
  ...outputs,
];
