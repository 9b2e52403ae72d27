/**
 * What our styles mean, for mammoth, through which web pages and content systems read Word files. It takes for
 * emphasis only what is italic, and Han letters are not slanted: they are emphasised by dots or another face. So the
 * file carries mammoth's own part that says what a style stands for (its README, “Embedded style maps”). Nothing
 * refers to the part, and other programs pass over it.
 */
import { styleNames } from "./style-names.js";

export const styleMap = [
  `r[style-name='${styleNames.Emphasis}'] => em`,
  `r[style-name='${styleNames.CodeText}'] => code`,
  `p[style-name='${styleNames.Quote}'] => blockquote > p:fresh`,
  `p[style-name='${styleNames.Code}'] => pre:fresh`,
].join("\n");
