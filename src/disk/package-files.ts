/** What the installed package carries beside its code: version, templates, faces. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReadyTemplate } from "../read/ready-template.js";

/** The folder of package.json, found upwards: the code runs from dist/ and, in tests, from src/. */
export function packageFolder(): string {
  knownFolder ??= findPackageFolder();
  return knownFolder;
}

/** Asked for with every file that is linted. */
let knownFolder: string | undefined;

function findPackageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json of bulletin-compiler is missing");
    folder = parent;
  }
  return folder;
}

export function findVersion(): string {
  const facts: unknown = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8"));
  const version =
    typeof facts === "object" && facts !== null && "version" in facts ? facts.version : undefined;
  return String(version);
}

export const templatesFolder = (): string => join(packageFolder(), "templates");

/** A Word file as a unit sends it, made in LibreOffice: what `bulletin init` gives to try. */
export const readSampleSubmission = (): Uint8Array =>
  readFileSync(join(packageFolder(), "dist", "submission.docx"));

/** @returns a template of the package as `npm run build` parsed it; undefined where it did not */
export function findReadyTemplate(path: string): ReadyTemplate | undefined {
  try {
    const file = join(packageFolder(), "dist", "templates", path.replace(/\.yaml$/, ".json"));
    // Written by .tools/build.js as makeReadyTemplate gave it.
    return JSON.parse(readFileSync(file, "utf8")) as ReadyTemplate;
  } catch {
    return undefined;
  }
}

/** Faces that the build copied from the font packages. */
export const facesFolder = (): string => join(packageFolder(), "dist", "fonts");
