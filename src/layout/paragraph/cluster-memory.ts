/**
 * The clusters of characters from one composition to the next, for a process that lays the same issue out
 * again and again (`--watch`). A cluster is what faces, size and character alone decide (type-style.ts),
 * so it holds as long as the faces are the same ones. A size that a composition did not ask for is let go.
 */
import type { FaceMetrics } from "../../fonts/face.js";
import type { Cluster } from "./type-style.js";

/** What clusters are made from. */
export interface ClusterSource {
  readonly faces: readonly FaceMetrics[];
  readonly sizePt: number;
  readonly monospaced: boolean;
}

/** @returns the clusters made so far; new ones are added to them */
export type ClustersOf = (source: ClusterSource) => Map<string, Cluster>;

export interface ClusterMemory {
  /** @returns the clusters for one composition; to be asked for anew by each */
  readonly open: () => ClustersOf;
}

interface KnownClusters {
  readonly faces: readonly FaceMetrics[];
  readonly clusters: Map<string, Cluster>;
}

export function clusterMemory(): ClusterMemory {
  let latest: ReadonlyMap<string, readonly KnownClusters[]> = new Map();
  return {
    open() {
      const before = latest;
      const now = new Map<string, KnownClusters[]>();
      latest = now;
      return ({ faces, sizePt, monospaced }) => {
        const key = `${sizePt} ${monospaced}`;
        const isSame = (known: KnownClusters) =>
          known.faces.length === faces.length && known.faces.every((face, index) => face === faces[index]);
        const asked = now.get(key) ?? [];
        const again = asked.find(isSame);
        if (again !== undefined) return again.clusters;
        const entry = before.get(key)?.find(isSame) ?? { faces, clusters: new Map() };
        now.set(key, [...asked, entry]);
        return entry.clusters;
      };
    },
  };
}
