/** Types of join-chunks.js, for the test of it. */
export interface Part {
  /** of its file, absolute */
  readonly path: string;
  /** chunks, and under which names it shows what each exports */
  readonly members: readonly { readonly path: string; readonly names: ReadonlyMap<string, string> }[];
}

export declare function redirectImports(
  path: string,
  chunk: { readonly text: string; readonly partOf: ReadonlyMap<string, Part> },
): string;
