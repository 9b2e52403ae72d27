/** What counting sees of a printed item and of a row of the register: plain facts, with where they stand. */
import type { CalendarDate } from "../model/calendar-date.js";
import { titleOnOneLine } from "../model/furniture.js";
import type { Issue, Item } from "../model/issue.js";
import type { Located, Span } from "../model/located.js";
import { titleKey } from "../model/title-key.js";
import { joinPath } from "../read/workspace.js";
import { type KnownUnits, knownUnits } from "./known-units.js";

/** An item that an issue prints. */
export interface AdoptedItem {
  /** of several bulletins that are counted together, which one: its folder */
  readonly bulletin: string;
  readonly bulletinName: string;
  /** path of its file from the bulletin's folder */
  readonly path: string;
  /** the same from where the command was started, as findings have it */
  readonly file: string;
  /** in its place where the item is secret: by where it stands in the issue, without its name */
  readonly nameInFindings: string;
  readonly title: string;
  /** what its title is compared by */
  readonly key: string;
  /** its title, and the path of its file, are for this machine alone */
  readonly isSecret: boolean;
  /** of its issue, as `path` */
  readonly folder: string;
  readonly section: string;
  /** day of issue */
  readonly date: CalendarDate;
  readonly issue: IssueName;
  /** （…） as it is printed; empty where no unit signs */
  readonly signed: string;
  readonly levels: readonly Located<string>[];
  /** of the attribution, or of the title where there is none */
  readonly span: Span;
}

export interface IssueName {
  readonly year: number;
  /** 增刊; empty for a regular issue */
  readonly series: string;
  readonly number: number;
}

/** A submission as the register of what came in has it. */
export interface ReceivedItem {
  /** as of an adopted item */
  readonly bulletin: string;
  readonly date: CalendarDate;
  readonly signed: string;
  readonly title: string;
  /** what its title is compared by, also where `title` is withheld */
  readonly key: string;
  /** as the register says it: 采用, 待定, or what the editors write */
  readonly decision: string;
  /** why it was not taken, where the register has a column for it */
  readonly reason: string;
  /** what columns on secrecy, 密级 and the like, say */
  readonly secrecy: readonly string[];
  /** where the item that was made of it may stand, from the bulletin's folder, the likeliest first; empty where none was made */
  readonly places: readonly string[];
  /** where its issue may stand, likewise */
  readonly issueFolders: readonly string[];
  /** columns `level` or 采用层级 of the editors' own */
  readonly levels: readonly Located<string>[];
  readonly span: Span;
}

/** A row whose day could not be read: counted nowhere, but what it says of secrecy holds. */
export type UndatedRow = Omit<ReceivedItem, "date">;

/** In place of the title of a secret item: letters and tables go further than the issue does. */
export const WITHHELD = "（涉密，题目略）";

/** What titles are compared by: width and capitals do not part them, nor marks and spaces. */
export const foldedKey = (title: string): string => titleKey(title.normalize("NFKC"));

/** @returns the name of a file without its ending */
export const stemOf = (path: string): string =>
  path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/u, "");

interface Surroundings {
  readonly bulletin?: string;
  /** @returns a path as the register names it: from the bulletin's folder */
  readonly pathOf?: (path: string) => string;
  readonly isSecret?: (item: Item) => boolean;
}

/**
 * Who is named as （…） and, under the text, as who signs. Beside the unit of （…） a person may sign, too: of those names the units of
 * the register count.
 */
function signersOf({ attribution, signed }: Item, known: KnownUnits): string {
  const under = signed?.by.map(({ value }) => value) ?? [];
  if (attribution === undefined) return under.join("、");
  const there = new Set(known.signing(attribution.value).map(({ name }) => name));
  const more = under.filter((name) =>
    known.signing(name).every((one) => one.isKnown && !there.has(one.name)),
  );
  return [attribution.value, ...more].join("、");
}

/** @returns the items that an issue prints, in the order of the issue */
export function adoptedItems(
  issue: Issue,
  {
    bulletin = issue.root,
    pathOf = (path) => path,
    isSecret = () => issue.marks.secrecy !== undefined,
  }: Surroundings = {},
): readonly AdoptedItem[] {
  const known = knownUnits(issue.house.units);
  let order = 0;
  return issue.sections.flatMap(({ name, items }) =>
    items.map((item) => {
      const { path, title, attribution, signed, levels = [], listed } = item;
      const written = titleOnOneLine(item);
      order += 1;
      return {
        bulletin,
        bulletinName: issue.house.bulletin.name.value,
        path: pathOf(path),
        file: path,
        nameInFindings: joinPath(issue.folder, `＊${order}.md`),
        title: written,
        key: foldedKey(written),
        isSecret: isSecret(item),
        folder: pathOf(issue.folder),
        section: name.value,
        date: issue.date.value,
        issue: {
          year: issue.year.value,
          series: issue.series?.value ?? "",
          number: issue.number.value,
        },
        signed: signersOf(item, known),
        levels,
        span: attribution?.span ?? signed?.span ?? title[0]?.span ?? listed,
      };
    }),
  );
}
