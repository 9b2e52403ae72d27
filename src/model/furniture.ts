/**
 * The fixed words around the items: masthead, contents heading, contact line, imprint. All three
 * editions print exactly these, so they are made once, here.
 */
import { chineseDate } from "./calendar-date.js";
import { isPicture } from "./figures.js";
import type { Issue, Item, Section } from "./issue.js";
import { markedTitle, marksAbove, type NamedMark } from "./issue-marks.js";
import type { Template } from "./template.js";
import type { Block } from "./text.js";

/** U+3000, one em wide */
const EM_SPACE = "　";

export interface Furniture {
  /** lines above the masthead, from the top down */
  readonly marks: readonly NamedMark[];
  /** the mark of a draft, at the head of every page */
  readonly draft: string | undefined;
  readonly name: string;
  /** 2026年第3期　总第128期, 2026年增刊第1期 */
  readonly issueLine: string;
  readonly publisher: string | undefined;
  /** 2026年3月16日 */
  readonly dateLine: string;
  readonly contentsHeading: string;
  /** the line at the end of the issue: label, mailbox, phone */
  readonly contact: ContactLine;
  readonly imprint: Imprint;
}

export interface ContactLine {
  /** 信息报送邮箱： */
  readonly label: string;
  readonly email: string;
  /** text behind the mailbox (　电话：010-5555 0100), or empty */
  readonly phone: string;
}

export interface Imprint {
  /** 报：…。 送：…。 发：…。 */
  readonly recipients: readonly { readonly label: string; readonly names: string }[];
  /** 责任编辑：某某 */
  readonly editors: readonly { readonly label: string; readonly name: string }[];
  /** 编发单位 left and 2026年3月16日印发 right; only where there is anything else to print */
  readonly publisher: string;
  readonly printedOn: string;
  /** （共印200份） */
  readonly copies: string | undefined;
  /** true where the manifest gives neither recipients, editors nor copies: nothing is printed */
  readonly empty: boolean;
}

/** What stands over a table where it goes on from the page before; browsers and Word repeat its head alone. */
export const CONTINUED_TABLE = "续表";

/** 【学术交流】: how a section's name is printed. */
export const sectionHeading = (name: string): string => `【${name}】`;

/** （示例区科协）: how an attribution is printed. */
export const attributionText = (unit: string): string => `（${unit}）`;

/**
 * Where an item is signed: behind its last block that is no picture. Where that is a paragraph the
 * attribution joins it, else it makes a paragraph of its own there.
 * @returns index of that block, -1 for an item without text
 */
export function attributionPlace(blocks: readonly Block[]): {
  readonly index: number;
  readonly joins: boolean;
} {
  const index = blocks.findLastIndex((block) => !isPicture(block));
  return { index, joins: blocks[index]?.kind === "paragraph" };
}

/** @returns the title on one line, as the contents, outlines and metadata carry it */
export function titleOnOneLine(item: Item): string {
  let title = "";
  for (const line of item.title) {
    const needsSpace = /[\p{ASCII}&&[^\s]]$/v.test(title) && /^[\p{ASCII}&&[^\s]]/v.test(line.value);
    title += needsSpace ? ` ${line.value}` : line.value;
  }
  return title;
}

/** @returns the sections that are printed: those with items, and those kept on purpose */
export function printedSections(issue: Pick<Issue, "sections">): readonly Section[] {
  return issue.sections.filter((section) => section.items.length > 0 || section.keepEmpty);
}

/**
 * Whether contents are printed: as the issue itself says, else where the template has them and there is more than one
 * item. Of nothing there are none.
 */
export function showsContents(issue: Issue, { contents }: Pick<Template, "contents">): boolean {
  const items = issue.sections.reduce((count, section) => count + section.items.length, 0);
  return issue.contents === undefined ? contents.show && items > 1 : issue.contents.value && items > 0;
}

/** 2026年第3期, 2026年增刊第1期: what the issue is called besides the bulletin's name. */
export function issueName({ year, series, number }: Pick<Issue, "year" | "series" | "number">): string {
  return `${year.value}年${series?.value ?? ""}第${number.value}期`;
}

/**
 * What a file is called by those who list or open it: an item that goes out alone by its own title first.
 *
 * @param name bulletin and number, as the edition writes them
 */
export function documentTitle({ alone, marks }: Pick<Issue, "alone" | "marks">, name: string): string {
  const title = alone === undefined ? name : `${titleOnOneLine(alone)} - ${name}`;
  return markedTitle(title, marks.draft?.value);
}

export function furnitureOf(issue: Issue): Furniture {
  const total = issue.total === undefined ? "" : `${EM_SPACE}总第${issue.total.value}期`;
  return {
    marks: marksAbove(issue.marks),
    draft: issue.marks.draft?.value,
    name: issue.house.bulletin.name.value,
    issueLine: `${issueName(issue)}${total}`,
    publisher: issue.house.bulletin.publisher?.value,
    dateLine: chineseDate(issue.date.value),
    contentsHeading: `目${EM_SPACE}录`,
    contact: contactLineOf(issue),
    imprint: imprintOf(issue),
  };
}

function contactLineOf(issue: Issue): ContactLine {
  const { label, email, phone } = issue.house.contact;
  return {
    label: label === undefined ? "" : `${label.value}：`,
    email: email?.value ?? "",
    phone: phone === undefined ? "" : `${EM_SPACE}电话：${phone.value}`,
  };
}

function imprintOf(issue: Issue): Imprint {
  const { distribution, editorial } = issue;
  const recipients = [
    { label: "报：", names: distribution?.report ?? [] },
    { label: "送：", names: distribution?.send ?? [] },
    { label: "发：", names: distribution?.issue ?? [] },
  ]
    .filter((line) => line.names.length > 0)
    .map(({ label, names }) => ({ label, names: `${names.map((name) => name.value).join("，")}。` }));
  const editors = [
    { label: "责任编辑：", name: editorial?.editor },
    { label: "审核：", name: editorial?.reviewer },
    { label: "签发：", name: editorial?.approver },
  ].flatMap(({ label, name }) => (name === undefined ? [] : [{ label, name: name.value }]));
  const copies = distribution?.copies;
  return {
    recipients,
    editors,
    publisher: issue.house.bulletin.publisher?.value ?? issue.house.bulletin.name.value,
    printedOn: `${chineseDate(issue.date.value)}印发`,
    copies: copies === undefined ? undefined : `（共印${copies.value}份）`,
    empty: recipients.length === 0 && editors.length === 0 && copies === undefined,
  };
}
