/**
 * The faces of a template's roles: for each role the first of its families that is at hand, in the
 * weight nearest to the one asked for; before it, for Latin letters alone, the role's Latin face;
 * behind it, for characters that it lacks, the role's other families, fonts that merely lie in the folders, and the
 * package's own. What is not as the template wishes is reported once a family.
 * Bold is never made from regular outlines.
 */
import type { Diagnosed, Diagnostic } from "../diagnostics/diagnostic.js";
import { EnvironmentError, UnusableFile } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";
import type { RoleName, Template } from "../model/template.js";
import type { Face, FontFile, FontSource } from "./face.js";
import { type FaceOpener, faceOpener, type OpenedFace } from "./face-opener.js";
import { noteSubstitutions, type Substitution, substitutionFinding } from "./substitution-finding.js";

/**
 * Faces by role, the chosen one first, then those for characters it lacks; never empty. A face for Latin letters
 * alone (`scope`) stands before all. Roles with the same families and weight have the same list.
 */
export type FaceSet = Readonly<Record<RoleName, readonly Face[]>>;

/** Families that the package ships, for any character that a role's own families lack. */
export const PACKAGE_FAMILIES: readonly string[] = ["Noto Serif SC", "Noto Sans SC", "Tinos"];

export interface FaceWishes {
  /** where the author chose the template, to which findings point */
  readonly place?: Span;
  /** families whose absence is told, and where each is asked for; without it, all of the template's, at `place` */
  readonly asked?: ReadonlyMap<string, Span>;
  /** true where the fonts of this system were looked through */
  readonly isSystem?: boolean;
  /** the characters to be set, for which fonts are taken that no role asks for */
  readonly characters?: ReadonlySet<number>;
}

/** What a role is set in. */
export interface RolePick {
  /** for Latin letters and digits, where the role asks for them apart */
  readonly latin: OpenedFace | undefined;
  readonly main: OpenedFace;
  /** behind it, for characters that it lacks */
  readonly behind: readonly OpenedFace[];
}

export interface FoundFaces extends Diagnosed<FaceSet> {
  readonly picks: Readonly<Record<RoleName, RolePick>>;
}

/** @throws EnvironmentError where no family of a role is at hand, or a font file is unusable */
export async function findFaces(
  template: Template,
  source: FontSource,
  {
    place = { path: template.name, start: 0, end: 0 },
    asked,
    isSystem = false,
    characters = new Set(),
  }: FaceWishes = {},
): Promise<FoundFaces> {
  const open = faceOpener(source);
  const lists = new Map<string, RoleChoice>();
  const faces: Partial<Record<RoleName, readonly Face[]>> = {};
  const picks: Partial<Record<RoleName, RolePick>> = {};
  const substitutions = new Map<string, Substitution>();
  for (const [role, { families, latin = [], weight }] of Object.entries(template.roles) as RoleEntry[]) {
    const key = JSON.stringify([families, latin, weight]);
    const isAsked = (family: string) => asked === undefined || asked.has(family);
    const choice =
      lists.get(key) ??
      (await chooseFaces({ families, latin, weight, isAsked, characters }, { open, source }));
    lists.set(key, choice);
    faces[role] = choice.faces;
    picks[role] = choice.pick;
    noteSubstitutions(substitutions, choice.substitutions, role);
  }
  const diagnostics: Diagnostic[] = [...substitutions.values()].map((each) =>
    substitutionFinding(each, { span: asked?.get(each.asked.families[0] ?? "") ?? place, isSystem }),
  );
  // Every role of the template has its list now: the loop ran over all of them.
  return { value: faces as FaceSet, picks: picks as FoundFaces["picks"], diagnostics };
}

/** Any character of Han. */
const HAN = 0x4e00;

/** Opens the package's faces before an issue asks for them: it finds them opened, with the tables that were read. */
export async function openPackageFaces(source: FontSource): Promise<void> {
  const open = faceOpener(source);
  for (const family of PACKAGE_FAMILIES) {
    for (const weight of [400, 700]) {
      const opened = await open.family({ family, weight });
      opened?.face.ink(opened.face.glyph(HAN));
    }
  }
}

type RoleEntry = [RoleName, Template["roles"][RoleName]];

interface RoleChoice {
  readonly faces: readonly Face[];
  readonly pick: RolePick;
  readonly substitutions: readonly Substitution[];
}

interface RoleWish {
  readonly families: readonly string[];
  readonly latin: readonly string[];
  readonly weight: number;
  readonly isAsked: (family: string) => boolean;
  readonly characters: ReadonlySet<number>;
}

interface Finding {
  readonly open: FaceOpener;
  readonly source: FontSource;
}

