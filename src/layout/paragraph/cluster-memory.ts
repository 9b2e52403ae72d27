/**
 * The moulds of characters from one composition to the next, for a process that lays the same issue out
 * again and again (`--watch`). A mould is what faces, size and character alone decide (type-style.ts),
 * so it holds as long as the faces are the same ones. A size that a composition did not ask for is let go.
 */
import type { FaceMetrics } from "../../fonts/face.js";
import type { Mold } from "./type-style.js";

/** What moulds are cut from. */
export interface MoldSource {
  readonly faces: readonly FaceMetrics[];
  readonly sizePt: number;
  readonly monospaced: boolean;
}

/** @returns the moulds made so far; new ones are added to them */
export type MoldsOf = (source: MoldSource) => Map<string, Mold>;

export interface MoldMemory {
  /** @returns the moulds for one composition; to be asked for anew by each */
  readonly open: () => MoldsOf;
}

interface KnownMolds {
  readonly faces: readonly FaceMetrics[];
  readonly molds: Map<string, Mold>;
}

export function moldMemory(): MoldMemory {
  let latest: ReadonlyMap<string, readonly KnownMolds[]> = new Map();
  return {
    open() {
      const before = latest;
      const now = new Map<string, KnownMolds[]>();
      latest = now;
      return ({ faces, sizePt, monospaced }) => {
        const key = `${sizePt} ${monospaced}`;
        const isSame = (known: KnownMolds) =>
          known.faces.length === faces.length && known.faces.every((face, index) => face === faces[index]);
        const asked = now.get(key) ?? [];
        const again = asked.find(isSame);
        if (again !== undefined) return again.molds;
        const entry = before.get(key)?.find(isSame) ?? { faces, molds: new Map() };
        now.set(key, [...asked, entry]);
        return entry.molds;
      };
    },
  };
}
