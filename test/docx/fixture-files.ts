/** The sound fixtures, read from disk and rendered without the layout: page numbers are made up. */
import "../with-parser.js";
import { existsSync, readdirSync } from "node:fs";
import { diskWorkspace } from "../../src/disk/disk-workspace.js";
import type { NumberedEditionInput } from "../../src/editions/edition.js";
import type { CheckedIssue } from "../../src/model/issue.js";
import { readAssets } from "../../src/read/read-assets.js";
import { readIssue } from "../../src/read/read-issue.js";
import { inputOf, renderIssue } from "./sample-issue.js";

export const fixtureNames: readonly string[] = readdirSync("fixtures").filter((name) =>
  existsSync(`fixtures/${name}/issue.yaml`),
);

export interface RenderedFixture {
  readonly issue: CheckedIssue;
  readonly bytes: Uint8Array;
  readonly renderAgain: () => Promise<Uint8Array>;
}

export async function renderFixture(name: string): Promise<RenderedFixture> {
  const { issue, assets } = await readFixture(name);
  const renderAgain = () => renderIssue(issue, { assets });
  return { issue, bytes: await renderAgain(), renderAgain };
}

export async function inputOfFixture(name: string): Promise<NumberedEditionInput> {
  const { issue, assets } = await readFixture(name);
  return inputOf(issue, { assets });
}

async function readFixture(name: string): Promise<Pick<NumberedEditionInput, "issue" | "assets">> {
  const workspace = diskWorkspace(".");
  const { issue: read } = readIssue(`fixtures/${name}/issue.yaml`, workspace);
  if (read === undefined) throw new Error(`${name} cannot be read`);
  // The rules have their own tests; these fixtures are sound.
  const issue = read as CheckedIssue;
  const items = issue.sections.flatMap((section) => section.items);
  return { issue, assets: (await readAssets(items, workspace)).value };
}
