/**
 * Which fonts an issue is set in, role by role, and what of its text they lack: for `bulletin fonts`. The issue need
 * not be without errors; what stops it from being read or its template from being used is given back.
 */
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import type { EmbeddingRight } from "./fonts/face.js";
import type { OpenedFace } from "./fonts/face-opener.js";
import type { RolePick } from "./fonts/find-faces.js";
import { type FontEnvironment, type FontOptions, findIssueFonts, fontLockPath } from "./issue-fonts.js";
import type { RoleName } from "./model/template.js";
import { readOpened } from "./read/markdown/parse-markdown.js";
import { openIssue } from "./read/read-issue.js";
import { readTemplate } from "./read/read-template.js";

export interface FontListing {
  readonly manifest: string;
  /** undefined where the issue or its template could not be read */
  readonly roles: readonly ListedRole[] | undefined;
  readonly lock: { readonly path: string; readonly text: string } | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

export interface ListedRole {
  readonly role: RoleName;
  readonly label: { readonly zh: string; readonly en: string };
  /** families in the order in which they were asked for */
  readonly asked: readonly string[];
  readonly font: ListedFont;
  /** for Latin letters and digits, where the role asks for it apart */
  readonly latin: ListedFont | undefined;
  /** Han of the issue that the font lacks, in the order of Unicode */
  readonly lacks: string;
}

export interface ListedFont {
  readonly family: string;
  /** PostScript name */
  readonly name: string;
  readonly weight: number;
  readonly file: string;
  /** comes with the program */
  readonly isShipped: boolean;
  readonly version: string | undefined;
  readonly sha256: string;
  readonly embedding: EmbeddingRight;
}

export async function listFonts(
  manifest: string,
  environment: FontEnvironment,
  options: FontOptions = {},
): Promise<FontListing> {
  const { workspace, templates, readyTemplates: ready } = environment;
  const read = await readOpened(openIssue(manifest, workspace));
  const { issue } = read;
  const nothing = { manifest, roles: undefined, lock: undefined };
  if (issue === undefined) return { ...nothing, diagnostics: read.diagnostics, sources: read.sources };
  const template = readTemplate(issue.house, { templates, workspace, ready });
  const sources = new Map([...read.sources, ...template.sources]);
  if (template.value === undefined) return { ...nothing, diagnostics: template.diagnostics, sources };

  const { ROLE_LABELS } = await import("./fonts/role-labels.js");
  const { digestOf, fontsInUse, LOCK_FILE, printLock } = await import("./fonts/font-lock.js");
  const input = { issue, template: template.value, sources: read.sources };
  const fonts = await findIssueFonts(input, environment, options);
  const { picks } = fonts.found;
  const han = hanIn(issue.sections);
  const listed = ({ face, family, file }: OpenedFace): ListedFont => ({
    family,
    name: face.name,
    weight: face.weight,
    file: file.path,
    isShipped: file.isShipped === true,
    version: face.version,
    sha256: digestOf(file),
    embedding: face.embedding,
  });
  const roles = (Object.entries(picks) as [RoleName, RolePick][]).map(
    ([role, { main, latin }]): ListedRole => ({
      role,
      label: ROLE_LABELS[role],
      asked: fonts.template.roles[role].families,
      font: listed(main),
      latin: latin && listed(latin),
      lacks: han.filter((character) => main.face.glyph(character.codePointAt(0) ?? 0) === 0).join(""),
    }),
  );
  return {
    manifest,
    roles,
    lock: { path: fontLockPath(issue, LOCK_FILE), text: printLock(fontsInUse(picks)) },
    diagnostics: fonts.diagnostics,
    sources: new Map([...sources, ...fonts.sources]),
  };
}

/** Of titles, items and the names of sections, each once. */
function hanIn(sections: unknown): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === "string") {
      for (const character of value.match(/\p{Script=Han}/gu) ?? []) found.add(character);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (value instanceof Map) [...value.values()].forEach(visit);
    else if (typeof value === "object" && value !== null) {
      for (const [key, each] of Object.entries(value)) if (key !== "path") visit(each);
    }
  };
  visit(sections);
  return [...found].sort();
}
