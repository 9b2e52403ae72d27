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
  readonly refused: number;
  /** issues that were not read, for nothing of them had changed */
  readonly recalled: number;
  /** paths of files that were ours and that somebody has changed since */
  readonly kept: readonly string[];
  /** whether the house says where the website will stand */
  readonly hasAddress: boolean;
}
