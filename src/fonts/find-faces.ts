/**
 * The faces of a template's roles: for each role the first of its families that is at hand, in the
 * weight nearest to the one asked for; behind it, for characters that it lacks, the role's other
 * families and the package's own. What is not as the template wishes is reported once a family.
 * Bold is never made from regular outlines.
 */
import type { Diagnosed, Diagnostic } from "../diagnostics/diagnostic.js";
import { EnvironmentError } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";
import type { RoleName, Template } from "../model/template.js";
import type { Face, FaceRequest, FontFile, FontSource } from "./face.js";
import { openFace } from "./open-face.js";
import { type Substitution, substitutionFinding } from "./substitution-finding.js";
import { weightsByNearness } from "./weights-by-nearness.js";

/**
 * Faces by role, the chosen one first, then those for characters it lacks; never empty. Roles with
 * the same families and weight have the same list.
 */
export type FaceSet = Readonly<Record<RoleName, readonly Face[]>>;

/** Families that the package ships, for any character that a role's own families lack. */
export const PACKAGE_FAMILIES: readonly string[] = ["Noto Serif SC", "Noto Sans SC"];

/**
 * @param place where the author chose the template, to which findings point
 * @throws EnvironmentError where no family of a role is at hand, or a font file is unusable
 */
export async function findFaces(
  template: Template,
  source: FontSource,
  place: Span = { path: template.name, start: 0, end: 0 },
): Promise<Diagnosed<FaceSet>> {
  const open = faceOpener(source);
  const lists = new Map<string, RoleChoice>();
  const faces: Partial<Record<RoleName, readonly Face[]>> = {};
  const substitutions = new Map<string, Substitution>();
  for (const [role, { families, weight }] of Object.entries(template.roles) as RoleEntry[]) {
    const key = JSON.stringify([families, weight]);
    const choice = lists.get(key) ?? (await chooseFaces({ families, weight }, open));
    lists.set(key, choice);
    faces[role] = choice.faces;
    for (const substitution of choice.substitutions) noteSubstitution(substitutions, substitution, role);
  }
  const diagnostics: Diagnostic[] = [...substitutions.values()].map((each) =>
    substitutionFinding(each, place),
  );
  // Every role of the template has its list now: the loop ran over all of them.
  return { value: faces as FaceSet, diagnostics };
}

type RoleEntry = [RoleName, Template["roles"][RoleName]];

interface OpenedFace {
  readonly face: Face;
  readonly family: string;
}

interface RoleChoice {
  readonly faces: readonly Face[];
  readonly substitutions: readonly Substitution[];
}

async function chooseFaces(
  { families, weight }: { readonly families: readonly string[]; readonly weight: number },
  open: (request: FaceRequest) => Promise<OpenedFace | undefined>,
): Promise<RoleChoice> {
  const chain = [...new Set([...families, ...PACKAGE_FAMILIES])];
  const found: OpenedFace[] = [];
  const refused: Substitution["asked"][] = [];
  for (const family of chain) {
    const opened = await open({ family, weight });
    const isUsable = opened?.face.isEmbeddable === true;
    if (opened !== undefined && isUsable) found.push(opened);
    else if (found.length === 0 && families.includes(family)) {
      refused.push({ family, weight, reason: opened === undefined ? "missing" : "not-embeddable" });
    }
  }
  const [chosen] = found;
  if (chosen === undefined) throw nothingAtHand(families);
  const used = { family: chosen.family, weight: chosen.face.weight };
  const substitutions = refused.map((asked): Substitution => ({ asked, used, roles: [] }));
  // A family with nothing but another weight is said to lack the weight, unless it stands in already.
  if (refused.length === 0 && !isSameWeight(chosen.face.weight, weight)) {
    const asked = { family: chosen.family, weight, reason: "weight" } as const;
    substitutions.push({ asked, used, roles: [] });
  }
  return { faces: found.map(({ face }) => face), substitutions };
}

/** Opens each file once, whatever the families and weights that lead to it. */
function faceOpener(source: FontSource): (request: FaceRequest) => Promise<OpenedFace | undefined> {
  const opened = new Map<string, Face>();
  const names = new Set<string>();
  return async ({ family, weight }) => {
    for (const candidate of weightsByNearness(weight)) {
      const file = source.open({ family, weight: candidate });
      if (file === undefined) continue;
      const key = `${file.path}\0${file.postScriptName ?? ""}`;
      const face = opened.get(key) ?? withOwnName(await openOnce(file, candidate), names);
      opened.set(key, face);
      return { family, face };
    }
    return undefined;
  };
}

/**
 * Faces of a file, by the weight asked for. A file never changes while it is open: with it a face lives
 * as long, with the tables and inks read so far, and serves every issue of an archive and every build of
 * a watch.
 */
const facesOfFiles = new WeakMap<FontFile, Map<number, Face>>();

async function openOnce(file: FontFile, weight: number): Promise<Face> {
  const known = facesOfFiles.get(file) ?? new Map<number, Face>();
  facesOfFiles.set(file, known);
  const face = known.get(weight) ?? (await openFace(file, { weight }));
  known.set(weight, face);
  return face;
}

/** Faces are told apart by name; a second font of the same name gets a number behind it. */
function withOwnName(face: Face, names: Set<string>): Face {
  let name = face.name;
  for (let number = 2; names.has(name); number += 1) name = `${face.name}-${number}`;
  names.add(name);
  return name === face.name ? face : { ...face, name };
}

const isSameWeight = (a: number, b: number): boolean => Math.abs(a - b) <= 50;

/** One finding a family, however many roles ask for it; a missing weight is one a weight. */
function noteSubstitution(
  known: Map<string, Substitution>,
  substitution: Substitution,
  role: RoleName,
): void {
  const { asked } = substitution;
  const key = asked.reason === "weight" ? `${asked.family} ${asked.weight}` : asked.family;
  const earlier = known.get(key);
  known.set(key, { ...(earlier ?? substitution), roles: [...(earlier?.roles ?? []), role] });
}

function nothingAtHand(families: readonly string[]): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `找不到可用的字体：没有模板所要的${families.join("、")}，程序自带的字体也打不开。`,
      en: `There is no usable font: neither those the template asks for (${families.join(", ")}) nor the program's own can be opened.`,
    },
    {
      zh: "请重新安装程序（自带 Noto Serif SC 与 Noto Sans SC），或把字体文件放进配置的字体文件夹。",
      en: "Install the program again (it comes with Noto Serif SC and Noto Sans SC), or put a font file into a font folder.",
    },
  );
}
