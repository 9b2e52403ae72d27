/** Writes docs/rules.md from the rules' own documentation, bundled anew; test/docs.test.ts fails when it is stale. */
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import "./build.js";

const { rulesDocument } = await import("../dist/rules-document.js");

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await writeFile(join(root, "docs", "rules.md"), rulesDocument());
