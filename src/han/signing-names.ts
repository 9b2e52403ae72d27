/** Units that sign one item together are printed in a row: 云湖区科协、桐浦区科协. This is where one ends. */

/** @returns the names, in their order; empty where nothing is written */
export const signingNames = (written: string): readonly string[] =>
  written.split(/[、，,;；\s]+/u).filter((name) => name !== "");
