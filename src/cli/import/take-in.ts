/** One file that came: read, decided, its section chosen, its pictures made ready; and what is told of all that. */
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import { readCodec } from "../../disk/codec-files.js";
import { diskWorkspace, withSlashes } from "../../disk/disk-workspace.js";
import type { DraftItem } from "../../intake/draft/draft-item.js";
import { draftStem } from "../../intake/draft/draft-names.js";
import { writeDraft } from "../../intake/draft/write-draft.js";
import type { Notice } from "../../intake/manuscript.js";
import { plainWords } from "../../intake/marked-text.js";
import { openCodecs } from "../../intake/pictures/codecs.js";
import type { RegisterRow } from "../../intake/register.js";
import { lintManuscript, type ManuscriptReading, type ReadyItem } from "../../lint-manuscript.js";
import type { CalendarDate } from "../../model/calendar-date.js";
import { localToday } from "../new/local-today.js";
import { chooseSection, type SectionChoice } from "./choose-section.js";
import type { Destination } from "./find-destination.js";
import type { IncomingFile } from "./gather-files.js";
import { type GivenWords, isSettled, withGiven } from "./given-words.js";
import type { ArrivedFile, ArrivedItem } from "./plan-import.js";
import { withReadyPictures } from "./ready-pictures.js";

