/**
 * A random issue built, and all that its pages break of the laws, each fault with its seed, so that
 * it can be built again.
 */
import { type BuildResult, build } from "../../src/build.js";
import { memoryEnvironment } from "../../src/disk/disk-environment.js";
import type { Layout } from "../../src/layout/layout.js";
import type { CheckedIssue } from "../../src/model/issue.js";
import type { EditionText } from "../edition-text/edition-text.js";
import { modelText } from "../edition-text/model-text.js";
import { marksOf } from "./layout-marks.js";
import {
  blankPages,
  figuresOutOfOrder,
  headingsAtFoot,
  layoutText,
  linesBesideImprint,
  linesInImprint,
  linesOutOfOrder,
  notesAstray,
  partedFromTheirOwn,
} from "./page-laws.js";
import { type RandomIssue, randomIssue } from "./random-issue.js";
import { outside, overlaps } from "./seen-mark.js";
import { typeAreaOf } from "./type-area.js";

export interface BuiltIssue extends RandomIssue {
  readonly result: BuildResult;
}

/** @param pdf whether the file is wanted, too */
export async function buildRandom(
  seed: number,
  pdf: boolean,
  make: (seed: number) => RandomIssue = randomIssue,
): Promise<BuiltIssue> {
  const issue = make(seed);
  const result = await build("issue.yaml", memoryEnvironment(issue.files), {
    editions: pdf ? ["pdf"] : [],
    layOut: true,
    structuralOnly: true,
  });
  return { ...issue, result };
}

export interface JudgedPages {
  readonly pages: number;
  readonly faults: readonly string[];
}

/** @param template a folder in templates/ */
export function judgePages({ issue, layout, diagnostics }: BuildResult, template: string): JudgedPages {
  if (issue === undefined || layout === undefined) {
    return { pages: 0, faults: diagnostics.map(({ rule, message }) => `${rule}: ${message.en}`) };
  }
  const area = typeAreaOf(template);
  const onPages = layout.pages.flatMap((page) => {
    const marks = marksOf(layout, page);
    const found = [
      ...overlaps(marks).map((fault) => `overlap: ${fault}`),
      ...outside(marks, area, issue.marks.draft?.value).map((fault) => `outside: ${fault}`),
    ];
    return found.map((fault) => `page ${page.number}, ${fault}`);
  });
  const toldShort = diagnostics.some(({ rule }) => rule === "layout/short-last-page");
  const isShort = layout.pages.length > 1 && !toldShort && linesBesideImprint(layout) < 1;
  const faults = [
    ...onPages,
    ...figuresOutOfOrder(layout, issue),
    ...notesAstray(layout),
    ...partedFromTheirOwn(layout),
    ...headingsAtFoot(layout),
    ...blankPages(layout),
    ...linesInImprint(layout),
    ...linesOutOfOrder(layout),
    ...lostText(layout, issue),
    ...(isShort ? ["the last page has no text, and nothing was said"] : []),
  ];
  return { pages: layout.pages.length, faults };
}

export const templateOf = ({ template }: RandomIssue): string =>
  template === "newsletter" ? "newsletter" : "jianbao";

function lostText(layout: Layout, issue: CheckedIssue): readonly string[] {
  return differences(layoutText(layout), modelText(issue, pageIn(layout)));
}

export function pageIn(layout: Layout): (section: number, item: number) => string {
  const pages = new Map(layout.contents.map(({ section, item, page }) => [`${section} ${item}`, page]));
  return (section, item) => String(pages.get(`${section} ${item}`));
}

/** Labels, as the boxes of tasks are, are looked at elsewhere. */
type ComparedText = Omit<EditionText, "tasks">;

/** @returns where the one first says something else than the other */
export function differences(found: ComparedText, meant: ComparedText): readonly string[] {
  return (["body", "captions", "notes"] as const).flatMap((part) => {
    if (found[part] === meant[part]) return [];
    let at = 0;
    while (found[part][at] === meant[part][at]) at += 1;
    const around = (text: string) => text.slice(Math.max(0, at - 12), at + 20);
    return [`${part}: “${around(found[part])}” for “${around(meant[part])}”`];
  });
}
