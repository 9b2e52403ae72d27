/** `bulletin fonts`: lists the fonts of issues and keeps them in fonts.lock. */
import type { Language } from "../../diagnostics/language.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { printableJson } from "../../diagnostics/printable.js";
import { diskEnvironment } from "../../disk/disk-environment.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import { writeFiles } from "../../disk/write-files.js";
import { type FontListing, listFonts } from "../../list-fonts.js";
import { wantsSystemFonts } from "../build/system-fonts-option.js";
import { findManifests } from "../find-targets.js";
import { lookOf } from "../terminal/paint.js";
import { FONTS_WORDS } from "./fonts-words.js";
import { printFonts } from "./print-fonts.js";

export interface FontsCommandOptions {
  readonly json?: boolean;
  readonly lock?: boolean;
  readonly fonts?: readonly string[];
  readonly systemFonts?: boolean;
  readonly language: Language;
}

/** @returns the exit code: 1 where the fonts of an issue could not be listed */
export async function runFonts(paths: readonly string[], options: FontsCommandOptions): Promise<number> {
  const { language } = options;
  const manifests = findManifests(paths, { workspace: diskWorkspace(process.cwd()), all: false });
  const environment = diskEnvironment();
  const system = wantsSystemFonts(options.systemFonts);
  const asked = {
    fontFolders: options.fonts ?? [],
    ...(system === undefined ? {} : { systemFonts: system }),
  };
  const listings: FontListing[] = [];
  for (const manifest of manifests) listings.push(await listFonts(manifest, environment, asked));
  if (options.lock === true) writeLocks(listings, language);
  if (options.json === true) process.stdout.write(printJson(listings));
  else for (const listing of listings) if (listing.roles) process.stdout.write(printFonts(listing, language));
  for (const { diagnostics, sources } of listings) {
    const told = diagnostics.filter(({ rule }) => options.lock !== true || rule !== "font/changed");
    if (told.length > 0)
      process.stderr.write(printPretty(told, sources, { ...lookOf(process.stderr), language }));
  }
  return listings.some(({ roles }) => roles === undefined) ? 1 : 0;
}

/** Issues of one bulletin share one file: the last one given is kept. */
function writeLocks(listings: readonly FontListing[], language: Language): void {
  const locks = new Map(listings.flatMap(({ lock }) => (lock === undefined ? [] : [[lock.path, lock.text]])));
  const files = [...locks].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  writeFiles(files);
  for (const { path } of files) process.stderr.write(`${FONTS_WORDS[language].locked(path)}\n`);
}

function printJson(listings: readonly FontListing[]): string {
  const issues = listings.map(({ manifest, roles = [] }) => ({
    manifest,
    roles: roles.map(({ role, asked, font, latin, lacks }) => ({ role, asked, font, latin, lacks })),
  }));
  return `${printableJson({ version: 1, issues })}\n`;
}
