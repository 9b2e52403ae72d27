/**
 * The changes that the page asks for, written as `lint --fix` writes its own: each is a change of source files, kept
 * before it is made, and made only where the files are still those that the page was made of.
 */
import type { Message, Sources } from "../../diagnostics/diagnostic.js";
import type { Language } from "../../diagnostics/language.js";
import { diskWorkspace } from "../../disk/disk-workspace.js";
import { templatesFolder } from "../../disk/package-files.js";
import { isReadOnly, readOnly } from "../../disk/read-only.js";
import { wayOut } from "../../disk/stay-inside.js";
import { fixChosen } from "../../fix.js";
import type { ChangeAnswer, FixRequest } from "../../preview/protocol.js";
import type { Workspace } from "../../read/workspace.js";
import { type Change, replaceKeeping } from "../history/keep-changes.js";
import { shownPath } from "../history/shown-path.js";
import { lockedFiles } from "../lint/locked-files.js";
import type { DescribedFinding } from "./describe-findings.js";
import { recordId } from "./preview-history.js";
import { type RefusalWords, type RefusedChange, refuse } from "./refused-change.js";

/** What a page was made of. */
export interface JudgedState {
  readonly sources: Sources;
  readonly findings: readonly DescribedFinding[];
}

export interface ChangeSurroundings {
  readonly manifest: string;
  readonly workspace: Workspace;
  readonly language: Language;
}

export interface WantedChange {
  readonly changes: ReadonlyMap<string, Change>;
  readonly label: Message;
}

/** @returns the changes that would mend what was chosen */
export async function chosenFixes(
  request: FixRequest,
  { sources, findings }: JudgedState,
  { manifest, workspace }: ChangeSurroundings,
): Promise<WantedChange | RefusedChange> {
  const chosen = choiceOf(request, findings);
  if (chosen === undefined) return refuse(GONE);
  const { changes, refused } = await fixChosen({ kind: "issue", path: manifest }, workspace, {
    templates: diskWorkspace(templatesFolder()),
    choose: chosen.choose,
    toRest: request.kind === "rule",
    isLocked: lockedFiles(workspace).of(manifest),
  });
  const isAsShown = [...changes].every(([path, { before }]) => sources.get(path) === before);
  if (!isAsShown) return refuse(OVERTAKEN);
  if (changes.size === 0) return refuse(refused.length > 0 ? WOULD_SPOIL : NOTHING_LEFT);
  const mended = [...changes].map(([path, change]) => [path, { ...change, target: manifest }] as const);
  return { changes: new Map(mended), label: chosen.label };
}

type Choice = Pick<Parameters<typeof fixChosen>[2], "choose"> & { readonly label: Message };

function choiceOf(request: FixRequest, findings: readonly DescribedFinding[]): Choice | undefined {
  if (request.kind === "rule") {
    const { rule } = request;
    const sound = findings.filter(({ state }) => state.rule === rule && state.isFixable);
    if (sound.length === 0) return undefined;
    return {
      choose: (one) => (one.rule === rule ? (one.fix ?? []) : []),
      label: {
        zh: `改正 ${sound.length} 处：${rule}`,
        en: `${sound.length === 1 ? "1 place" : `${sound.length} places`} fixed: ${rule}`,
      },
    };
  }
  const found = findings.find(({ state }) => state.id === request.id)?.diagnostic;
  if (found === undefined) return undefined;
  const isIt: (one: DescribedFinding["diagnostic"]) => boolean = ({ rule, span, message }) =>
    rule === found.rule &&
    span.path === found.span.path &&
    span.start === found.span.start &&
    message.zh === found.message.zh;
  if (request.kind === "finding") {
    if (found.fix === undefined) return undefined;
    return {
      choose: (one) => (isIt(one) ? (one.fix ?? []) : []),
      label: { zh: `改正：${found.message.zh}`, en: `Fixed: ${found.message.en}` },
    };
  }
  const suggestion = found.suggestions?.[request.index];
  if (suggestion === undefined) return undefined;
  return {
    choose: (one) => (isIt(one) ? (one.suggestions?.[request.index]?.edits ?? []) : []),
    label: suggestion.message,
  };
}

