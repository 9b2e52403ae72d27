/** Types of refuse-bundle.js, for the test of it. */
import type { Metafile } from "esbuild";

type Outputs = {
  readonly outputs: Readonly<Record<string, Pick<Metafile["outputs"][string], "imports" | "inputs">>>;
};

export declare function refuseBundle(metafile: Outputs): void;
export declare function refuseLoaded(
  metafile: Outputs,
  law: { readonly entry: string; readonly without: string },
): void;
export declare function loadedWith(entry: string, outputs: Outputs["outputs"]): ReadonlySet<string>;
