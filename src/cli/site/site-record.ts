/**
 * What the website's folder says of itself to the next run: which files are its own, and what its lists say of each issue,
 * so that an issue that cannot be read any more stays as it was, and keeps its address. It goes out with the pages, so
 * nothing stands in it that they do not say, and no path in it leads out of the folder, for it may have come from
 * somebody else. What pages were made of is remembered elsewhere (issue-records.ts).
 */
import { join } from "node:path";
import { readRegularFile } from "../../disk/regular-file.js";
import type { IssueFacts } from "../../site/site-facts.js";

export const RECORD_FILE = ".bulletin-site.json";

export interface SiteRecord {
  /** digests by path */
  readonly files: ReadonlyMap<string, string>;
  /** by manifest, from the bulletin's folder */
  readonly issues: ReadonlyMap<string, IssueFacts>;
  /** where the bulletin lies, as a digest: another one does not take this one's place */
  readonly from: string | undefined;
}

/** Some 100,000 pages. */
const MOST_BYTES = 128 * 1024 * 1024;

export const readSiteRecord = (out: string): SiteRecord => recordIn(textAt(join(out, RECORD_FILE)));

export function recordIn(text: string | undefined): SiteRecord {
  const value = parsed(text);
  const { files, issues, from } = isMap(value) ? value : {};
  return {
    files: new Map(
      entriesOf(files).flatMap(([path, digest]) =>
        typeof digest === "string" && isOwnPath(path) ? [[path, digest] as const] : [],
      ),
    ),
    issues: new Map(
      entriesOf(issues).flatMap(([source, facts]) => (isFacts(facts) ? [[source, facts] as const] : [])),
    ),
    from: typeof from === "string" ? from : undefined,
  };
}

export const printSiteRecord = ({ files, issues, from }: SiteRecord): Uint8Array =>
  new TextEncoder().encode(
    [
      `{"version":1,"from":${JSON.stringify(from)},"files":{`,
      linesOf(files),
      '},"issues":{',
      linesOf(issues),
      "}}\n",
    ].join("\n"),
  );

/** An entry a line: what is kept under version control shows what has changed. */
const linesOf = (entries: ReadonlyMap<string, unknown>): string =>
  [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(",\n");

/** @returns what tells the paths of an issue's own pages and pictures, and the style sheet that it shares with others */
export function filesOfIssues(
  files: ReadonlyMap<string, string>,
): (issue: Pick<IssueFacts, "folder" | "styleSheet">) => readonly string[] {
  const byFolder = new Map<string, string[]>();
  for (const path of files.keys()) {
    const folder = path.split("/", 2).join("/");
    if (folder === path) continue;
    const own = byFolder.get(folder);
    if (own === undefined) byFolder.set(folder, [path]);
    else own.push(path);
  }
  return ({ folder, styleSheet }) => [
    ...(byFolder.get(folder) ?? []),
    ...(files.has(styleSheet) ? [styleSheet] : []),
  ];
}

function textAt(path: string): string | undefined {
  const content = readRegularFile(path, { maxBytes: MOST_BYTES, followsLinks: false });
  return content.state === "found" ? content.bytes.toString("utf8") : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isMap(value) ? Object.entries(value) : [];

/** A path below the website's folder such as we write them: it leads nowhere else, on no system. */
export const isOwnPath = (path: string): boolean =>
  path !== "" &&
  path
    .split("/")
    .every((part) => part !== "" && part !== ".git" && !/^\.+$/.test(part) && !/[\\:\0]/.test(part));

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

const isFacts = (value: unknown): value is IssueFacts =>
  isMap(value) &&
  ["name", "shortName", "date"].every((key) => typeof value[key] === "string") &&
  ["folder", "styleSheet"].every((key) => isPath(value[key])) &&
  (value.plainFolder === undefined || isPath(value.plainFolder)) &&
  typeof value.year === "number" &&
  isBulletin(value.bulletin) &&
  Array.isArray(value.items) &&
  value.items.every(
    (item) =>
      isMap(item) &&
      isPath(item.path) &&
      ["title", "section", "summary"].every((key) => typeof item[key] === "string") &&
      isTexts(item.units),
  );

const isPath = (value: unknown): boolean => typeof value === "string" && isOwnPath(value);

const isBulletin = (value: unknown): boolean =>
  isMap(value) &&
  typeof value.name === "string" &&
  typeof value.language === "string" &&
  ["publisher", "url"].every((key) => value[key] === undefined || typeof value[key] === "string") &&
  isMap(value.contact) &&
  ["label", "email", "phone"].every((key) => isMap(value.contact) && typeof value.contact[key] === "string");
