/**
 * The page number under the text: `— 1 —`, on the outer side of odd and even pages or in the middle.
 */
import { AlignmentType, Footer } from "docx";
import { emTwips } from "../word/word-geometry.js";
import type { DocumentContext } from "./document-context.js";
import { field } from "./fields.js";
import { runsOfText } from "./inlines.js";
import { paragraphOf } from "./paragraph.js";

export interface PageFooters {
  /** odd pages, or all where numbers stand in the middle */
  readonly default: Footer;
  readonly even: Footer;
  /** a cover carries no number */
  readonly first?: Footer;
}

export function pageNumberFooters(
  { template }: DocumentContext,
  { hasCover }: { readonly hasCover: boolean },
): PageFooters {
  const { format, placement, insetEm } = template.pageNumber;
  const inset = Math.round(insetEm * emTwips(template, "pageNumber"));
  const [before = "", after = ""] = format.split("{n}");
  const footer = (side: "left" | "right") =>
    new Footer({
      children: [
        paragraphOf(
          "Footer",
          [...runsOfText(before), ...field("PAGE", "1"), ...runsOfText(after)],
          placement === "center"
            ? { alignment: AlignmentType.CENTER }
            : {
                alignment: side === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
                indent: { [side]: inset },
              },
        ),
      ],
    });
  const cover = hasCover ? { first: new Footer({ children: [paragraphOf("Footer", [])] }) } : {};
  return { default: footer("right"), even: footer("left"), ...cover };
}