export interface TakenFile {
  readonly file: IncomingFile;
  /** undefined where nothing of it is imported */
  readonly arrived: ArrivedFile | undefined;
  /** of reading, deciding and choosing alone: what the rules say of the items is told by lint */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

export interface TakeOptions {
  readonly destination: Destination;
  readonly section: string | undefined;
  readonly given?: GivenWords | undefined;
}

const NOTHING_GIVEN: GivenWords = { title: undefined, source: undefined };

export async function takeIn(
  file: IncomingFile,
  { destination, section, given = NOTHING_GIVEN }: TakeOptions,
): Promise<TakenFile> {
  const { issue, root } = destination;
  const reading = await lintManuscript(file, diskWorkspace(process.cwd()), {
    housedAt: withSlashes(issue === undefined ? `${root}/_` : issue.facts.path),
    decidesOnly: true,
    ...(issue !== undefined && {
      issue: { year: issue.facts.year.value, date: issue.facts.date.value },
    }),
  });
  const notices: Diagnostic[] = [];
  const items: ArrivedItem[] = [];
  const choose = (hint: string | undefined, path: string): SectionChoice | undefined => {
    const choice =
      issue &&
      chooseSection({
        named: section,
        hint,
        sections: issue.sections,
        rules: issue.facts.house.sections,
      });
    if (choice?.isSure === false) notices.push(sectionNotice(path, choice));
    return choice;
  };
  for (const found of reading.drafts) {
    const { draft: ready, notices: ofPictures } = await withReadyPictures(found, codecs);
    const { draft, notices: ofWords } = withGiven(ready, given);
    notices.push(...ofWords);
    notices.push(...ofPictures.map((notice) => asDiagnostic(notice, draft.path)));
    items.push(itemOfDraft(draft, choose(draft.section ?? draft.otherSection, draft.path)));
  }
  if (reading.item !== undefined)
    items.push(itemAsItIs(reading.item, choose(reading.item.section?.value, file.path)));
  // Of a letter that brings photos the intake speaks itself.
  const photos = reading.submission.manuscripts.length > 0 ? 0 : reading.submission.loosePictures.length;
  const arePhotos = items.length === 0 && photos > 0;
  if (arePhotos) notices.push(photosNotice(file, photos));
  // That no item was made of them is said once.
  const decided = reading.diagnostics.filter(
    ({ rule }) => !isSettled(rule, given) && !(arePhotos && rule === "import/empty"),
  );
  const arrived =
    items.length === 0
      ? undefined
      : { name: file.name, bytes: file.bytes, sha256: file.sha256, received: dayOf(reading), items };
  return { file, arrived, diagnostics: [...decided, ...notices], sources: reading.sources };
}

const codecs = openCodecs(readCodec);

const itemOfDraft = (draft: DraftItem, choice: SectionChoice | undefined): ArrivedItem => ({
  title: draft.title.map(plainWords),
  source: draft.source ?? draft.signed?.by.join("、"),
  author: draft.submitter?.name,
  date: draft.date,
  choice,
  counts: {
    paragraphs: draft.blocks.filter(({ kind }) => kind === "paragraph").length,
    tables: draft.blocks.filter(({ kind }) => kind === "table").length,
    pictures: draft.pictures.length,
  },
  isReady: false,
  write: (options) => writeDraft(draft, options),
});

/** What came as an item stays as it is, to the last character. */
function itemAsItIs(item: ReadyItem, choice: SectionChoice | undefined): ArrivedItem {
  const title = item.title.map(({ value }) => value);
  return {
    title,
    source: item.attribution?.value ?? item.signed?.by.map(({ value }) => value).join("、"),
    author: item.submitter?.name?.value,
    date: item.date?.value,
    choice,
    counts: {
      paragraphs: item.blocks.filter(({ kind }) => kind === "paragraph").length,
      tables: item.blocks.filter(({ kind }) => kind === "table").length,
      pictures: 0,
    },
    isReady: true,
    write: (options) => ({
      fileName: `${draftStem(title.join(""), options)}.md`,
      text: item.text,
      pictures: [],
    }),
  };
}

/** The day on the mail; of what came without one, today. */
const dayOf = ({ submission }: ManuscriptReading): CalendarDate => submission.mail?.date ?? localToday();

function sectionNotice(path: string, { section, words }: SectionChoice): Diagnostic {
  return {
    rule: "import/section",
    severity: "warning",
    span: { path, start: 0, end: 0 },
    message: { zh: `列入【${section}】：${words.zh}。`, en: `Listed under ${section}: ${words.en}.` },
    help: {
      zh: "若不对，用 --section 指定栏目，或导入后在清单里移到别的栏目。",
      en: "If that is wrong, name the section with --section, or move the line in the manifest afterwards.",
    },
  };
}

/** Photos alone are no item, and whose they are cannot be known. */
function photosNotice({ path }: IncomingFile, count: number): Diagnostic {
  return {
    rule: "import/empty",
    severity: "error",
    span: { path, start: 0, end: 0 },
    message:
      count === 1
        ? {
            zh: "这里只有一张照片，没有文字，没有导入。",
            en: "It holds a photo and no text, and was not imported.",
          }
        : {
            zh: `这里只有 ${count} 张照片，没有文字，没有导入。`,
            en: `It holds ${count} photos and no text, and was not imported.`,
          },
    help: {
      zh: '照片配哪篇稿件，请存进那一期的 images 文件夹，在稿件里单独写一段：![图上有什么](../images/照片.jpg "题注")。',
      en: 'Put it into the images folder of its issue, and call it in a paragraph of its item: ![what it shows](../images/photo.jpg "caption").',
    },
  };
}

const asDiagnostic = ({ place: _, ...notice }: Notice, path: string): Diagnostic => ({
  ...notice,
  span: { path, start: 0, end: 0 },
});

/** A file that came before is told, and not written twice. */
export function alreadyHere(
  file: IncomingFile,
  known: { readonly imported: RegisterRow } | { readonly twin: string; readonly isTaken: boolean },
): TakenFile {
  const severity: Severity = "info";
  const message =
    "twin" in known
      ? {
          zh: `与 ${known.twin} 是同一个文件，${known.isTaken ? "只导入一次" : "同样没有导入"}。`,
          en: `It is the same file as ${known.twin} and is ${known.isTaken ? "imported once" : "not imported either"}.`,
        }
      : {
          zh: `这个文件已经导入过（${known.imported.received}，${known.imported.item || known.imported.file}），没有再导入。`,
          en: `This file was imported before (${known.imported.received}, ${known.imported.item || known.imported.file}) and is left out.`,
        };
  const help = {
    zh: "确要再导入，请先从 register.csv 删去它的一行。",
    en: "To import it again, delete its row in register.csv first.",
  };
  return {
    file,
    arrived: undefined,
    diagnostics: [
      { rule: "import/duplicate", severity, span: { path: file.path, start: 0, end: 0 }, message, help },
    ],
    sources: new Map([[file.path, ""]]),
  };
}
