/**
 * The HTML edition: one page that holds its styles and pictures, runs no script and asks for
 * nothing (its other forms: html-forms.ts). The tree is made by render-*.ts and
 * written by rehype; no word of an author is ever joined to markup.
 *
 * @see https://html.spec.whatwg.org
 */
import type { Root } from "hast";
import { furnitureOf, showsContents } from "../../model/furniture.js";
import type { CheckedIssue } from "../../model/issue.js";
import { pageAddress } from "../../model/site-address.js";
import type { EditionFile, EditionInput } from "../edition.js";
import { anchorsOf, MAIN_ANCHOR } from "./anchors.js";
import { blockElement, text } from "./element.js";
import { writePage } from "./embed-pictures.js";
import { DEFAULT_FRAME, fillFrame } from "./fill-frame.js";
import type { HtmlContext } from "./html-context.js";
import { htmlMemory } from "./html-memory.js";
import {
  renderContact,
  renderContents,
  renderImprint,
  renderMasthead,
  renderSkipLink,
} from "./render-furniture.js";
import { renderHead } from "./render-head.js";
import { renderEditorsNote } from "./render-item-parts.js";
import { isKeptFromSearch } from "./render-marks.js";
import { renderSections } from "./render-sections.js";
import { titleCutter } from "./title-breaks.js";
import { writeTree } from "./write-tree.js";

/** The whole page. */
export async function renderHtml(input: EditionInput): Promise<EditionFile> {
  const context = newContext(input);
  const furniture = furnitureOf(input.issue);
  const contact = renderContact(furniture.contact, context);
  const imprint = renderImprint(furniture.imprint);
  const colophon = [...contact, ...imprint];
  const body = fillFrame(input.template.pageFrame ?? DEFAULT_FRAME, {
    "skip-link": [renderSkipLink()],
    masthead: [
      blockElement("header", { className: ["masthead"] }, renderMasthead(furniture, context)),
      ...renderEditorsNote(input.issue.editorsNote, context).flatMap((note) => [text("\n"), note]),
    ],
    contents: renderContents(furniture, context),
    text: [blockElement("main", { id: MAIN_ANCHOR, tabIndex: -1 }, renderSections(context))],
    colophon: colophon.length === 0 ? [] : [blockElement("footer", { className: ["colophon"] }, colophon)],
  });
  const head = renderHead({ context, timestamp: input.timestamp, canonicalUrl: canonicalUrlOf(input.issue) });
  const language = input.issue.house.bulletin.language.value;
  const emphasis = input.template.composition.emphasis;
  const html = blockElement("html", { lang: language, dataEmphasis: emphasis }, [
    head,
    blockElement("body", {}, body),
  ]);
  const children: Root["children"] = [
    { type: "doctype" },
    { type: "text", value: "\n" },
    html,
    { type: "text", value: "\n" },
  ];
  return write({ type: "root", children }, context);
}

/** @returns the absolute address at which the page will stand, where the house says where its pages do and it is meant for them */
function canonicalUrlOf({ house, slug, marks }: CheckedIssue): string | undefined {
  return isKeptFromSearch(marks) ? undefined : pageAddress(house.siteUrl?.value, slug.value);
}

export function newContext(input: EditionInput): HtmlContext {
  const { issue, template, assets } = input;
  return {
    issue,
    template,
    assets,
    anchors: anchorsOf(issue),
    contentsShown: showsContents(issue, template),
    cutTitle: titleCutter((input.memory?.html ?? htmlMemory()).titles.open()),
    printedUrls: new Set(),
    noteCalls: new Map(),
    pictures: [],
    pictureStyles: new Map(),
    tables: 0,
  };
}

function write(root: Root, { pictures }: HtmlContext): EditionFile {
  return { bytes: writePage(writeTree(root), pictures), pages: undefined };
}
