/**
 * `bulletin import`: submissions become items. Each file is read and decided in memory, all of it is shown, and
 * only then, with one yes, everything is written: items, pictures, manifest, the originals and the register, or
 * nothing.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { INBOX, openDestination, planOf, takeAllIn, writePlan } from "./carry-import.js";
import { canAsk, confirm } from "./confirm.js";
import type { Destination } from "./find-destination.js";
import { REGISTER_FILE } from "./open-register.js";
import type { ImportPlan } from "./plan-import.js";
import { printImport } from "./print-import.js";
import type { TakenFile } from "./take-in.js";

export interface ImportOptions {
  readonly language: Language;
  readonly issue?: string;
  readonly section?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly strict?: boolean;
  readonly format: "pretty" | "json";
}

export async function runImport(paths: readonly string[], options: ImportOptions): Promise<number> {
  const { destination, register } = await openDestination(options.issue, options.section);
  const files = await takeAllIn(paths, { destination, register, section: options.section });
  const plan = planOf(files, destination);
  const isWritten = await agree({ files, plan, destination }, options);
  if (isWritten) writePlan(plan, { destination, register });
  if (options.format === "json")
    process.stdout.write(printImport({ files, plan, destination, isWritten }, options));
  else if (isWritten) process.stderr.write(written(plan, destination, options.language));
  return exitCode(files, options);
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
  if (canAsk()) {
    const isAgreed = await confirm(plan.items.length, language);
    if (!isAgreed)
      process.stderr.write(language === "zh" ? "没有写入任何文件。\n" : "Nothing was written.\n");
    return isAgreed;
  }
  process.stderr.write(
    language === "zh"
      ? "没有写入任何文件。确认无误后，加 --yes 再运行一次。\n"
      : "Nothing was written. If this is right, run it again with --yes.\n",
  );
  return false;
}

function written({ items }: ImportPlan, { issue, root }: Destination, language: Language): string {
  const place = issue === undefined ? join(root, INBOX) : issue.folder;
  const shown = existsSync(place) ? place : root;
  const hasPictures = items.some(({ arrived }) => arrived.counts.pictures > 0);
  if (language === "zh") {
    const pictures = hasPictures ? "图片还要写上内容，供读屏软件朗读：在稿件里 ![] 的方括号中写一句。\n" : "";
    return `已导入 ${items.length} 篇，原件在 ${join(root, INBOX)}，已登记到 ${join(root, REGISTER_FILE)}。\n${pictures}接下来：bulletin lint ${shown}\n`;
  }
  const pictures = hasPictures
    ? "Say what each picture shows, for screen readers: write it between the brackets of ![] in the item.\n"
    : "";
  return `Imported ${items.length === 1 ? "one item" : `${items.length} items`}; the originals are in ${join(root, INBOX)}, entered in ${join(root, REGISTER_FILE)}.\n${pictures}Next: bulletin lint ${shown}\n`;
}

/** Where an item goes, and beside what: nothing of it is lost. */
const ABOUT_PLACE: ReadonlySet<string> = new Set(["import/section", "import/duplicate"]);

function exitCode(files: readonly TakenFile[], { strict }: ImportOptions): number {
  const told = files.flatMap(({ diagnostics }) => diagnostics);
  const isRefused = told.some(({ severity }) => severity === "error");
  const isLossy =
    strict === true && told.some(({ rule, severity }) => severity === "warning" && !ABOUT_PLACE.has(rule));
  return isRefused || isLossy ? 1 : 0;
}
