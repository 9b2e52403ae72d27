/**
 * What the website keeps of an issue once its pages are written: all that lists, feeds and the search need, and nothing
 * of the text. It is plain data, for it is kept between runs.
 */

export interface SiteFile {
  /** from the website's folder, with slashes */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface BulletinFacts {
  readonly name: string;
  readonly publisher: string | undefined;
  readonly language: string;
  /** address of the website's folder, with its last slash; undefined where the house does not say */
  readonly url: string | undefined;
  readonly contact: { readonly label: string; readonly email: string; readonly phone: string };
}

export interface ItemFacts {
  /** of its page, from the website's folder */
  readonly path: string;
  readonly title: string;
  readonly section: string;
  /** by the present names of the register; as it is signed where no register knows it */
  readonly units: readonly string[];
  /** its summary, else how its text begins */
  readonly summary: string;
}

export interface IssueFacts {
  /** folder of its pages, from the website's folder: 2026/2026-03 */
  readonly folder: string;
  /** the folder that its year and slug make, where another issue has it */
  readonly plainFolder?: string;
  /** 2026年第3期 */
  readonly name: string;
  /** 第3期, 增刊第1期 */
  readonly shortName: string;
  readonly year: number;
  /** YYYY-MM-DD */
  readonly date: string;
  /** site path of its style sheet */
  readonly styleSheet: string;
  readonly bulletin: BulletinFacts;
  readonly items: readonly ItemFacts[];
}

export const issuePath = ({ folder }: Pick<IssueFacts, "folder">): string => `${folder}/index.html`;

/** The latest first; of one day the one whose folder comes later. */
export const byDate = (a: IssueFacts, b: IssueFacts): number =>
  a.date === b.date ? compareText(b.folder, a.folder) : compareText(b.date, a.date);

/** By code units, so that the order is the same on every computer. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
