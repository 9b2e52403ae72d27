/** `bulletin names`: reads an archive of issues, and prints a roster and a register for a person to confirm. */
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printableJson } from "../../diagnostics/printable.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import { isTaken } from "../../disk/stay-inside.js";
import { writeFiles } from "../../disk/write-files.js";
import type { House } from "../../model/house.js";
import { printProposal, proposalRecord } from "../../names/print-proposal.js";
import { type PrintedItem, proposeNames } from "../../names/propose-names.js";
import { readArchive } from "../read-archive.js";

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
  const printed: PrintedItem[] = [];
  const sources = new Map<string, string>();
  let house: House | undefined;
  const { issues, unread } = await readArchive([from], {
    workspace,
    language,
    each(issue, read) {
      for (const [path, text] of read) sources.set(path, text);
      house = issue.house;
      for (const { items } of issue.sections)
        for (const item of items) printed.push({ item, date: issue.date.value });
    },
  });
  const proposal = proposeNames(printed, house);
  const facts = { from, issues, sources };
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
