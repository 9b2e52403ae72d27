/**
 * The pages of one issue: the whole of it, and one for each item. They are rendered by what renders the HTML edition; its
 * pictures and its style sheet are files of the website here.
 */
import { createHash } from "node:crypto";
import type { ElementContent } from "hast";
import type { EditionInput } from "../editions/edition.js";
import { MAIN_ANCHOR } from "../editions/html/anchors.js";
import { blockElement, element, text } from "../editions/html/element.js";
import { DEFAULT_FRAME, fillFrame } from "../editions/html/fill-frame.js";
import { houseColorRules } from "../editions/html/house-colors.js";
import type { HtmlContext } from "../editions/html/html-context.js";
import {
  renderContact,
  renderContents,
  renderImprint,
  renderMasthead,
} from "../editions/html/render-furniture.js";
import { safeStyleSheet, titleOf } from "../editions/html/render-head.js";
import { newContext } from "../editions/html/render-html.js";
import { renderEditorsNote } from "../editions/html/render-item-parts.js";
import { renderSections } from "../editions/html/render-sections.js";
import { structuredData } from "../editions/html/structured-data.js";
import { breakableTitle } from "../editions/html/title-phrases.js";
import { furnitureOf, printedSections } from "../model/furniture.js";
import type { CheckedIssue, Item, Section } from "../model/issue.js";
import { itemAlone } from "../model/item-alone.js";
import type { Picture } from "../model/picture.js";
import { articleData } from "./article-data.js";
import { renderSiteTop, renderTrail, START_PAGE, styleSheetPath, writeDocument } from "./document.js";
import { issueFacts } from "./issue-facts.js";
import { type IssueText, issueText } from "./issue-text.js";
import { renderArticleHead } from "./page-head.js";
import { itemStemsOf, linkTo } from "./site-addresses.js";
import { type IssueFacts, type ItemFacts, issuePath, type SiteFile } from "./site-facts.js";

export interface IssuePages {
  readonly files: readonly SiteFile[];
  readonly facts: IssueFacts;
  readonly text: IssueText;
}

interface PrintedItem {
  readonly item: Item;
  readonly section: Section;
  readonly facts: ItemFacts;
}

/** @param folder of the issue's pages, from the website's folder */
export function renderIssuePages(input: EditionInput, folder: string): IssuePages {
  const { issue, template } = input;
  const sheet = new TextEncoder().encode(
    `${safeStyleSheet(`${template.styleSheet}${houseColorRules(template)}`)}\n`,
  );
  const styleSheet = styleSheetPath(digestOf(sheet));
  const facts = issueFacts(issue, { folder, styleSheet, pathOf: itemPaths(issue, folder) });
  const items = printedSections(issue).flatMap((section) => section.items.map((item) => ({ section, item })));
  const printed = items.flatMap((one, index): PrintedItem[] => {
    const own = facts.items[index];
    return own === undefined ? [] : [{ ...one, facts: own }];
  });
  const pictures = new Map<string, Uint8Array>();
  const addressOf = (picture: Picture): string => {
    const name = `${digestOf(picture.bytes)}.${picture.kind === "jpeg" ? "jpg" : "png"}`;
    pictures.set(`${folder}/pictures/${name}`, picture.bytes);
    return `pictures/${name}`;
  };
  const pages = [
    renderIssuePage(input, { facts, printed, addressOf }),
    ...printed.map((_, index) => renderItemPage(input, { facts, printed, addressOf, index })),
  ];
  const files = [
    ...pages,
    ...[...pictures].map(([path, bytes]) => ({ path, bytes })),
    { path: styleSheet, bytes: sheet },
  ];
  return { files, facts, text: issueText(printed, facts) };
}

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** Pages are named after the items' files, which stay what they are when a title is mended. */
function itemPaths(issue: CheckedIssue, folder: string): (item: Item) => string {
  const items = printedSections(issue).flatMap((section) => section.items);
  const stems = itemStemsOf(items.map(({ path }) => fromFolder(path, issue.folder)));
  const paths = new Map(items.map((item, index) => [item, `${folder}/${stems[index]}.html`]));
  return (item) => paths.get(item) ?? `${folder}/index.html`;
}

const fromFolder = (path: string, folder: string): string =>
  folder !== "" && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;

interface Around {
  readonly facts: IssueFacts;
  readonly printed: readonly PrintedItem[];
  readonly addressOf: (picture: Picture) => string;
}

