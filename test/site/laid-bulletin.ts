/** The invented year as a bulletin on the disk, and the website that is made of it. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inventedYear } from "../stats/invented-year.js";
import { warmRun } from "../warm-command.js";

export const { files } = inventedYear();
export const HOUSE = `public: true\n${files["bulletin.yaml"] ?? ""}`;
const places: string[] = [];

export function lay(changes: Readonly<Record<string, string>> = {}): string {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "网 站-")));
  places.push(place);
  write(place, { ...files, "bulletin.yaml": HOUSE, ...changes });
  return place;
}

export function write(place: string, changes: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(changes)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
}

export const site = (place: string, ...more: string[]) =>
  warmRun(["site", "--out", "站", "--cache-location", ".记录", "--json", ...more], place);

interface Told {
  readonly issues: number;
  readonly items: number;
  readonly written: number;
  readonly untouched: number;
  readonly removed: number;
  readonly recalled: number;
  readonly secret: number;
  readonly drafts: number;
  readonly refused: number;
  readonly stale: number;
  readonly others: number;
  readonly kept: readonly string[];
  readonly gone: readonly string[];
}

export const told = (out: string): Told => JSON.parse(out) as Told;

export const listing = (place: string): readonly string[] =>
  (existsSync(join(place, "站")) ? readdirSync(join(place, "站"), { recursive: true, encoding: "utf8" }) : [])
    .filter((path) => statSync(join(place, "站", path)).isFile())
    .map((path) => path.replaceAll("\\", "/"))
    .sort();

export const times = (place: string): ReadonlyMap<string, number> =>
  new Map(listing(place).map((path) => [path, statSync(join(place, "站", path)).mtimeMs]));

/** @returns paths of what is new, or was written again, since then */
export const changedSince = (place: string, before: ReadonlyMap<string, number>): readonly string[] =>
  [...times(place)].filter(([path, time]) => before.get(path) !== time).map(([path]) => path);

export const page = (place: string, path: string): string => readFileSync(join(place, "站", path), "utf8");

export function clearPlaces(): void {
  for (const place of places) rmSync(place, { recursive: true, force: true });
}
