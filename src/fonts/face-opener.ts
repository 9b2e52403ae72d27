/**
 * Opens each font file once, whatever the families and weights that lead to it, and keeps faces apart by name. Which
 * face serves a role is decided in find-faces.ts.
 */
import type { Face, FaceRequest, FontFile, FontSource } from "./face.js";
import { openFace } from "./open-face.js";
import { weightsByNearness } from "./weights-by-nearness.js";

export interface OpenedFace {
  readonly face: Face;
  /** by which it was asked for; of a font that nobody asked for, its own name */
  readonly family: string;
  readonly file: FontFile;
}

export interface FaceOpener {
  /** @returns the family's face in the weight nearest to the one asked for */
  family(request: FaceRequest): Promise<OpenedFace | undefined>;
  file(file: FontFile): Promise<OpenedFace>;
}

export function faceOpener(source: FontSource): FaceOpener {
  const opened = new Map<string, Face>();
  const names = new Set<string>();
  const openFile = async (file: FontFile, weight: number | undefined) => {
    const key = `${file.path}\0${file.postScriptName ?? ""}\0${file.weight ?? ""}`;
    const face = opened.get(key) ?? withOwnName(await openOnce(file, weight), names);
    opened.set(key, face);
    return face;
  };
  return {
    async family({ family, weight }) {
      for (const candidate of weightsByNearness(weight)) {
        const file = source.open({ family, weight: candidate });
        if (file !== undefined) return { family, file, face: await openFile(file, candidate) };
      }
      return undefined;
    },
    async file(file) {
      const face = await openFile(file, undefined);
      return { family: face.name, file, face };
    },
  };
}

/**
 * Faces of a file, by the weight asked for. A file never changes while it is open: with it a face lives
 * as long, with the tables and inks read so far, and serves every issue of an archive and every build of
 * a watch.
 */
const facesOfFiles = new WeakMap<FontFile, Map<number, Face>>();

async function openOnce(file: FontFile, weight: number | undefined): Promise<Face> {
  const known = facesOfFiles.get(file) ?? new Map<number, Face>();
  facesOfFiles.set(file, known);
  const key = weight ?? 0;
  const face = known.get(key) ?? (await openFace(file, weight === undefined ? {} : { weight }));
  known.set(key, face);
  return face;
}

/** Faces are told apart by name; a second font of the same name gets a number behind it. */
function withOwnName(face: Face, names: Set<string>): Face {
  let name = face.name;
  for (let number = 2; names.has(name); number += 1) name = `${face.name}-${number}`;
  names.add(name);
  return name === face.name ? face : { ...face, name };
}
