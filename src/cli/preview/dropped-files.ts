/**
 * Files dropped onto the page: read and decided in memory as `bulletin import` does, shown, and written when they are
 * confirmed. Until then nothing of them is on the disk. What is planned is planned anew before it is written: another
 * file may have been taken in meanwhile.
 */
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Message } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { rowsOfFile } from "../../intake/register.js";
import { isoDate } from "../../model/calendar-date.js";
import type { ImportPlan, PlannedItem, Refusal } from "../../preview/protocol.js";
import { forget } from "../history/fix-history.js";
import { keepWritten } from "../history/keep-written.js";
import { openDestination, planOf, takeFilesIn, writePlan } from "../import/carry-import.js";
import { inTheirTurn } from "../import/hold-import.js";
import type { ArrivedItem } from "../import/plan-import.js";
import type { TakenFile } from "../import/take-in.js";
import { type RefusalWords, type RefusedChange, refuse } from "./refused-change.js";

export interface DroppedFiles {
  readonly take: (name: string, bytes: Uint8Array) => Promise<ImportPlan | Refusal>;
  readonly confirm: (plan: string) => Promise<WrittenImport | RefusedChange>;
  /** @returns false where there is no such plan */
  readonly cancel: (plan: string) => boolean;
}

export interface WrittenImport {
  readonly items: number;
  /** of what was written and is watched */
  readonly paths: readonly string[];
  /** path of the record by which it can be undone; undefined where it cannot */
  readonly record: string | undefined;
}

/** Plans that wait for a yes; the oldest is forgotten for the next. */
const MOST_PLANS = 8;
const MOST_BYTES = 512 * 1024 * 1024;

/** @param manifest of the issue that takes them */
export function droppedFiles(manifest: string, language: Language): DroppedFiles {
  const waiting = new Map<string, TakenFile>();
  const forgetOldest = () => {
    const sizeOf = ({ file }: TakenFile) => file.bytes.length;
    while (
      waiting.size > MOST_PLANS ||
      (waiting.size > 1 && [...waiting.values()].reduce((sum, file) => sum + sizeOf(file), 0) > MOST_BYTES)
    ) {
      const [oldest = ""] = waiting.keys();
      waiting.delete(oldest);
    }
  };
  return {
    async take(name, bytes) {
      const { destination, register } = await openDestination(manifest, undefined);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const read = () => ({ path: name, name, bytes, sha256 });
      const [taken] = await takeFilesIn([read], { destination, register, section: undefined });
      const arrived = taken?.arrived;
      if (taken === undefined || arrived === undefined) return whyNothing(taken, language);
      const plan = randomBytes(12).toString("base64url");
      waiting.set(plan, taken);
      forgetOldest();
      // What is told of a file is told once, with its first item.
      const told = toldOf(taken, language);
      const items = arrived.items.map(
        (item, index): PlannedItem => ({
          title: item.title.join(language === "zh" ? "／" : " / "),
          section: item.choice?.section ?? "",
          decisions: [...factsOf(item, language), ...(index === 0 ? told.decisions : [])],
          doubts: index === 0 ? told.doubts : [],
        }),
      );
      return { plan, fileName: name, items };
    },
    confirm: (plan) => inTheirTurn(() => confirm(plan)),
    cancel: (plan) => waiting.delete(plan),
  };

  async function confirm(plan: string): Promise<WrittenImport | RefusedChange> {
    const taken = waiting.get(plan);
    if (taken?.arrived === undefined) return refuse(FORGOTTEN);
    const { destination, register } = await openDestination(manifest, undefined);
    if (rowsOfFile(register, taken.file.sha256).length > 0) {
      waiting.delete(plan);
      return refuse(IMPORTED);
    }
    const written = planOf([taken], destination);
    const { name } = taken.file;
    let record: string | undefined;
    writePlan(written, {
      destination,
      register,
      keep(files) {
        const label = IMPORT(name, written.items.length)[language];
        const kept = keepWritten(files, { root: destination.root, label });
        record = kept;
        return () => kept !== undefined && forget(kept);
      },
    });
    waiting.delete(plan);
    return {
      items: written.items.length,
      paths: [manifest, ...written.items.map(({ path }) => join(destination.root, path))],
      record,
    };
  }
}

function toldOf(
  { diagnostics }: TakenFile,
  language: Language,
): { readonly decisions: readonly string[]; readonly doubts: readonly string[] } {
  const lines = diagnostics.map(({ severity, message, help }) => ({
    isDoubt: severity !== "info",
    line: message[language],
    // `--section` is for the terminal: here an item is moved by hand.
    remedy: help === undefined || /--\w/.test(help[language]) ? "" : help[language],
  }));
  const between = language === "zh" ? "" : " ";
  return {
    decisions: lines.filter(({ isDoubt }) => !isDoubt).map(({ line }) => line),
    doubts: lines
      .filter(({ isDoubt }) => isDoubt)
      .map(({ line, remedy }) => (remedy === "" ? line : `${line}${between}${remedy}`)),
  };
}

function factsOf({ source, author, date, counts }: ArrivedItem, language: Language): readonly string[] {
  const { paragraphs, tables, pictures } = counts;
  const rows: readonly (readonly [string, string | undefined])[] =
    language === "zh"
      ? [
          ["单位", source],
          ["报送", author],
          ["日期", date && isoDate(date)],
          ["正文", [`${paragraphs} 段`, ...some(tables, "张表"), ...some(pictures, "张图片")].join("，")],
        ]
      : [
          ["Unit", source],
          ["Sender", author],
          ["Date", date && isoDate(date)],
          ["Body", [`paragraphs: ${paragraphs}`, `tables: ${tables}`, `pictures: ${pictures}`].join(", ")],
        ];
  const colon = language === "zh" ? "：" : ": ";
  return rows.flatMap(([label, value]) =>
    value === undefined || value === "" ? [] : [`${label}${colon}${value}`],
  );
}

const some = (count: number, words: string): string[] => (count > 0 ? [`${count} ${words}`] : []);

function whyNothing(taken: TakenFile | undefined, language: Language): Refusal {
  const worst = taken?.diagnostics.find(({ severity }) => severity === "error") ?? taken?.diagnostics[0];
  return {
    problem: (worst?.message ?? NOTHING_IN_IT)[language],
    remedy: (worst?.help ?? ANOTHER_FORM)[language],
  };
}

const IMPORT = (name: string, items: number): Message => ({
  zh: `导入“${name}”：${items} 篇`,
  en: `“${name}” imported: ${items === 1 ? "one item" : `${items} items`}`,
});

const NOTHING_IN_IT: Message = {
  zh: "这个文件里没有可以导入的稿件。",
  en: "There is no item in this file that could be imported.",
};

const ANOTHER_FORM: Message = {
  zh: "请确认文件是否完整，或请对方另存为 Word 文件（.docx）再发一次。",
  en: "See whether the file is whole, or ask for it as a Word file (.docx).",
};

const FORGOTTEN: RefusalWords = {
  problem: {
    zh: "这次导入已经取消或写入过了，没有写入任何文件。",
    en: "This import was cancelled or has been written already; nothing was written.",
  },
  remedy: { zh: "请把文件再拖入一次。", en: "Drop the file again." },
};

const IMPORTED: RefusalWords = {
  problem: {
    zh: "这个文件已经导入过，没有再写入。",
    en: "This file has been imported already and was not written again.",
  },
  remedy: {
    zh: "确要再导入，请先从 register.csv 删去它的一行。",
    en: "To import it again, delete its row in register.csv first.",
  },
};
