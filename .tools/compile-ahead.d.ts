/** Types of compile-ahead.js, for the test of it. */
export declare function markCalled(text: string, called: ReadonlySet<string>): string;
export declare function findCalled(
  runs: readonly (readonly string[])[],
  root: string,
  environment?: Readonly<NodeJS.ProcessEnv>,
): ReadonlyMap<string, ReadonlySet<string>>;
export declare function runEnvironment(
  environment: Readonly<NodeJS.ProcessEnv>,
  folder: string,
): Readonly<Record<string, string>>;