async function chooseFaces(wish: RoleWish, { open, source }: Finding): Promise<RoleChoice> {
  const { families, weight } = wish;
  const own = await openList(families, { wish, open });
  const rest = await openList(
    PACKAGE_FAMILIES.filter((family) => !families.includes(family)),
    { wish, open },
  );
  const spareFor = async (found: readonly OpenedFace[], isSystem: boolean) => {
    if (source.having === undefined) return [];
    const lacking = [...wish.characters].filter(
      (character) => !found.some(({ face }) => face.glyph(character) > 0),
    );
    const isSansSerif = found[0]?.face.isSansSerif;
    return openSpare(source.having(lacking, { weight, isSystem, isSansSerif }), open);
  };
  const spare = await spareFor(own.found, false);
  const near = distinct([...own.found, ...spare, ...rest.found]);
  const found = distinct([...near, ...(await spareFor(near, true))]);
  const [main, ...behind] = found;
  if (main === undefined) throw nothingAtHand(families);
  const latin = await openList(wish.latin, { wish, open });
  const faces = [...latin.found.map(({ face }) => latinAlone(face)), ...found.map(({ face }) => face)];
  const substitutions = [
    ...substitutionsOf(own, main, wish),
    ...substitutionsOf(latin, latin.found[0] ?? main, wish),
  ];
  return { faces, pick: { latin: latin.found[0], main, behind }, substitutions };
}

interface OpenedList {
  readonly found: readonly OpenedFace[];
  /** families before the first that is at hand */
  readonly refused: readonly {
    readonly family: string;
    readonly reason: "missing" | "restricted" | "bitmaps";
  }[];
}

async function openList(
  families: readonly string[],
  { wish: { weight }, open }: { readonly wish: RoleWish; readonly open: FaceOpener },
): Promise<OpenedList> {
  const found: OpenedFace[] = [];
  const refused: OpenedList["refused"][number][] = [];
  for (const family of new Set(families)) {
    const opened = await open.family({ family, weight });
    if (opened?.face.isEmbeddable === true) found.push(opened);
    else if (found.length === 0) refused.push({ family, reason: refusalOf(opened) });
  }
  return { found, refused };
}

function refusalOf(opened: OpenedFace | undefined): "missing" | "restricted" | "bitmaps" {
  if (opened === undefined) return "missing";
  return opened.face.embedding === "bitmaps" ? "bitmaps" : "restricted";
}

/** Fonts that nobody named: one that cannot be used is passed over. */
async function openSpare(files: readonly FontFile[], open: FaceOpener): Promise<readonly OpenedFace[]> {
  const opened: OpenedFace[] = [];
  for (const file of files) {
    try {
      const each = await open.file(file);
      if (each.face.isEmbeddable) opened.push(each);
    } catch (fault) {
      if (!(fault instanceof UnusableFile)) throw fault;
    }
  }
  return opened;
}

const distinct = (list: readonly OpenedFace[]): readonly OpenedFace[] =>
  list.filter(({ face }, index) => list.findIndex((other) => other.face === face) === index);

/** The same face, for Latin letters alone; one for each face, so that equal lists stay equal. */
const latinFaces = new WeakMap<Face, Face>();

function latinAlone(face: Face): Face {
  const known = latinFaces.get(face) ?? { ...face, scope: "latin" };
  latinFaces.set(face, known);
  return known;
}

/**
 * Families of a list are alternatives: where one of them is at hand, those before it are not missed, unless what is
 * at hand is only the package's own, or of another list. A font that is there and may not be used is told in any case.
 */
function substitutionsOf(
  { found, refused }: OpenedList,
  chosen: OpenedFace,
  { weight, isAsked }: RoleWish,
): readonly Substitution[] {
  const used = { family: chosen.family, weight: chosen.face.weight };
  const told = refused.filter(({ family }) => isAsked(family));
  const forbidden = told
    .filter(({ reason }) => reason !== "missing")
    .map(
      ({ family, reason }): Substitution => ({
        asked: { families: [family], weight, reason },
        used,
        roles: [],
      }),
    );
  const missing = told.filter(({ reason }) => reason === "missing").map(({ family }) => family);
  const isMissed = missing.length > 0 && (found.length === 0 || PACKAGE_FAMILIES.includes(chosen.family));
  const asked = { families: missing, weight, reason: "missing" } as const;
  const substitutions = [...(isMissed ? [{ asked, used, roles: [] }] : []), ...forbidden];
  // A family with nothing but another weight is said to lack the weight, unless it stands in already.
  if (
    found.length > 0 &&
    refused.length === 0 &&
    isAsked(chosen.family) &&
    !isSameWeight(chosen.face.weight, weight)
  ) {
    substitutions.push({ asked: { families: [chosen.family], weight, reason: "weight" }, used, roles: [] });
  }
  return substitutions;
}

/** Regular and medium are near enough; many Chinese families have one weight and call it either. */
const isSameWeight = (a: number, b: number): boolean => Math.abs(a - b) <= 100;

function nothingAtHand(families: readonly string[]): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `找不到可用的字体：没有版式所要的${families.join("、")}，程序自带的字体也打不开。`,
      en: `There is no usable font: neither those the template asks for (${families.join(", ")}) nor the program's own can be opened.`,
    },
    {
      zh: "请重新安装程序（自带 Noto Serif SC 与 Noto Sans SC），或把字体文件放进配置的字体文件夹。",
      en: "Install the program again (it comes with Noto Serif SC and Noto Sans SC), or put a font file into a font folder.",
    },
  );
}
