/** What `npm run new-rule` leaves to be written, and nobody has written yet. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @param root folder of the package; @returns paths of the files that still say TODO */
export const unfinishedRules = (root: string): readonly string[] =>
  ["src/rules", "fixtures/corpus/traps", "fixtures/corpus/slips"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((path) => /\.(ts|txt)$/.test(path) && readFileSync(join(root, path), "utf8").includes("TODO"))
    .sort();
