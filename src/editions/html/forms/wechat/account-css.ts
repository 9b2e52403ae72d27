/** The template's table of styles (model/account-style.ts) as declarations on an element, of properties that the official account keeps alone. */
import { type AccountRoleName, accountColor } from "../../../../model/account-style.js";
import type { Template } from "../../../../model/template.js";

/** Rules of tables and of quotations, ground of code. */
const RULE_COLOR = "#d9d9d9";
const GROUND_COLOR = "#f5f5f5";

export type Declarations = Readonly<Record<string, string>>;

/** @returns the value of a style attribute */
export const css = (declarations: Declarations): string =>
  Object.entries(declarations)
    .map(([property, value]) => `${property}:${value}`)
    .join(";");

/** @param isBegun its first line is a paragraph of its own: no room above, no indent */
export function roleCss(role: AccountRoleName, template: Template, isBegun = false): Declarations {
  const { sizePx, lineHeight, align, bold, indentEm, beforePx } = template.account[role];
  return {
    margin: `${isBegun ? 0 : beforePx}px 0 0`,
    "font-size": `${sizePx}px`,
    "line-height": String(lineHeight),
    color: accountColor(role, template),
    "text-align": align,
    "overflow-wrap": "break-word",
    ...(bold && { "font-weight": "bold" }),
    ...(indentEm > 0 && !isBegun && { "text-indent": `${indentEm}em` }),
  };
}

/** @param inset levels of lists around it */
export const entryCss = (inset: number): Declarations => ({
  "padding-left": `${1.5 * (inset + 1)}em`,
  "text-indent": "-1.5em",
});

export const insetCss = (inset: number): Declarations => ({
  "padding-left": `${1.5 * inset}em`,
  "text-indent": "0",
});

export const QUOTE_CSS: Declarations = { "border-left": `3px solid ${RULE_COLOR}`, "padding-left": "12px" };
export const CODE_CSS: Declarations = {
  margin: "16px 0 0",
  padding: "8px 12px",
  "background-color": GROUND_COLOR,
};
export const RULE_CSS: Declarations = {
  margin: "24px 0 0",
  "border-top": `1px solid ${RULE_COLOR}`,
  "font-size": "0",
  "line-height": "0",
};
export const TABLE_CSS: Declarations = { width: "100%", margin: "16px 0 0", "border-collapse": "collapse" };
export const CELL_CSS: Declarations = { border: `1px solid ${RULE_COLOR}`, padding: "6px 8px" };
export const STRUCK_CSS: Declarations = { "text-decoration": "line-through" };
/** Links are plain text here, so that nothing else is underlined. */
export const EMPHASIS_CSS: Declarations = { "text-decoration": "underline" };
export const INLINE_CODE_CSS: Declarations = { "background-color": GROUND_COLOR, padding: "0 4px" };
export const CALL_CSS: Declarations = { "font-size": "12px", "vertical-align": "super" };
