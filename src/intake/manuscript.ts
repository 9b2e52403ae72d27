/**
 * A manuscript: what a unit sent in, as plain data, whatever carried it: Word, a mail, a page, a text.
 * Made by the carriers (word/, mail/, plain/, legacy/), which decide nothing about items; read by decide/.
 */
import type { Message, Severity } from "../diagnostics/diagnostic.js";
import type { CalendarDate } from "../model/calendar-date.js";

export interface Manuscript {
  readonly carrier: "word" | "word-97" | "mail" | "html" | "text";
  /**
   * Path that findings name: that of the file; for what came inside of another file the path of that file,
   * `/` and the name it has there (`来稿/信.eml/附件.docx`).
   */
  readonly path: string;
  /** file name as the unit gave it, without folders */
  readonly name: string;
  readonly blocks: readonly ManuscriptBlock[];
  /** by the key that runs name */
  readonly notes: ReadonlyMap<string, readonly ManuscriptBlock[]>;
  readonly pictures: ReadonlyMap<string, ManuscriptPicture>;
  /** what reading lost or decided, in the order of the document */
  readonly notices: readonly Notice[];
  /** head of the mail that brought it, where that hung on another mail or was forwarded in it */
  readonly mail?: MailHead;
  /** what the front matter of an attached item says: it is decided already */
  readonly given?: GivenHead;
  /** what the head of a web page says of its article */
  readonly page?: PageSays;
}

export interface PageSays {
  readonly title: string | undefined;
  /** a line of the page says it */
  readonly isTitleSeen: boolean;
  /** where the page has its text from */
  readonly unit: string | undefined;
  /** on which it was published */
  readonly day: CalendarDate | undefined;
}

export interface GivenHead {
  /** its lines; none where it says none */
  readonly title: readonly string[];
  readonly unit: string | undefined;
  readonly day: CalendarDate | undefined;
  readonly section: string | undefined;
  readonly submitter: { readonly name?: string; readonly phone?: string; readonly email?: string };
}

/** One file that came: a Word file, a text, a mail with all that hangs on it. */
export interface Submission {
  readonly path: string;
  /** head of the mail that brought it */
  readonly mail: MailHead | undefined;
  /** the mail's own text and each attached document; empty where nothing in it can be read */
  readonly manuscripts: readonly Manuscript[];
  /** photos that came beside the text, in the order of the mail */
  readonly loosePictures: readonly ManuscriptPicture[];
  /** what was refused, lost or decided about the file as a whole */
  readonly notices: readonly Notice[];
  /** text of a file that is an item already, Markdown with front matter; there are no manuscripts then */
  readonly item?: string;
}

export interface MailHead {
  readonly subject: string | undefined;
  readonly from: { readonly name: string | undefined; readonly address: string | undefined } | undefined;
  /** day on the sender's own clock */
  readonly date: CalendarDate | undefined;
}

export type ManuscriptBlock = ManuscriptParagraph | ManuscriptTable;

export interface ManuscriptParagraph {
  readonly kind: "paragraph";
  /** number of the paragraph in the document, from 1; those of tables are counted cell by cell */
  readonly place: number;
  readonly runs: readonly ManuscriptRun[];
  /** number as it is seen in front of the text: 一、 （一） 1. ● */
  readonly number: ParagraphNumber | undefined;
  readonly alignment: "start" | "center" | "end";
  /** 0 for the style of the title, 1 to 9 for headings by style or outline level */
  readonly outlineLevel: number | undefined;
  /** name of the style as Word shows it: 标题 1, 题注, Normal */
  readonly style: string | undefined;
  /** of most of its characters, in pt */
  readonly fontSize: number | undefined;
  /** Han face of most of its characters */
  readonly face: string | undefined;
  /** where all its characters are */
  readonly isBold: boolean;
  /** in pt; of the first line against the left edge, hanging ones negative */
  readonly firstLineIndent: number | undefined;
  /** where a page is broken in front of it */
  readonly startsPage: boolean;
  /** `text-box`: stands in a box anchored at this place; `furniture`: header or footer of the page */
  readonly region: "body" | "text-box" | "furniture";
}

export interface ParagraphNumber {
  /** as it is printed: «一、», «（一）», «1.2», «●»; without the tab or space behind it */
  readonly text: string;
  /** depth, from 0 */
  readonly level: number;
  /** one key for all paragraphs of one list */
  readonly list: string;
  readonly isBullet: boolean;
}

export type ManuscriptRun =
  | TextRun
  /** a new line in the paragraph */
  | { readonly kind: "break" }
  | { readonly kind: "tab" }
  | { readonly kind: "link"; readonly url: string; readonly runs: readonly ManuscriptRun[] }
  | { readonly kind: "picture"; readonly picture: string }
  | { readonly kind: "note"; readonly note: string };

export interface TextRun {
  readonly kind: "text";
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly position: "baseline" | "superscript" | "subscript";
}

export interface ManuscriptTable {
  readonly kind: "table";
  readonly rows: readonly ManuscriptRow[];
  /** true for tables that only place things: no borders */
  readonly isBorderless: boolean;
}

export interface ManuscriptRow {
  readonly isHeader: boolean;
  readonly cells: readonly ManuscriptCell[];
}

export interface ManuscriptCell {
  readonly blocks: readonly ManuscriptBlock[];
  readonly columnSpan: number;
  /** `continued`: the lower part of a cell merged over rows */
  readonly rowMerge: "none" | "start" | "continued";
}

/** A picture as it came; what it is told by its bytes alone. */
export interface ManuscriptPicture {
  /** file name, as far as there was one */
  readonly name: string | undefined;
  readonly bytes: Uint8Array;
  /** alternative text given in the document; pictures pasted by Word carry empty or machine-made ones */
  readonly description: string | undefined;
  /** as it is shown, where it says so */
  readonly widthMm: number | undefined;
}

/** Something that reading lost, decided or refused. One owner of the words: src/intake/notices/. */
export interface Notice {
  /** `import/…` */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly help?: Message;
  /** number of the paragraph; undefined where it is about the whole file */
  readonly place: number | undefined;
}
