/**
 * Who may import whom: the data of test/architecture.test.ts, which holds the sources to it, and of the table
 * in src/README.md, which `npm run docs` writes from it. Rooms stand in the order of the flow.
 */

export interface Row {
  /** folder under src with all below it that is no row of its own; "" for the files of src itself */
  readonly room: string;
  /** rooms, or files of them, that it may import besides itself */
  readonly imports: readonly string[];
  /** of which it may know the types alone */
  readonly types?: readonly string[];
  /** which it may load by import() alone, when they are needed; and their types */
  readonly lazily?: readonly string[];
  /** without what follows a name (`libphonenumber-js` for `libphonenumber-js/min`) */
  readonly packages?: readonly string[];
  readonly lazyPackages?: readonly string[];
}

export const IMPORT_TABLE: readonly Row[] = [
  { room: "model", imports: [] },
  { room: "han", imports: [] },
  {
    room: "diagnostics",
    imports: [],
    types: ["model"],
    packages: ["diff", "fastest-levenshtein", "get-east-asian-width"],
  },
  { room: "pictures", imports: [], types: ["model"], packages: ["node:zlib"] },
  {
    room: "read",
    imports: ["model", "diagnostics", "han", "pictures"],
    packages: [
      "yaml",
      "unified",
      "remark-parse",
      "remark-gfm",
      "remark-cjk-friendly",
      "remark-cjk-friendly-gfm-strikethrough",
      "micromark-core-commonmark",
      "mdast",
    ],
  },
  {
    room: "intake",
    imports: ["model", "diagnostics", "han", "pictures", "read", "cells/formula-guard.ts"],
    packages: [
      ...["fflate", "saxes", "csv-parse", "csv-stringify", "postal-mime"],
      ...["unified", "rehype-parse", "hast", "@jsquash/jpeg", "@jsquash/png", "@jsquash/webp"],
    ],
  },
  { room: "cells", imports: [], types: ["diagnostics"] },
  {
    room: "packs",
    imports: [
      ...["model", "diagnostics", "cells", "read", "intake/plain/decode-text.ts"],
      ...["intake/word/inflate-entry.ts", "intake/word/refused-package.ts", "intake/word/zip-directory.ts"],
    ],
    packages: ["saxes", "yaml"],
  },
  { room: "rules", imports: ["model", "diagnostics", "han"] },
  {
    room: "check",
    imports: ["model", "diagnostics", "han", "rules"],
    lazyPackages: ["libphonenumber-js"],
  },
  { room: "names", imports: ["model", "diagnostics", "han"] },
  {
    room: "stats",
    imports: ["model", "diagnostics", "han", "cells", "read"],
    packages: ["csv-stringify", "fflate", "yaml"],
  },
  { room: "mend", imports: ["model", "diagnostics", "read"] },
  {
    room: "fonts",
    imports: ["diagnostics"],
    types: ["model"],
    packages: ["node:crypto"],
    lazyPackages: ["fontkit"],
  },
  {
    room: "layout/paragraph",
    imports: ["model", "han", "layout/element-node.ts"],
    types: ["fonts/face.ts", "layout/fault.ts"],
  },
  {
    room: "layout/blocks",
    imports: ["model", "layout/paragraph", "layout/element-node.ts"],
    types: ["layout/layout.ts", "layout/fault.ts"],
  },
  {
    room: "layout/pages",
    imports: ["model", "han", "layout/paragraph", "layout/blocks", "layout/element-node.ts"],
    types: ["fonts/face.ts", "layout/layout.ts", "layout/fault.ts", "layout/page-sources.ts"],
  },
  {
    room: "layout",
    imports: ["model", "diagnostics", "layout/paragraph", "layout/blocks", "layout/pages"],
    types: ["fonts/face.ts"],
  },
  {
    room: "editions",
    imports: [],
    types: ["model", "diagnostics", "layout/layout.ts", "layout/page-facts.ts"],
    lazily: ["editions/docx", "editions/pdf", "editions/html", "editions/json"],
  },
  {
    room: "editions/docx/word",
    imports: ["model", "han"],
    types: ["layout/layout.ts", "layout/page-facts.ts"],
    packages: ["docx", "node:crypto"],
  },
  { room: "editions/docx/styles", imports: ["model", "editions/docx/word"], packages: ["docx"] },
  {
    room: "editions/docx/body",
    imports: [...["model", "han", "pictures", "editions/docx/word", "editions/docx/styles"]],
    types: ["layout/layout.ts", "layout/page-facts.ts"],
    packages: ["docx"],
  },
  {
    room: "editions/docx/package",
    imports: ["model", "editions/docx/word"],
    packages: ["docx", "node:util", "node:zlib"],
  },
  {
    room: "editions/docx",
    imports: [
      ...["model", "editions/docx/word", "editions/docx/styles", "editions/docx/body"],
      "editions/docx/package",
    ],
    types: ["editions/edition.ts"],
    packages: ["docx"],
  },
  { room: "editions/pdf/objects", imports: ["model"], packages: ["pdfkit", "node:crypto", "node:zlib"] },
  {
    room: "editions/pdf/faces",
    imports: ["model", "editions/pdf/objects"],
    types: ["fonts/face.ts"],
    packages: ["node:crypto", "node:zlib"],
  },
  {
    room: "editions/pdf/pictures",
    imports: ["pictures"],
    types: ["model", "layout/layout.ts", "editions/pdf/objects"],
  },
  {
    room: "editions/pdf/pages",
    imports: [],
    types: ["layout/layout.ts", "editions/pdf/faces", "editions/pdf/pictures"],
  },
  {
    room: "editions/pdf/structure",
    imports: ["model", "editions/pdf/objects"],
    types: ["layout/layout.ts", "editions/pdf/pages"],
  },
  { room: "editions/pdf/claims", imports: ["model"], types: ["editions/edition.ts"] },
  {
    room: "editions/pdf",
    imports: [
      "model",
      ...["editions/pdf/objects", "editions/pdf/faces", "editions/pdf/pictures", "editions/pdf/pages"],
      ...["editions/pdf/structure", "editions/pdf/claims"],
    ],
    types: ["editions/edition.ts"],
  },
  {
    room: "editions/html",
    imports: ["model", "han"],
    types: ["editions/edition.ts"],
    packages: ["unified", "rehype-stringify", "hast", "node:crypto"],
  },
  { room: "editions/json", imports: ["model"], types: ["editions/edition.ts"] },
  { room: "svg", imports: ["pictures"], types: ["model", "fonts/face.ts", "layout/layout.ts"] },
  {
    room: "site",
    imports: [...["model", "editions/html", "read/safe-name.ts", "stats/known-units.ts"]],
    types: ["editions/edition.ts"],
    packages: ["hast", "node:crypto"],
  },
  {
    room: "",
    imports: [
      ...["model", "diagnostics", "read", "check", "mend", "disk"],
      ...[
        "intake/manuscript-text.ts",
        "editions/edition-table.ts",
        "editions/json/issue-schema.ts",
        "layout/layout-memory.ts",
        "editions/docx/docx-memory.ts",
        "editions/html/html-memory.ts",
        "editions/pdf/pdf-memory.ts",
      ],
    ],
    types: ["rules/rule.ts", "editions/edition.ts", "intake", "v8"],
    lazily: ["fonts", "layout", "intake", "packs"],
  },
  {
    room: "disk",
    imports: ["diagnostics", "read"],
    types: ["build.ts", "fonts/face.ts"],
    packages: ["node:crypto", "node:fs", "node:os", "node:path", "node:url"],
  },
  { room: "preview", imports: [], packages: ["preact"] },
  { room: "v8", imports: [], packages: ["node:v8"] },
  {
    room: "start",
    imports: ["disk/own-folders.ts", "v8"],
    packages: [
      ...["node:buffer", "node:fs", "node:module", "node:os", "node:path", "node:url", "node:v8", "node:vm"],
      ...["node:worker_threads", "node:zlib"],
    ],
  },
  {
    room: "outcomes",
    imports: ["", "diagnostics", "read", "editions/edition-table.ts", "disk", "v8"],
    types: ["model", "check", "fonts/face.ts"],
    packages: ["node:crypto", "node:fs", "node:path"],
  },
  {
    room: "threads",
    imports: [
      ...["", "diagnostics", "read/steady-workspace.ts", "editions/edition-table.ts", "disk", "start"],
      ...["v8", "outcomes"],
    ],
    types: ["read", "check"],
    packages: ["node:fs", "node:os", "node:path", "node:worker_threads"],
  },
  {
    room: "cli",
    imports: [
      ...["", "model", "diagnostics", "read", "intake", "check", "names", "stats", "site"],
      "editions/edition-table.ts",
      ...["disk", "outcomes", "threads", "v8", "cli/preview/add-preview.ts"],
    ],
    types: ["rules/rule.ts", "fonts/face.ts", "start"],
    lazily: ["layout/print-layout.ts", "svg"],
    packages: [
      ...["commander", "chokidar", "yaml", "node:child_process", "node:crypto", "node:events", "node:fs"],
      ...["node:path", "node:readline", "node:stream", "node:timers", "node:util"],
    ],
  },
  {
    room: "cli/preview",
    imports: [
      ...["", "model", "diagnostics", "read", "intake/register.ts", "check", "editions/edition-table.ts"],
      ...["disk", "svg", "layout/source-places.ts", "cli"],
    ],
    types: ["outcomes", "rules/rule.ts", "layout/layout.ts", "preview/protocol.ts"],
    packages: [
      ...["commander", "yaml", "node:child_process", "node:crypto", "node:fs", "node:http", "node:path"],
      "node:readline",
    ],
  },
];

