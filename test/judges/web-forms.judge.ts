/**
 * The forms of the HTML edition for other people's pages, put through three sanitisers and pasted into three editors:
 * what each keeps is the table of docs/web-forms.md, and all that the document does not name as lost is whole.
 * `GOLDEN=accept` writes the table anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { diskEnvironment } from "../../src/disk/disk-environment.js";
import { launchBrowser } from "./browser.js";
import { type Parts, partsOf } from "./kept-parts.js";
import { openWebEditors, type Paste, WEB_EDITORS, type WebEditor } from "./web-editors.js";

const FIXTURES = ["every-markup", "work-bulletin", "photo-pages"];
const FORMS = ["fragment", "plain", "wechat"] as const;
type Form = (typeof FORMS)[number];

const DOCUMENT = "docs/web-forms.md";
const COUNTED = ["headings", "tables", "cells", "pictures", "entries", "aligned", "struck", "links"] as const;

/** What the form has and what is left of it, over all fixtures. */
interface Kept {
  readonly had: Record<(typeof COUNTED)[number], number>;
  readonly left: Record<(typeof COUNTED)[number], number>;
  /** fixtures of which every character is there, in its order */
  readonly whole: readonly string[];
}

let browser: Browser;
let paste: Paste;
const measured = new Map<Form, ReadonlyMap<WebEditor, Kept>>();

beforeAll(async () => {
  browser = await launchBrowser();
  paste = await openWebEditors(browser);
  for (const form of FORMS) measured.set(form, await measure(form));
});
afterAll(() => browser.close());

async function measure(form: Form): Promise<ReadonlyMap<WebEditor, Kept>> {
  const kept = new Map<WebEditor, Kept>();
  for (const fixture of FIXTURES) {
    const html = await builtForm(fixture, form);
    const own = partsOf(html);
    for (const [editor, made] of await paste(html)) {
      kept.set(editor, added(kept.get(editor), { fixture, own, made: partsOf(made) }));
    }
  }
  return kept;
}

async function builtForm(fixture: string, htmlForm: Form): Promise<string> {
  const { artifacts } = await build(join("fixtures", fixture, "issue.yaml"), diskEnvironment(), {
    editions: ["html"],
    htmlForm,
    inlinePictures: true,
  });
  return new TextDecoder().decode(artifacts[0]?.bytes);
}

function added(
  before: Kept | undefined,
  { fixture, own, made }: { readonly fixture: string; readonly own: Parts; readonly made: Parts },
): Kept {
  const sum = (key: (typeof COUNTED)[number], which: "had" | "left", more: number) =>
    (before?.[which][key] ?? 0) + more;
  const counts = (which: "had" | "left", of: (key: (typeof COUNTED)[number]) => number): Kept["had"] =>
    // A number for each key of the list.
    Object.fromEntries(COUNTED.map((key) => [key, sum(key, which, of(key))])) as Kept["had"];
  return {
    had: counts("had", (key) => own[key]),
    // An editor that cuts a link in two has kept it.
    left: counts("left", (key) => Math.min(own[key], made[key])),
    whole: [...(before?.whole ?? []), ...(made.text === own.text ? [fixture] : [])],
  };
}

function tableOf(form: Form): string {
  const rows = WEB_EDITORS.map((editor) => {
    const kept = measured.get(form)?.get(editor);
    if (kept === undefined) throw new Error(`nothing came of ${editor}`);
    const cells = COUNTED.map((key) =>
      kept.had[key] === 0
        ? "–"
        : kept.left[key] === kept.had[key]
          ? "all"
          : `${kept.left[key]} of ${kept.had[key]}`,
    );
    const words =
      kept.whole.length === FIXTURES.length ? "all" : `${kept.whole.length} of ${FIXTURES.length} issues`;
    return `| ${editor} | ${words} | ${cells.join(" | ")} |`;
  });
  return [
    "| | words | headings | tables | cells | pictures | list entries | alignment | struck out | links |",
    `| --- |${" --- |".repeat(COUNTED.length + 1)}`,
    ...rows,
  ].join("\n");
}

describe.each(FORMS)("the form %s", (form) => {
  it("is kept as its document says", () => {
    const document = readFileSync(DOCUMENT, "utf8");
    const place = new RegExp(
      `(<!-- kept of ${form}: test/judges/web-forms.judge.ts -->\\n\\n)[^]*?(\\n\\n<!-- end -->)`,
    );
    expect(document).toMatch(place);
    const filled = document.replace(place, (_, begin: string, end: string) => begin + tableOf(form) + end);
    if (process.env.GOLDEN === "accept") writeFileSync(DOCUMENT, filled);
    else expect(document).toBe(filled);
  });
});

/** What is not whole, and why: docs/web-forms.md. */
const LOST: Readonly<Record<string, readonly (keyof Kept["had"] | "words")[]>> = {
  // It allows neither pictures nor any attribute of a cell.
  "sanitize-html": ["pictures", "aligned"],
  // It takes a literal &amp; for a character reference.
  wangEditor: ["words"],
  "wangEditor, loaded": ["words"],
  // Its tables have no header cells.
  Quill: ["cells", "aligned"],
};

it.each(WEB_EDITORS)("the fragment is whole in %s but for what is named", (editor) => {
  const kept = measured.get("fragment")?.get(editor);
  if (kept === undefined) throw new Error("not measured");
  const lost = [
    ...(kept.whole.length < FIXTURES.length ? ["words"] : []),
    ...COUNTED.filter((key) => kept.left[key] < kept.had[key]),
  ];
  expect(lost).toEqual(LOST[editor] ?? []);
  expect(
    kept.had.tables * kept.had.pictures * kept.had.entries * kept.had.struck * kept.had.links,
  ).toBeGreaterThan(0);
});
