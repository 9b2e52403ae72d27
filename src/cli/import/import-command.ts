/**
 * `bulletin import`: submissions become items. Each file is read and decided in memory, all of it is shown, and
 * only then, with one yes, everything is written: items, pictures, manifest, the originals and the register, or
 * nothing.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { tellProgress } from "../terminal/tell-progress.js";
import { INBOX, openDestination, planOf, takeAllIn, writePlan } from "./carry-import.js";
import { type Answer, canAsk, confirm } from "./confirm.js";
import { type Destination, outside } from "./find-destination.js";
import { gatherPaths } from "./gather-files.js";
import { REGISTER_FILE } from "./open-register.js";
import type { ImportPlan } from "./plan-import.js";
import { printImport } from "./print-import.js";
import type { TakenFile } from "./take-in.js";
import { EXIT_INTERRUPTED, uninterrupted } from "./uninterrupted.js";

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
  const { language } = options;
  const { destination, register } = await openDestination(options.issue, options.section);
  if (!destination.isBulletin && mayWrite(options)) throw outside();
  const { files: named, passedOver } = gatherPaths(paths);
  const progress = tellProgress(named.length, language);
  const files = await takeAllIn(named, {
    destination,
    register,
    section: options.section,
    onRead: progress.step,
  });
  progress.end();
  process.stderr.write(notRead(paths, { named, passedOver, language }));
  const plan = planOf(files, destination);
  const answer = await agree({ files, plan, destination }, options);
  const isInterrupted =
    answer === "yes"
      ? await uninterrupted(() => writePlan(plan, { destination, register }))
      : answer === "interrupted";
  const isWritten = answer === "yes";
  if (options.format === "json")
    process.stdout.write(printImport({ files, plan, destination, isWritten }, options));
  else if (isWritten) process.stderr.write(written(plan, destination, language));
  return isInterrupted ? EXIT_INTERRUPTED : exitCode(files, options);
}

/** True where the run may end in files: told with --yes, or asked on a terminal. */
const mayWrite = ({ dryRun, yes, format }: ImportOptions): boolean =>
  dryRun !== true && (yes === true || (format === "pretty" && canAsk()));

interface Shown {
  readonly files: readonly TakenFile[];
  readonly plan: ImportPlan;
  readonly destination: Destination;
}

/** Shows what would be written. @returns "yes" where it is to be */
async function agree({ files, plan, destination }: Shown, options: ImportOptions): Promise<Answer> {
  const { language } = options;
  if (options.format === "json") return plan.items.length > 0 && mayWrite(options) ? "yes" : "no";
  if (files.length > 0)
    process.stdout.write(printImport({ files, plan, destination, isWritten: false }, options));
  if (plan.items.length === 0 || options.dryRun === true) return "no";
  if (options.yes === true) return "yes";
  if (canAsk()) {
    const answer = await confirm(plan.items.length, { language });
    if (answer !== "yes")
      process.stderr.write(language === "zh" ? "没有写入任何文件。\n" : "Nothing was written.\n");
    return answer;
  }
  process.stderr.write(destination.isBulletin ? WITH_YES[language] : NO_BULLETIN[language]);
  return "no";
}

const WITH_YES: Readonly<Record<Language, string>> = {
  zh: "没有写入任何文件。确认无误后，加 --yes 再运行一次。\n",
  en: "Nothing was written. If this is right, run it again with --yes.\n",
};

/** Run with --yes, it would be refused (find-destination.ts). */
const NO_BULLETIN: Readonly<Record<Language, string>> = {
  zh: "没有写入任何文件。这个文件夹不在任何简报里：导入时请到简报的文件夹里运行，或用 --issue 指明导入哪一期。\n",
  en: "Nothing was written. This folder belongs to no bulletin: to import, run it in the folder of one, or name the issue with --issue.\n",
};

interface NotRead {
  readonly named: readonly string[];
  readonly passedOver: readonly string[];
  readonly language: Language;
}

/** Places named of those that were passed over. */
const PLACES_NAMED = 5;

/** What was given and is not among the files: nothing is passed over in silence. */
function notRead(paths: readonly string[], { named, passedOver, language }: NotRead): string {
  const isZh = language === "zh";
  const places = passedOver.slice(0, PLACES_NAMED).map(printable);
  const given = paths.map(printable);
  const empty =
    named.length > 0
      ? ""
      : isZh
        ? `没有来稿可以导入：${given.join("、")} 里没有文件。\n`
        : `There is nothing to import: no files in ${given.join(", ")}.\n`;
  if (places.length === 0) return empty;
  const isMore = passedOver.length > places.length;
  return isZh
    ? `${empty}没有进入 ${passedOver.length} 个子文件夹或链接：${places.join("、")}${isMore ? " 等" : ""}；里面的来稿请另外导入。\n`
    : `${empty}${passedOver.length === 1 ? "One folder or link was" : `${passedOver.length} folders or links were`} not entered: ${places.join(", ")}${isMore ? " …" : ""}; import what is in there separately.\n`;
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
