/**
 * Why the details are not saved, in the words of the form: which field is meant, by the name that stands above
 * it, and what belongs there. What is right is decided by the manifest's own reader (change-manifest.ts).
 */
import type { Diagnostic, Message } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { readIsoDate } from "../../model/calendar-date.js";
import type { DetailsState } from "../../preview/protocol.js";
import { type RefusedChange, refuse } from "./refused-change.js";

export type DetailName = keyof DetailsState;

/** As src/preview/words.ts names the fields. */
export const DETAIL_LABELS: Readonly<Record<DetailName, Message>> = {
  year: { zh: "年份", en: "Year" },
  number: { zh: "期号", en: "Number" },
  total: { zh: "总期号", en: "Running number" },
  date: { zh: "出刊日期", en: "Date" },
  from: { zh: "收稿期起", en: "Reported from" },
  to: { zh: "收稿期止", en: "Reported to" },
  editor: { zh: "责任编辑", en: "Editor" },
  reviewer: { zh: "审核", en: "Reviewer" },
  approver: { zh: "签发", en: "Approved by" },
};

const NUMBERS: readonly DetailName[] = ["year", "number", "total"];
const PERIOD: readonly DetailName[] = ["from", "to"];
const DAYS: readonly DetailName[] = ["date", ...PERIOD];

export interface FieldFault {
  readonly field: DetailName;
  readonly problem: Message;
  readonly remedy: Message;
}

/** @param found by the manifest's reader, of a value or of the want of one */
export function faultOfField(
  field: DetailName,
  value: string,
  found: Pick<Diagnostic, "message">,
): FieldFault {
  if (value === "") {
    return { field, problem: EMPTY, remedy: PERIOD.includes(field) ? FILL_BOTH : FILL_IT };
  }
  return { field, problem: found.message, remedy: remedyOf(field, value) };
}

/** A letter that is not seen and belongs in no name. */
export const controlIn = (field: DetailName): FieldFault => ({ field, problem: CONTROL, remedy: CLEAR_IT });

/** @param faults at least one */
export function refuseFields(faults: readonly FieldFault[]): RefusedChange {
  const fields = faults.map(({ field, problem }) => ({ field, problem }));
  const [first] = faults;
  const labels = faults.map(({ field }) => DETAIL_LABELS[field]);
  if (first === undefined || faults.length > 1) {
    const problem = {
      zh: `有 ${faults.length} 项填得不对，没有保存：${labels.map(({ zh }) => zh).join("、")}。`,
      en: `${faults.length} fields are wrong, and nothing was saved: ${labels.map(({ en }) => en).join(", ")}.`,
    };
    return refuse({ problem, remedy: CORRECT_IT, fields });
  }
  const named = (language: Language) =>
    [DETAIL_LABELS[first.field][language], first.problem[language]].join(language === "zh" ? "：" : ": ");
  const problem = { zh: named("zh"), en: named("en") };
  return refuse({ problem, remedy: first.remedy, fields });
}

function remedyOf(field: DetailName, value: string): Message {
  // Of digits the problem says how many they may be.
  if (NUMBERS.includes(field)) return /^\d+$/.test(value) ? CORRECT_IT : A_NUMBER;
  // A day that is one does not go with the other of its period.
  if (PERIOD.includes(field) && readIsoDate(value) !== undefined) return CHECK_BOTH;
  return DAYS.includes(field) ? A_DAY : CORRECT_IT;
}

const PARTS: Readonly<Record<string, Message>> = {
  period: { zh: "收稿期", en: "the period" },
  editorial: { zh: "编辑、审核、签发", en: "editor, reviewer and approver" },
};

/**
 * @param key of the manifest, under which something else stands than named parts
 * @param fields that were to be put there
 */
export function refuseParts(key: string, fields: readonly DetailName[]): RefusedChange {
  const { zh, en } = PARTS[key] ?? { zh: key, en: key };
  const problem = {
    zh: `清单里“${zh}”（${key}）写成了别的形式，不知道该填在哪里，没有保存。`,
    en: `The manifest writes ${en} (${key}) in another form, with no place to put this; nothing was saved.`,
  };
  const remedy = {
    zh: `请在编辑器里打开清单，删去 ${key} 这一项，再在这里填写。`,
    en: `Open the manifest in an editor, delete ${key}, and fill it in here.`,
  };
  return refuse({ problem, remedy, fields: fields.map((field) => ({ field, problem })) });
}

/** @param fields at least one, that somebody else has changed since the form showed them, with what they hold now */
export function refuseOvertaken(
  fields: readonly { readonly field: DetailName; readonly now: string }[],
): RefusedChange {
  const labels = fields.map(({ field }) => DETAIL_LABELS[field]);
  const problem = {
    zh: `${labels.map(({ zh }) => zh).join("、")}刚刚在别处改过，没有保存。`,
    en: `Just changed elsewhere, so nothing was saved: ${labels.map(({ en }) => en).join(", ")}.`,
  };
  const changedTo = (now: string): Message =>
    now === ""
      ? { zh: "刚刚在别处清空了。", en: "It has just been cleared elsewhere." }
      : { zh: `刚刚在别处改成了“${now}”。`, en: `It has just been changed to “${now}” elsewhere.` };
  return refuse({
    problem,
    remedy: KEEP_WHICH,
    fields: fields.map(({ field, now }) => ({ field, problem: changedTo(now), now })),
  });
}

const KEEP_WHICH: Message = {
  zh: "要用这里填的，请再保存一次；要留别处改的，请取消。",
  en: "Save again to use what stands here; cancel to keep what was changed elsewhere.",
};

export const CORRECT_IT: Message = {
  zh: "请改正后再保存；清单没有改动。",
  en: "Correct it and save again; the manifest was not changed.",
};

const EMPTY: Message = { zh: "没有填，这一项不能空着。", en: "It is empty, and has to be given." };
const CONTROL: Message = {
  zh: "里面有看不见的控制字符，没有保存。",
  en: "There is a control character in it, which is not seen; nothing was saved.",
};
const CLEAR_IT: Message = { zh: "请清空这一项，再用键盘输入。", en: "Clear the field and type it." };
const FILL_IT: Message = { zh: "请填上再保存。", en: "Fill it in and save again." };
const FILL_BOTH: Message = {
  zh: "请把收稿期的起止都填上，或两项都留空。",
  en: "Give both ends of the period, or leave both empty.",
};
const CHECK_BOTH: Message = {
  zh: "请核对收稿期的起止两个日期，改好再保存。",
  en: "Check both ends of the period, and save again.",
};
const A_NUMBER: Message = { zh: "请只填数字，如 12。", en: "Give digits alone, such as 12." };
const A_DAY: Message = {
  zh: "请选一个日期，或写成 2026-03-16 这样。",
  en: "Choose a day, or write it like 2026-03-16.",
};
