/** What `bulletin import` and `bulletin new item --from` share: files taken in, planned, and written all at once. */
import { join } from "node:path";
import { type Diagnostic, EnvironmentError } from "../../diagnostics/diagnostic.js";
import { isTaken, refuseWayOut } from "../../disk/stay-inside.js";
import { type FileToWrite, writeFiles } from "../../disk/write-files.js";
import { printRegister, type Register, rowsOfFile } from "../../intake/register.js";
import { listItems } from "../new/list-in-manifest.js";
import { findSection, nextNumber, readManifest } from "../new/manifest-edits.js";
import { type Destination, findDestination } from "./find-destination.js";
import { type IncomingFile, readIncoming } from "./gather-files.js";
import type { GivenWords } from "./given-words.js";
import { whileHeld } from "./hold-import.js";
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
  /** told of each file that is read */
  readonly onRead?: () => void;
}

/** @param paths of files */
export const takeAllIn = (paths: readonly string[], taking: Taking): Promise<readonly TakenFile[]> =>
  takeFilesIn(
    paths.map((path) => () => readIncoming(path)),
    taking,
  );

/** @param files each read when its turn comes */
export async function takeFilesIn(
  incoming: readonly (() => IncomingFile)[],
  { destination, register, section, given, onRead }: Taking,
): Promise<readonly TakenFile[]> {
  const seen = new Map<string, TakenFile>();
  const files: TakenFile[] = [];
  // One after the other: a mail with photos is held as a whole.
  for (const read of incoming) {
    const file = read();
    const [known] = rowsOfFile(register, file.sha256);
    const twin = seen.get(file.sha256);
    if (known !== undefined) files.push(alreadyHere(file, { imported: known }));
    else if (twin !== undefined)
      files.push(alreadyHere(file, { twin: twin.file.path, isTaken: twin.arrived !== undefined }));
    else {
      const taken = await takeIn(file, { destination, section, given });
      seen.set(file.sha256, taken);
      files.push(taken);
    }
    onRead?.();
  }
  return withTwins(files, register);
}

/** One story often comes by mail and as a file: a title that was there before is named, and imported all the same. */
function withTwins(files: readonly TakenFile[], { rows }: Register): readonly TakenFile[] {
  const known = new Map(rows.map(({ title, item, file }) => [title, item || file]));
  return files.map((taken) => {
    const twins: Diagnostic[] = [];
    for (const { title } of taken.arrived?.items ?? []) {
      const words = title.join("");
      const other = words === "" ? undefined : known.get(words);
      if (other !== undefined) twins.push(sameTitle(taken.file.path, words, other));
      known.set(words, taken.file.path);
    }
    return twins.length === 0 ? taken : { ...taken, diagnostics: [...taken.diagnostics, ...twins] };
  });
}

const sameTitle = (path: string, title: string, other: string): Diagnostic => ({
  rule: "import/duplicate",
  severity: "warning",
  span: { path, start: 0, end: 0 },
  message: {
    zh: `标题“${title}”与 ${other} 相同，可能是同一篇稿件。`,
    en: `The title “${title}” is that of ${other}, too; it may be the same item.`,
  },
  help: { zh: "若是同一篇，请只留一篇。", en: "If it is, keep one of them." },
});

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

export interface Writing extends Opened {
  /**
   * told what will be written, before it is
   * @returns takes that back where it was not written
   */
  readonly keep?: (files: readonly FileToWrite[]) => () => void;
}

export function writePlan(plan: ImportPlan, writing: Writing): void {
  whileHeld(writing.destination.root, Date.now(), () => writeHeld(plan, writing));
}

function writeHeld(plan: ImportPlan, { destination, register, keep }: Writing): void {
  const { root, issue } = destination;
  refuseChanges(destination, register);
  const files: FileToWrite[] = [...plan.files].map(([path, bytes]) => ({ path: join(root, path), bytes }));
  const encoder = new TextEncoder();
  const rows = [...register.rows, ...plan.rows];
  files.push({
    path: join(root, REGISTER_FILE),
    bytes: encoder.encode(printRegister({ ...register, rows })),
  });
  for (const { path } of files) refuseWayOut(path, root);
  if (issue !== undefined) {
    const listings = plan.items.map(({ arrived, listed }) => ({
      section: arrived.choice?.section,
      item: listed,
    }));
    const text = listItems(issue.text, listings, issue.manifest);
    files.push({ path: issue.manifest, bytes: encoder.encode(text) });
  }
  const forget = keep?.(files);
  try {
    writeFiles(files);
  } catch (fault) {
    forget?.();
    throw fault;
  }
}

/** Between reading and writing lies a question, and whoever else works on the issue. */
function refuseChanges({ root, issue }: Destination, register: Register): void {
  const isSame =
    printRegister(openRegister(root)) === printRegister(register) &&
    (issue === undefined || readManifest(issue.manifest) === issue.text);
  if (isSame) return;
  throw new EnvironmentError(
    {
      zh: "清单或来稿登记簿刚被别的程序改过，没有写入任何文件。",
      en: "The manifest or the register was changed meanwhile; nothing was written.",
    },
    { zh: "请再试一次。", en: "Try again." },
  );
}
