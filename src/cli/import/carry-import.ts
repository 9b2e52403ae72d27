/** What `bulletin import` and `bulletin new item --from` share: files taken in, planned, and written all at once. */
import { join } from "node:path";
import { isTaken, refuseWayOut } from "../../disk/stay-inside.js";
import { type FileToWrite, writeFiles } from "../../disk/write-files.js";
import { printRegister, type Register, rowsOfFile } from "../../intake/register.js";
import { findSection, listItem, nextNumber } from "../new/manifest-edits.js";
import { type Destination, findDestination } from "./find-destination.js";
import { listFiles, readIncoming } from "./gather-files.js";
import type { GivenWords } from "./given-words.js";
import { openRegister, REGISTER_FILE } from "./open-register.js";
import { type ImportPlan, planImport } from "./plan-import.js";
import { alreadyHere, type TakenFile, takeIn } from "./take-in.js";

export const INBOX = "inbox";

export interface Opened {
  readonly destination: Destination;
  readonly register: Register;
}

/** A wrong name of an issue or of a section is told before anything is read. */
export async function openDestination(
  issue: string | undefined,
  section: string | undefined,
): Promise<Opened> {
  const destination = await findDestination(issue);
  if (section !== undefined && destination.issue !== undefined)
    findSection(destination.issue.document, section, destination.issue.manifest);
  return { destination, register: openRegister(destination.root) };
}

export interface Taking {
  readonly destination: Destination;
  readonly register: Register;
  /** named on the command line */
  readonly section: string | undefined;
  readonly given?: GivenWords;
}

export async function takeAllIn(
  paths: readonly string[],
  { destination, register, section, given }: Taking,
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
    else files.push(await takeIn(file, { destination, section, given }));
  }
  return files;
}

export function planOf(files: readonly TakenFile[], { root, issue }: Destination): ImportPlan {
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

export function writePlan(
  plan: ImportPlan,
  { destination, register }: Pick<Taking, "destination" | "register">,
): void {
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
