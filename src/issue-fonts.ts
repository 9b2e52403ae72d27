/**
 * The faces that an issue is set in: the house's folders, those of the command line, the system's where that is asked
 * for, the package's; and fonts.lock beside the house rules. Building and `bulletin fonts` share it.
 */
import type { Diagnostic, Sources } from "./diagnostics/diagnostic.js";
import type { FontFile, FontSource } from "./fonts/face.js";
import type { FoundFaces } from "./fonts/find-faces.js";
import { checkFontFolders, fontFoldersOf } from "./house-font-files.js";
import { familiesAskedBy, withHouseFonts } from "./model/house-fonts.js";
import type { IssueHead } from "./model/issue.js";
import type { Span } from "./model/located.js";
import type { Template } from "./model/template.js";
import { familiesOfLook } from "./read/look-families.js";
import type { ReadyTemplates } from "./read/ready-template.js";
import { asOnDisk } from "./read/resolve-path.js";
import { joinPath, type Workspace } from "./read/workspace.js";

export interface FontEnvironment {
  readonly workspace: Workspace;
  /** the templates shipped with the package */
  readonly templates: Workspace;
  /** those that were parsed beforehand; without them each is read in full */
  readonly readyTemplates?: ReadyTemplates | undefined;
  /** fonts of the package */
  readonly fonts: FontSource;
  /** font files of a folder, by workspace path; none where there is no such folder */
  readonly listFonts: (folder: string) => Iterable<FontFile>;
  /** font files of this system; undefined where nothing outside of the issue may be looked at */
  readonly systemFonts?: (() => Iterable<FontFile>) | undefined;
}

export interface IssueFontsInput {
  readonly issue: IssueHead;
  readonly template: Template;
  /** texts of the issue, for the characters in them */
  readonly sources: Sources;
}

export interface FontOptions {
  /** folders of fonts, by workspace path, that come behind the house's own and before the package's */
  readonly fontFolders?: readonly string[];
  /** look where the system keeps its fonts, or do not, whatever the house says */
  readonly systemFonts?: boolean;
}

export interface IssueFonts {
  /** the template with the house's fonts laid over it */
  readonly template: Template;
  readonly found: FoundFaces;
  readonly diagnostics: readonly Diagnostic[];
  /** fonts.lock, where there is one */
  readonly sources: Sources;
}

export async function findIssueFonts(
  { issue, template, sources }: IssueFontsInput,
  environment: FontEnvironment,
  { fontFolders = [], systemFonts }: FontOptions,
): Promise<IssueFonts> {
  const { findFaces } = await import("./fonts/find-faces.js");
  const { isFont } = await import("./fonts/font-directory.js");
  const { UNREADABLE_FONT, unreadableFonts } = await import("./fonts/unreadable-fonts.js");
  const { workspace } = environment;
  const { house } = issue;
  const place = house.template.span;
  const isSystem = systemFonts ?? house.fonts.system;
  const places = fontPlaces(issue, environment, { fontFolders });
  const source = await sourceOf(
    places.map(({ folder }) => folder),
    { environment, isSystem },
  );
  const unread = places.flatMap((each) =>
    unreadableFonts(workspace.listFolder(each.folder, UNREADABLE_FONT) ?? [], each),
  );
  const folders = checkFontFolders(issue, { ...environment, isFont });
  const own = withHouseFonts(template, house.fonts);
  const found = await findFaces(own, source, {
    place,
    isSystem: isSystem && environment.systemFonts !== undefined,
    characters: charactersOf(sources),
    // What the package's templates would like is no promise to anybody; what the house asks for is.
    asked: await familiesTold(issue, template, environment),
  });
  const lock = await compareWithLock(issue, environment, found);
  const diagnostics = [...unread, ...folders, ...found.diagnostics, ...lock.diagnostics];
  return { template: own, found, diagnostics, sources: lock.sources };
}

/** Loads what finding the fonts of an issue will need. */
export async function loadFonts(): Promise<void> {
  await import("./fonts/find-faces.js");
  await import("./fonts/font-directory.js");
  await import("./fonts/unreadable-fonts.js");
  await import("./fonts/font-lock.js");
}

