/**
 * How the article for an official account (公众号, `--html wechat`) looks: styles that stand on each element, for its
 * editor keeps no style sheet. The table of a template (`wechat` in template.yaml) with these values where it says nothing.
 */
export const ACCOUNT_ROLES = [
  "text",
  "section",
  "title",
  "heading",
  "quote",
  "caption",
  "note",
  "table",
] as const;
export type AccountRoleName = (typeof ACCOUNT_ROLES)[number];

export interface AccountRole {
  /** in CSS pixels */
  readonly sizePx: number;
  /** times the size */
  readonly lineHeight: number;
  /** undefined: one of the template's colours (accountColor) */
  readonly color: string | undefined;
  readonly align: "left" | "center" | "right" | "justify";
  readonly bold: boolean;
  /** of the first line */
  readonly indentEm: number;
  /** room above, in CSS pixels */
  readonly beforePx: number;
}

export type AccountStyle = Readonly<Record<AccountRoleName, AccountRole>>;

/** Of the text of articles; black on white is too hard on a screen. */
const TEXT_COLOR = "#333333";

const TEXT: AccountRole = {
  sizePx: 16,
  lineHeight: 1.75,
  color: undefined,
  // Justified, a line before a long address gapes on a telephone.
  align: "left",
  bold: false,
  indentEm: 0,
  beforePx: 16,
};

export const ACCOUNT_STYLE: AccountStyle = {
  text: TEXT,
  section: { ...TEXT, sizePx: 18, align: "center", bold: true, beforePx: 40 },
  title: { ...TEXT, sizePx: 18, lineHeight: 1.5, bold: true, beforePx: 32 },
  heading: { ...TEXT, bold: true, beforePx: 24 },
  quote: TEXT,
  caption: { ...TEXT, sizePx: 13, lineHeight: 1.5, align: "center", beforePx: 8 },
  note: { ...TEXT, sizePx: 13, beforePx: 8 },
  table: { ...TEXT, sizePx: 14, lineHeight: 1.5, beforePx: 0 },
};

/** @returns the role's own colour, else the house's accent for sections, its muted colour for what stands beside the text */
export function accountColor(
  role: AccountRoleName,
  {
    account,
    colors,
  }: {
    readonly account: AccountStyle;
    readonly colors: { readonly accent: string; readonly muted: string };
  },
): string {
  const own = account[role].color;
  if (own !== undefined) return own;
  if (role === "section") return colors.accent;
  return role === "quote" || role === "caption" || role === "note"
    ? colors.muted
    : (account.text.color ?? TEXT_COLOR);
}
