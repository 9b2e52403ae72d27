/** Writes docs/rules.md from the rules' own documentation; test/docs.test.ts fails when it is stale. */
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rulesDocument } from "../dist/rules-document.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await writeFile(join(root, "docs", "rules.md"), rulesDocument());
