/**
 * A name with an accent is written in two ways: composed, or the accent behind its letter, as macOS hands it on. A
 * file is found by the very name that is written, and by the other way of writing it where there is but one.
 */
import { expect, it } from "vitest";
import { readOpened } from "../../src/read/markdown/parse-markdown.js";
import { openIssue } from "../../src/read/read-issue.js";
import { memoryWorkspace } from "../../src/read/workspace.js";
import { png } from "./made-pictures.js";

const COMPOSED = "l\u01dcs\u00e8";
const APART = COMPOSED.normalize("NFD");

const manifest = (...items: readonly string[]) => `bulletin: {name: 示例简报}
year: 2026
number: 1
date: 2026-01-15
contact: {label: 信箱, email: a@example.org}
sections:
  - name: 动态
    items: [${items.map((name) => JSON.stringify(name)).join(", ")}]
`;
const item = (title: string, line = "一段话。") => `---\ntitle: ${title}\n---\n\n${line}\n`;

async function pathsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const { issue, diagnostics } = await readOpened(openIssue("issue.yaml", memoryWorkspace(files)));
  const items = issue?.sections.flatMap((section) => section.items) ?? [];
  return [...items.map(({ path }) => path), ...diagnostics.map(({ message }) => message.en)];
}

it.each([
  ["composed", COMPOSED],
  ["apart", APART],
])("finds an item and its folder, which are %s on the disk, by either name", async (_, onDisk) => {
  expect(onDisk.normalize("NFC")).toBe(COMPOSED);
  for (const written of [COMPOSED, APART]) {
    expect(
      await pathsOf({
        "issue.yaml": manifest(`${written}/${written}.md`),
        [`${onDisk}/${onDisk}.md`]: item("一"),
      }),
    ).toEqual([`${onDisk}/${onDisk}.md`]);
  }
});

it("finds each by its very own name where both are there", async () => {
  expect(
    await pathsOf({
      "issue.yaml": manifest(`items/${APART}.md`, `items/${COMPOSED}.md`),
      [`items/${COMPOSED}.md`]: item("合"),
      [`items/${APART}.md`]: item("分"),
    }),
  ).toEqual([`items/${APART}.md`, `items/${COMPOSED}.md`]);
});

it.each([
  ["composed", COMPOSED],
  ["apart", APART],
])("finds a picture that is %s on the disk, by either name", async (_, onDisk) => {
  for (const written of [COMPOSED, APART]) {
    const files = {
      "issue.yaml": manifest("items/a.md"),
      "items/a.md": item("一", `![图](../images/${written}.png)`),
      [`images/${onDisk}.png`]: png(),
    };
    const { issue } = await readOpened(openIssue("issue.yaml", memoryWorkspace(files)));
    const [figure] = issue?.sections[0]?.items[0]?.blocks ?? [];
    expect(figure?.kind === "figure" ? figure.image : figure).toMatchObject({
      state: "found",
      path: `images/${onDisk}.png`,
    });
  }
});
