/** `bulletin names`: reads an archive of issues, and prints a roster and a register for a person to confirm. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printPretty } from "../../diagnostics/print-pretty.js";
import { printableJson } from "../../diagnostics/printable.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import { isTaken } from "../../disk/stay-inside.js";
import { writeFiles } from "../../disk/write-files.js";
import type { House } from "../../model/house.js";
import { printProposal, proposalRecord } from "../../names/print-proposal.js";
import { type PrintedItem, proposeNames } from "../../names/propose-names.js";
import { readOpened } from "../../read/markdown/parse-markdown.js";
import { openIssue } from "../../read/read-issue.js";
import { findManifests } from "../find-targets.js";
import { tellProgress } from "../import/tell-progress.js";
import { lookOf } from "../terminal/paint.js";

export interface NamesCommandOptions {
  readonly from: string;
  readonly json?: boolean;
  readonly out?: string;
  readonly language: Language;
}

/** @returns the exit code: 1 where an issue could not be read; the others are proposed all the same */
export async function runNames({ from, json, out, language }: NamesCommandOptions): Promise<number> {
  if (out !== undefined && isTaken(out)) throw existing(out);
  const workspace = diskWorkspace(process.cwd());
  const manifests = findManifests([from], { workspace, all: true });
  const progress = tellProgress(manifests.length, language);
  const printed: PrintedItem[] = [];
  const sources = new Map<string, string>();
  let house: House | undefined;
  let unread = 0;
  const faults: string[] = [];
  for (const manifest of manifests) {
    const { issue, diagnostics, sources: read } = await readOpened(openIssue(manifest, workspace));
    progress.step();
    for (const [path, text] of read) sources.set(path, text);
    if (issue === undefined) {
      unread += 1;
      faults.push(printPretty(diagnostics, read, { ...lookOf(process.stderr), language }));
      continue;
    }
    house = issue.house;
    for (const { items } of issue.sections)
      for (const item of items) printed.push({ item, date: issue.date.value });
  }
  progress.end();
  process.stderr.write(faults.join(""));
  const proposal = proposeNames(printed, house);
  const facts = { from, issues: manifests.length - unread, sources };
  const text =
    json === true
      ? `${printableJson(proposalRecord(proposal, facts))}\n`
      : printProposal(proposal, facts, language);
  if (out === undefined) process.stdout.write(text);
  else writeFiles([{ path: out, bytes: new TextEncoder().encode(text) }]);
  return unread > 0 ? 1 : 0;
}

const existing = (path: string): EnvironmentError =>
  new EnvironmentError(
    { zh: `“${path}”已经存在，没有写入。`, en: `“${path}” exists already; nothing was written.` },
    { zh: "请换一个文件名。", en: "Give the name of a new file." },
  );
