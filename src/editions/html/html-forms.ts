/** The forms of the HTML edition by their names in the table of editions: the page, and the article for other people's pages. */
import type { Element, ElementContent } from "hast";
import type { EditionFile, EditionInput, Render } from "../edition.js";
import { writePage } from "./embed-pictures.js";
import { onLines, renderFragment } from "./forms/render-fragment.js";
import { renderPlain } from "./forms/render-plain.js";
import { renderHtmlWechat } from "./forms/wechat/write-wechat.js";
import type { HtmlContext } from "./html-context.js";
import { renderHtml } from "./render-html.js";
import { writeTree } from "./write-tree.js";

type ArticleContext = Pick<HtmlContext, "issue" | "assets" | "pictures">;

/** The article alone, without the page around it. */
const article =
  (render: (context: ArticleContext) => Element[]): Render<EditionInput> =>
  async ({ issue, assets }) => {
    const context: ArticleContext = { issue, assets, pictures: [] };
    return articleFile(onLines(render(context)), context);
  };

function articleFile(children: ElementContent[], { pictures }: ArticleContext): EditionFile {
  return { bytes: writePage(writeTree({ type: "root", children }), pictures), pages: undefined };
}

export const renderHtmlFragment: Render<EditionInput> = article(renderFragment);

export const renderHtmlPlain: Render<EditionInput> = article(renderPlain);

export { renderHtml, renderHtmlWechat };

export const FORMS: ReadonlyMap<string | undefined, Render<EditionInput>> = new Map([
  ["page", renderHtml],
  ["fragment", renderHtmlFragment],
  ["plain", renderHtmlPlain],
  ["wechat", renderHtmlWechat],
]);