/** What is written of a label; the place of a finding is told by its file. */
const MOST_LABEL_UNITS = 200;

/**
 * @returns that it is done, with what undoes it, or why nothing was written
 * @throws EnvironmentError where the disk refuses; nothing is written then
 */
export function writeChanges(
  wanted: WantedChange | RefusedChange,
  { sources }: JudgedState,
  { manifest, workspace, language }: ChangeSurroundings,
): ChangeAnswer {
  if ("refused" in wanted) return refusedAnswer(wanted.refused, language);
  const { changes, label } = wanted;
  if (changes.size === 0) return { isDone: true, message: UNCHANGED[language] };
  const isAsShown = [...changes].every(([path, { before }]) => sources.get(path) === before);
  if (!isAsShown) return refusedAnswer(OVERTAKEN, language);
  const locked = [...changes.keys()].find(lockedFiles(workspace).of(manifest));
  if (locked !== undefined)
    throw isReadOnly(locked) ? readOnly(shownPath(locked)) : wayOut(shownPath(locked));
  const words = label[language].replace(/\s+/g, " ").slice(0, MOST_LABEL_UNITS);
  const { overtaken, elsewhere, records } = replaceKeeping(changes, {
    workspace,
    label: words,
    isWhole: true,
  });
  if (overtaken.length > 0) return refusedAnswer(OVERTAKEN, language);
  const [unkept] = elsewhere;
  if (unkept !== undefined) return refusedAnswer(elsewhereThan(shownPath(unkept)), language);
  const [kept] = records;
  return { isDone: true, message: words, ...(kept && { undo: recordId(kept.record) }) };
}

export const refusedAnswer = (
  { problem, remedy, fields }: RefusalWords,
  language: Language,
): ChangeAnswer => ({
  isDone: false,
  refusal: {
    problem: problem[language],
    remedy: remedy[language],
    ...(fields && {
      fields: fields.map((field) => ({ ...field, problem: field.problem[language] })),
    }),
  },
});

export const OVERTAKEN: RefusalWords = {
  problem: {
    zh: "文件刚刚改过，和页面上看到的不一样了，没有改动。",
    en: "The file has just been changed and is no longer what the page shows; nothing was changed.",
  },
  remedy: { zh: "请看更新后的页面，再做一次。", en: "Look at the page as it is now, and do it again." },
};

/** A file without a link of its own that lies outside all the same: in a linked folder, or listed by `../`. */
const elsewhereThan = (path: string): RefusalWords => ({
  problem: {
    zh: `“${path}”不在简报的文件夹里，改动了不能撤销，没有改动。`,
    en: `“${path}” lies outside of the bulletin's folder, where a change could not be undone; nothing was changed.`,
  },
  remedy: {
    zh: "请把它放进简报的文件夹，或在编辑器里打开它，自己改正。",
    en: "Move it into the bulletin's folder, or open it in an editor and change it there.",
  },
});

const UNCHANGED: Message = { zh: "没有变化。", en: "Nothing has changed." };

const GONE: RefusalWords = {
  problem: { zh: "这一处已经不在了，没有改动。", en: "This is no longer there; nothing was changed." },
  remedy: { zh: "请看更新后的页面。", en: "Look at the page as it is now." },
};

const NOTHING_LEFT: RefusalWords = {
  problem: {
    zh: "这一处现在不能自动改正，没有改动。",
    en: "This cannot be fixed automatically any more; nothing was changed.",
  },
  remedy: { zh: "请在编辑器里打开文件，自己改正。", en: "Open the file in an editor and mend it by hand." },
};

const WOULD_SPOIL: RefusalWords = {
  problem: {
    zh: "自动改正会动到这一处以外的内容，没有改动。",
    en: "Fixing this automatically would change more than this place; nothing was changed.",
  },
  remedy: NOTHING_LEFT.remedy,
};