/** Folders that are looked through for fonts, each with the place that an editor knows it by. */
export const fontPlaces = (
  issue: IssueHead,
  { workspace }: Pick<FontEnvironment, "workspace">,
  { fontFolders = [] }: FontOptions,
): readonly { readonly folder: string; readonly span: Span }[] => [
  ...fontFoldersOf(issue).map(({ path, written }) => ({
    folder: asOnDisk(path, workspace),
    span: written.span,
  })),
  ...fontFolders.map((folder) => ({ folder, span: issue.house.template.span })),
];

/** Beside the house rules; beside the manifest where there are none. */
export const fontLockPath = ({ house, folder, root }: IssueHead, file: string): string =>
  joinPath(house.path === undefined ? folder : root, file);

/**
 * Families whose absence is told: those that the house asks for, and of a template of its own those that it asks for
 * otherwise than the package's templates do. What these would like is no promise to anybody.
 */
async function familiesTold(
  { house }: IssueHead,
  template: Template,
  environment: FontEnvironment,
): Promise<ReadonlyMap<string, Span>> {
  const own = new Map([...familiesOfLook(house.look), ...familiesAskedBy(house.fonts)]);
  if (!/[/\\]/.test(house.template.value)) return own;
  const { readTemplate } = await import("./read/read-template.js");
  const { templates, workspace, readyTemplates: ready } = environment;
  const shipped = (templates.listFolder(".") ?? [])
    .filter((name) => name.endsWith("/"))
    .map((name) => ({ ...house, template: { ...house.template, value: name.slice(0, -1) } }))
    .flatMap((named) => listsOf(readTemplate(named, { templates, workspace, ready }).value));
  const known = new Set(shipped.map((list) => JSON.stringify(list)));
  const told = listsOf(template).filter((list) => !known.has(JSON.stringify(list)));
  return new Map([...told.flat().map((family) => [family, house.template.span] as const), ...own]);
}

const listsOf = (template: Template | undefined): readonly (readonly string[])[] =>
  Object.values(template?.roles ?? {}).flatMap(({ families, latin }) => [families, latin]);

async function sourceOf(
  folders: readonly string[],
  { environment, isSystem }: { readonly environment: FontEnvironment; readonly isSystem: boolean },
): Promise<FontSource> {
  const { fonts, listFonts, systemFonts } = environment;
  const hasSystem = isSystem && systemFonts !== undefined;
  if (folders.length === 0 && !hasSystem) return fonts;
  const { fontDirectory } = await import("./fonts/font-directory.js");
  const own = fontDirectory(() => folders.flatMap((folder) => [...listFonts(folder)]));
  const system = fontDirectory(() => (hasSystem ? systemFonts() : []));
  return {
    open(request) {
      const named = own.open(request);
      if (named !== undefined) return named;
      const installed = system.open(request);
      // A system's variable Noto is the package's face, and takes longer to read.
      const isVariable = installed?.weight !== undefined;
      return (isVariable ? fonts.open(request) : undefined) ?? installed ?? fonts.open(request);
    },
    having: (characters, where) => (where.isSystem ? system : own).having?.(characters, where) ?? [],
  };
}

/** Of all texts: a few that are not printed cost nothing. */
function charactersOf(sources: Sources): ReadonlySet<number> {
  const characters = new Set<number>();
  for (const text of sources.values()) {
    for (const character of text) characters.add(character.codePointAt(0) ?? 0);
  }
  for (const code of [9, 10, 13, 0xfeff]) characters.delete(code);
  return characters;
}

async function compareWithLock(
  issue: IssueHead,
  { workspace }: FontEnvironment,
  { picks }: FoundFaces,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly sources: Sources }> {
  const { compareLock, fontsInUse, LOCK_FILE, MAX_LOCK_BYTES } = await import("./fonts/font-lock.js");
  const path = fontLockPath(issue, LOCK_FILE);
  if (workspace.realPath(path) === undefined) return { diagnostics: [], sources: new Map() };
  const content = workspace.readFile(path, { maxBytes: MAX_LOCK_BYTES });
  const text = content.state === "found" ? new TextDecoder().decode(content.bytes) : "";
  return { diagnostics: compareLock(text, path, fontsInUse(picks)), sources: new Map([[path, text]]) };
}
