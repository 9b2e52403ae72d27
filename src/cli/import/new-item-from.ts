/** `bulletin new item --from FILE`: the import of one file that holds one item, written at once. */
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import { openDestination, planOf, takeAllIn, writePlan } from "./carry-import.js";
import { gatherPaths } from "./gather-files.js";
import type { GivenWords } from "./given-words.js";
import { printImport } from "./print-import.js";
import type { TakenFile } from "./take-in.js";
import { EXIT_INTERRUPTED, uninterrupted } from "./uninterrupted.js";

export interface NewItemFromOptions extends GivenWords {
  readonly language: Language;
  readonly issue: string;
  readonly section: string | undefined;
}

/** @returns 0 where the item was added; 1 where the file is refused, with what to do instead */
export async function runNewItemFrom(path: string, options: NewItemFromOptions): Promise<number> {
  const { language, issue, section, title, source } = options;
  const { destination, register } = await openDestination(issue, section);
  const files = await takeAllIn(gatherPaths([path]).files, {
    destination,
    register,
    section,
    given: { title, source },
  });
  const plan = planOf(files, destination);
  const [planned, ...others] = plan.items;
  const given = title ?? source;
  const isReady = files.some(({ arrived }) => arrived?.items.some(({ isReady }) => isReady) === true);
  process.stdout.write(
    printImport({ files, plan, destination, isWritten: false }, { language, format: "pretty" }),
  );
  const refusal =
    planned === undefined
      ? noItem(files)
      : others.length > 0
        ? SEVERAL
        : given !== undefined && isReady
          ? READY
          : undefined;
  if (planned === undefined || refusal !== undefined) {
    if (refusal !== undefined) process.stderr.write(`${refusal[language]}\n`);
    return 1;
  }
  const isInterrupted = await uninterrupted(() => writePlan(plan, { destination, register }));
  process.stdout.write(`${added(planned.path, planned.arrived.choice?.section ?? "")[language]}\n`);
  return isInterrupted ? EXIT_INTERRUPTED : 0;
}

/** What stands in the way is shown with the file; here what follows from it. */
const noItem = (files: readonly TakenFile[]): Message =>
  files.some(({ diagnostics }) => diagnostics.some(({ rule }) => rule === "import/duplicate"))
    ? {
        zh: "没有新增稿件。稿件已在上面说的地方，直接修改即可。",
        en: "No item was added. It is where the lines above say; edit it there.",
      }
    : {
        zh: "没有新增稿件。请按上面的办法处理，或用 bulletin new item 标题 新增一篇，把正文贴进去。",
        en: "No item was added. Do what the lines above say, or add one with bulletin new item TITLE and paste the text into it.",
      };

const SEVERAL: Message = {
  zh: "文件里不止一篇稿件，没有新增。请用 bulletin import 一次导入，会逐篇列出。",
  en: "The file holds more than one item; none was added. Take them in with bulletin import, which shows each.",
};

const READY: Message = {
  zh: "这个文件已经是写好的稿件，标题和单位写在它的开头，没有新增。请改那里，再运行一次，不必另写标题和单位。",
  en: "The file is an item already, with title and unit in its first lines; nothing was added. Change them there and run this again without giving them.",
};

const added = (path: string, section: string): Message => ({
  zh: `已新增稿件 ${printable(path)}，并列入【${printable(section)}】。原件在 inbox 文件夹，已登记到 register.csv。`,
  en: `Added ${printable(path)}, listed under ${printable(section)}. The original is in inbox, entered in register.csv.`,
});
