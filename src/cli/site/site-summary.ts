/** What a run of `bulletin site` came to. */
export interface SiteSummary {
  readonly issues: number;
  readonly items: number;
  /** files that are new or have changed */
  readonly written: number;
  readonly untouched: number;
  readonly removed: number;
  /** issues that stand on no website */
  readonly secret: number;
  readonly drafts: number;
  /** files that seem to say so of their issue, though not as it is to be written */
  readonly suspected: readonly string[];
  /** issues with errors */
  readonly refused: number;
  /** of them, those that are on the website as they last were */
  readonly stale: number;
  /** issues on the website that were not asked for and are there still */
  readonly others: number;
  /** folders of issues that stood on the website and whose sources are there no longer */
  readonly gone: readonly string[];
  /** issues whose year and slug another one has */
  readonly doubled: readonly { readonly folder: string; readonly plainFolder: string }[];
  /** issues that were not read, for nothing of them had changed */
  readonly recalled: number;
  /** paths of files that were ours and that somebody has changed since */
  readonly kept: readonly string[];
  /** whether the house says where the website will stand */
  readonly hasAddress: boolean;
}