/** Between these two lines of src/README.md. */
export const TABLE_MARKS = [
  "<!-- import table: npm run docs -->",
  "<!-- end of the import table -->",
] as const;

/** @param readme what src/README.md is; @returns what it shall be */
export function withImportTable(readme: string): string {
  const [begin, end] = TABLE_MARKS;
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error("src/README.md has no place for the table");
  return `${before}${begin}\n\n${printTable()}\n${end}${after}`;
}

function printTable(): string {
  const rows = IMPORT_TABLE.map((row) => [nameOf(row.room), printRooms(row), printPackages(row)]);
  const table = [["room", "may import", "packages"], ["---", "---", "---"], ...rows];
  return table.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

function printRooms({ imports, types = [], lazily = [] }: Row): string {
  const parts = [imports.map(nameOf).join(", "), listed("types of", types), listed("when needed", lazily)];
  return parts.filter((part) => part !== "").join("; ") || "nothing";
}

function printPackages({ packages = [], lazyPackages = [] }: Row): string {
  return [packages.join(", "), listed("when needed", lazyPackages)].filter((part) => part !== "").join("; ");
}

const listed = (what: string, names: readonly string[]): string =>
  names.length === 0 ? "" : `${what}: ${names.map(nameOf).join(", ")}`;

const nameOf = (room: string): string => (room === "" ? "src itself" : room);