function renderIssuePage(input: EditionInput, { facts, printed, addressOf }: Around): SiteFile {
  const path = issuePath(facts);
  const paths = new Map(printed.map(({ item, facts: own }) => [item, own.path]));
  const context: HtmlContext = {
    ...newContext(input),
    pictureAddress: addressOf,
    itemAddress: (item) => linkTo(paths.get(item) ?? path, path),
  };
  const furniture = furnitureOf(input.issue);
  const trail = renderTrail(
    [
      [START_PAGE, "首页"],
      [`${facts.year}/index.html`, `${facts.year}年`],
    ],
    { from: path, here: facts.shortName },
  );
  const frame = frameOf(input, {
    masthead: [
      trail,
      text("\n"),
      blockElement("header", { className: ["masthead"] }, renderMasthead(furniture, context)),
      ...renderEditorsNote(input.issue.editorsNote, context).flatMap((note) => [text("\n"), note]),
    ],
    contents: renderContents(furniture, context),
    main: renderSections(context),
    colophon: [...renderContact(furniture.contact, context), ...renderImprint(furniture.imprint)],
  });
  const { bulletin, styleSheet } = facts;
  const head = renderArticleHead({
    path,
    context,
    timestamp: input.timestamp,
    bulletin,
    styleSheet,
    title: titleOf(context),
    data: (url) => structuredData(context, url),
  });
  return written(input, { facts, path, className: "issue-page", head, frame });
}

function renderItemPage(
  input: EditionInput,
  { facts, printed, addressOf, index }: Around & { readonly index: number },
): SiteFile {
  const one = printed[index];
  if (one === undefined) throw new Error(`item ${index} is not printed`);
  const issue = itemAlone(input.issue, one.item, one.facts.path);
  const path = one.facts.path;
  const context: HtmlContext = {
    ...newContext({ ...input, issue }),
    pictureAddress: addressOf,
    itemLinks: false,
  };
  const furniture = furnitureOf(issue);
  const trail = renderTrail(
    [
      [START_PAGE, "首页"],
      [`${facts.year}/index.html`, `${facts.year}年`],
      [issuePath(facts), facts.shortName],
    ],
    { from: path, here: one.facts.section },
  );
  const frame = frameOf(input, {
    masthead: [
      trail,
      text("\n"),
      blockElement("header", { className: ["masthead"] }, renderMasthead(furniture, context)),
    ],
    contents: [],
    main: renderSections(context),
    colophon: [...renderTurns(printed, index), ...renderContact(furniture.contact, context)],
  });
  const { bulletin, styleSheet } = facts;
  const head = renderArticleHead({
    path,
    context,
    timestamp: input.timestamp,
    bulletin,
    styleSheet,
    title: titleOf(context),
    data: (url) => articleData(context, { item: one.item, section: one.facts.section, url }),
  });
  return written(input, { facts, path, className: "item-page", head, frame });
}

/** The items before and behind it in the issue. */
function renderTurns(printed: readonly PrintedItem[], index: number): ElementContent[] {
  const own = printed[index]?.facts.path ?? "";
  const turn = (words: string, to: PrintedItem | undefined) =>
    to === undefined
      ? []
      : [
          element("li", {}, [
            `${words}：`,
            element("a", { href: linkTo(to.facts.path, own) }, breakableTitle(to.facts.title)),
          ]),
        ];
  const turns = [...turn("上一篇", printed[index - 1]), ...turn("下一篇", printed[index + 1])];
  if (turns.length === 0) return [];
  return [
    blockElement("nav", { className: ["site-turns", "furniture"], ariaLabel: "本期其他稿件" }, [
      blockElement("ul", {}, turns),
    ]),
  ];
}

interface Parts {
  readonly masthead: readonly ElementContent[];
  readonly contents: readonly ElementContent[];
  readonly main: readonly ElementContent[];
  readonly colophon: readonly ElementContent[];
}

/** The way past the words of the page stands before the website's own. */
const frameOf = (
  { template }: EditionInput,
  { masthead, contents, main, colophon }: Parts,
): ElementContent[] =>
  fillFrame(template.pageFrame ?? DEFAULT_FRAME, {
    "skip-link": [],
    masthead,
    contents,
    text: [blockElement("main", { id: MAIN_ANCHOR, tabIndex: -1 }, main)],
    colophon: colophon.length === 0 ? [] : [blockElement("footer", { className: ["colophon"] }, colophon)],
  });

interface Page {
  readonly facts: IssueFacts;
  readonly path: string;
  readonly className: string;
  readonly head: ReturnType<typeof renderArticleHead>;
  readonly frame: readonly ElementContent[];
}

const written = ({ template }: EditionInput, { facts, path, className, head, frame }: Page): SiteFile =>
  writeDocument({
    path,
    language: facts.bulletin.language,
    emphasis: template.composition.emphasis,
    className,
    head,
    body: [...renderSiteTop(facts.bulletin.name, path), ...frame],
  });
