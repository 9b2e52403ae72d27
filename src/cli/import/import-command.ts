/**
 * `bulletin import`: submissions become items. Each file is read and decided in memory, all of it is shown, and
 * only then, with one yes, everything is written: items, pictures, manifest, the originals and the register, or
 * nothing.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { isTaken, refuseWayOut } from "../../disk/stay-inside.js";
import { type FileToWrite, writeFiles } from "../../disk/write-files.js";
import { printRegister, type Register, rowsOfFile } from "../../intake/register.js";
import { findSection, listItem, nextNumber } from "../new/new-item-command.js";
import { canAsk, confirm } from "./confirm.js";
import { type Destination, findDestination } from "./find-destination.js";
import { listFiles, readIncoming } from "./gather-files.js";
import { openRegister, REGISTER_FILE } from "./open-register.js";
import { type ImportPlan, planImport } from "./plan-import.js";
import { printImport } from "./print-import.js";
import { alreadyHere, type TakenFile, takeIn } from "./take-in.js";

export interface ImportOptions {
  readonly language: Language;
  readonly issue?: string;
  readonly section?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly strict?: boolean;
  readonly format: "pretty" | "json";
}

const INBOX = "inbox";

export async function runImport(paths: readonly string[], options: ImportOptions): Promise<number> {
  const destination = await findDestination(options.issue);
  // A wrong name is told before anything is read.
  if (options.section !== undefined && destination.issue !== undefined)
    findSection(destination.issue.document, options.section, destination.issue.manifest);
  const register = openRegister(destination.root);
  const files = await takeAllIn(paths, { destination, register, options });
  const plan = planOf(files, destination);
  const isWritten = await agree({ files, plan, destination }, options);
  if (isWritten) write(plan, { destination, register });
  if (options.format === "json")
    process.stdout.write(printImport({ files, plan, destination, isWritten }, options));
  else if (isWritten) process.stderr.write(written(plan, destination, options.language));
  return exitCode(files, options);
}

interface Taking {
  readonly destination: Destination;
  readonly register: Register;
  readonly options: ImportOptions;
}

async function takeAllIn(
  paths: readonly string[],
  { destination, register, options }: Taking,
): Promise<readonly TakenFile[]> {
  const seen = new Map<string, string>();
  const files: TakenFile[] = [];
  // One after the other: a mail with photos is held as a whole.
  for (const path of listFiles(paths)) {
    const file = readIncoming(path);
    const [known] = rowsOfFile(register, file.sha256);
    const twin = seen.get(file.sha256);
    seen.set(file.sha256, path);
    if (known !== undefined) files.push(alreadyHere(file, { imported: known }));
    else if (twin !== undefined) files.push(alreadyHere(file, { twin }));
    else files.push(await takeIn(file, { destination, section: options.section }));
  }
  return files;
}

function planOf(files: readonly TakenFile[], { root, issue }: Destination): ImportPlan {
  const folder = issue?.name ?? INBOX;
  const itemFolder = issue === undefined ? join(root, INBOX) : join(issue.folder, "items");
  return planImport(
    files.flatMap(({ arrived }) => (arrived === undefined ? [] : [arrived])),
    {
      folder,
      issue: issue?.name,
      firstNumber: Number(nextNumber(itemFolder)),
      isTaken: (path) => isTaken(join(root, path)),
    },
  );
}

interface Shown {
  readonly files: readonly TakenFile[];
  readonly plan: ImportPlan;
  readonly destination: Destination;
}

/** Shows what would be written. @returns true where it is to be */
async function agree({ files, plan, destination }: Shown, options: ImportOptions): Promise<boolean> {
  const { language } = options;
  if (options.format === "json")
    return plan.items.length > 0 && options.yes === true && options.dryRun !== true;
  process.stdout.write(printImport({ files, plan, destination, isWritten: false }, options));
  if (plan.items.length === 0 || options.dryRun === true) return false;
  if (options.yes === true) return true;
  if (canAsk()) return confirm(plan.items.length, language);
  process.stderr.write(
    language === "zh"
      ? "没有写入任何文件。确认无误后，加 --yes 再运行一次。\n"
      : "Nothing was written. If this is right, run it again with --yes.\n",
  );
  return false;
}

function write(plan: ImportPlan, { destination, register }: Omit<Taking, "options">): void {
  const { root, issue } = destination;
  const files: FileToWrite[] = [...plan.files].map(([path, bytes]) => ({ path: join(root, path), bytes }));
  const encoder = new TextEncoder();
  const rows = [...register.rows, ...plan.rows];
  files.push({
    path: join(root, REGISTER_FILE),
    bytes: encoder.encode(printRegister({ ...register, rows })),
  });
  for (const { path } of files) refuseWayOut(path, root);
  if (issue !== undefined) {
    for (const { arrived, listed } of plan.items)
      listItem(issue.document, findSection(issue.document, arrived.choice?.section, issue.manifest), listed);
    const text = issue.document.toString({ lineWidth: 0, flowCollectionPadding: false });
    files.push({ path: issue.manifest, bytes: encoder.encode(text) });
  }
  writeFiles(files);
}

function written({ items }: ImportPlan, { issue, root }: Destination, language: Language): string {
  const place = issue === undefined ? join(root, INBOX) : issue.folder;
  const shown = existsSync(place) ? place : root;
  return language === "zh"
    ? `已导入 ${items.length} 篇，原件在 ${join(root, INBOX)}，已登记到 ${join(root, REGISTER_FILE)}。\n接下来：bulletin lint ${shown}\n`
    : `Imported ${items.length === 1 ? "one item" : `${items.length} items`}; the originals are in ${join(root, INBOX)}, entered in ${join(root, REGISTER_FILE)}.\nNext: bulletin lint ${shown}\n`;
}

function exitCode(files: readonly TakenFile[], { strict }: ImportOptions): number {
  const told = files.flatMap(({ diagnostics }) => diagnostics);
  const isRefused = told.some(({ severity }) => severity === "error");
  const isLossy = strict === true && told.some(({ severity }) => severity === "warning");
  return isRefused || isLossy ? 1 : 0;
}
