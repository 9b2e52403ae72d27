/**
 * Issues of one run whose editions would be the same files, or files whose names differ in letter case alone, which
 * many systems take for the same. Known before the first is written, so that neither overwrites the other.
 */
import { resolve } from "node:path";
import type { Diagnostic, Message, Sources } from "../diagnostics/diagnostic.js";
import type { LintResult, LintTarget } from "../lint.js";
import { sameNameKey } from "../read/file-names.js";
import { outputFolderOf } from "../read/output-place.js";
import { type OutputReading, readOutputPlace } from "../read/read-output-place.js";
import { folderOf, joinPath, type Workspace } from "../read/workspace.js";

/** What is wrong with the places of the issues, and the texts that it points into. */
export interface Collisions {
  readonly findings: ReadonlyMap<string, Diagnostic>;
  readonly sources: Sources;
}

interface Claim extends OutputReading {
  readonly manifest: string;
}

export interface CollisionOptions {
  /** folder named with --out */
  readonly out: string | undefined;
  /** what --draft makes of every issue */
  readonly draft?: string | undefined;
  readonly workspace: Workspace;
}

export function findCollisions(
  manifests: readonly string[],
  { out, draft, workspace }: CollisionOptions,
): Collisions {
  const claims = new Map<string, Claim[]>();
  for (const manifest of manifests.length < 2 ? [] : manifests) {
    const reading = readOutputPlace(manifest, workspace, draft);
    if (reading === undefined) continue;
    const folder = realPlace(out ?? outputFolderOf(reading.place), workspace);
    const key = `${folder}\0${sameNameKey(reading.place.slug.value)}`;
    claims.set(key, [...(claims.get(key) ?? []), { manifest, ...reading }]);
  }
  const shared = [...claims.values()].filter((group) => group.length > 1);
  return {
    findings: new Map(
      shared.flatMap((group) => group.map((claim) => [claim.manifest, findingOf(claim, group)] as const)),
    ),
    sources: new Map(shared.flat().map(({ manifest, text }) => [manifest, text])),
  };
}

/** As `lint` tells them, behind what it says of each. */
export async function* withCollisions<Outcome>(
  outcomes: AsyncIterable<Outcome>,
  targets: readonly LintTarget[],
  workspace: Workspace,
): AsyncGenerator<Outcome | LintResult> {
  yield* outcomes;
  const manifests = targets.filter(({ kind }) => kind === "issue").map(({ path }) => path);
  const { findings, sources } = findCollisions(manifests, { out: undefined, workspace });
  if (findings.size > 0) yield { diagnostics: [...findings.values()], sources };
}

/** @returns the folder with links followed; what is not there yet, as systems without letter case call it */
function realPlace(folder: string, workspace: Workspace): string {
  const absent: string[] = [];
  let at = folder;
  for (;;) {
    const real = workspace.realPath(at);
    if (real !== undefined) return joinPath(real, absent.join("/"));
    const above = folderOf(at);
    if (above === at || at.endsWith("..")) return sameNameKey(resolve(folder));
    absent.unshift(sameNameKey(at.slice(at.lastIndexOf("/") + 1)));
    at = above;
  }
}

function findingOf({ manifest, place }: Claim, group: readonly Claim[]): Diagnostic {
  const others = group.filter((claim) => claim.manifest !== manifest);
  const slugs = new Set(group.map((claim) => claim.place.slug.value));
  const { slug } = place;
  const message: Message =
    slugs.size === 1
      ? {
          zh: `这一期和“${others[0]?.manifest}”的成品会是同一个文件：“${slug.value}”。`,
          en: `This issue and “${others[0]?.manifest}” would write the same file: “${slug.value}”.`,
        }
      : {
          zh: `这一期的成品叫“${slug.value}”，“${others[0]?.manifest}”的叫“${others[0]?.place.slug.value}”：只差大小写，有的系统看作同一个文件。`,
          en: `The editions of this issue are called “${slug.value}”, those of “${others[0]?.manifest}” “${others[0]?.place.slug.value}”: they differ only in letter case, which many systems ignore.`,
        };
  return {
    rule: "manifest/invalid-value",
    severity: "error",
    span: slug.span,
    message,
    help: { zh: "请给其中一期换一个 slug。", en: "Give one of the issues a different slug." },
    related: others.slice(0, MOST_RELATED).map((claim) => ({
      message: { zh: "另一期", en: "the other issue" },
      span: claim.place.slug.span,
    })),
  };
}

const MOST_RELATED = 5;
