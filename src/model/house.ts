/**
 * The house rules of a bulletin (bulletin.yaml). For an issue they hold the manifest's own values
 * merged in (maps merge key by key, lists and scalars replace); for a submission linted alone they
 * are the house file's, or all defaults where there is none.
 */
import type { CalendarDate } from "./calendar-date.js";
import type { Located, Span } from "./located.js";
import type { Look } from "./look.js";
import type { PackLine } from "./pack.js";
import type { PointsLaw } from "./points-law.js";
import type { RoleName } from "./template.js";

export interface House {
  /** workspace path of bulletin.yaml; undefined where there is none */
  readonly path: string | undefined;
  readonly bulletin: Masthead;
  /** name of a template, or a path beside the file that gives it */
  readonly template: Located<string>;
  /** what differs from the template; undefined where nothing does */
  readonly look?: Look | undefined;
  /** the series that issues may be of, besides regular ones; empty where any may be */
  readonly seriesNames?: readonly Located<string>[];
  /**
   * The sections allowed, in printing order, with their rules; empty where no list is given.
   * Without a house file these are the manifest's own sections.
   */
  readonly sections: readonly SectionRule[];
  readonly contact: Contact;
  readonly lint: LintSettings;
  /** the register of units that may sign items; empty where no list is given */
  readonly units: readonly Unit[];
  /** output folder, relative to the manifest's folder */
  readonly outputFolder: Located<string>;
  /** where the HTML editions will stand on the web, `https://example.org/bulletin/` */
  readonly siteUrl: Located<string> | undefined;
  readonly fonts: HouseFonts;
  /** how printed items are counted for their units; undefined where the house does not say */
  readonly points?: PointsLaw | undefined;
  /** true where it says something of points that was not understood: nobody is given any then */
  readonly hasUnreadPoints?: boolean | undefined;
  /** whether the house lets a website be made of its issues */
  readonly isPublic?: boolean | undefined;
}

/** Fonts of the house's own for the PDF edition. */
export interface HouseFonts {
  /** folders with font files, as written; inside the bulletin's folder */
  readonly folders: readonly Located<string>[];
  /** look as well where this system keeps its fonts */
  readonly system: boolean;
  /** families by role; what it does not name follows a related role (house-fonts.ts) */
  readonly roles: ReadonlyMap<RoleName, HouseFace>;
}

/** What a house asks for one role: either list may be empty, not both. */
export interface HouseFace {
  /** in order of preference */
  readonly families: readonly Located<string>[];
  /** for Latin letters and digits, in order of preference */
  readonly latin: readonly Located<string>[];
}

export interface Masthead {
  readonly name: Located<string>;
  readonly publisher: Located<string> | undefined;
  readonly language: Located<string>;
}

export interface Contact {
  readonly label: Located<string> | undefined;
  readonly email: Located<string> | undefined;
  readonly domains: readonly Located<string>[];
  readonly phone: Located<string> | undefined;
  readonly submitter: "optional" | "required";
  readonly allow: readonly Located<string>[];
  /** span of the key `contact`, or of the manifest's start where it is missing */
  readonly span: Span;
}

export interface SectionRule {
  readonly name: Located<string>;
  readonly attribution: "required" | "optional" | "forbidden";
  readonly minItems: number;
  readonly maxItems: number | undefined;
  readonly span: Span;
}

export interface Unit extends Term {
  readonly name: Located<string>;
  /** names under which it may also sign */
  readonly aliases: readonly Located<string>[];
  /** names that it had before `from` */
  readonly former?: readonly Located<string>[];
}

/** First and last day on which something holds; open where a day is not given. */
export interface Term {
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

export type SeveritySetting = "off" | "info" | "warning" | "error";

export interface RuleSetting {
  readonly rule: Located<string>;
  readonly severity: SeveritySetting | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface LintSettings {
  /** by rule id */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly words: HouseWords;
  /** word lists that the house switches on, by a name of the package's or a path, as written */
  readonly packs: readonly Located<string>[];
  /** what those lists say, once they are read (packs/); a later list wins */
  readonly packLines?: readonly PackLine[];
}

/** The house dictionary. */
export interface HouseWords {
  /** wrong → right */
  readonly replace: ReadonlyMap<string, Located<string>>;
  readonly forbidden: readonly ForbiddenWord[];
  /** the roster: persons in protocol order */
  readonly people: readonly Person[];
}

export interface ForbiddenWord {
  readonly word: Located<string>;
  /** why it may not be printed */
  readonly reason: Located<string> | undefined;
  /** what to write instead */
  readonly instead: Located<string> | undefined;
  /** longer words in which it is right */
  readonly except: readonly Located<string>[];
}

export interface Person {
  readonly name: Located<string>;
  /** other names of theirs */
  readonly aliases?: readonly Located<string>[];
  /** one or more, as they may be printed in front of the name */
  readonly posts: readonly HeldPost[];
}

/** A post, and when it was held. */
export interface HeldPost extends Located<string>, Term {}
