/** The article for an official account with what goes beside it: pictures, title and digest, each a file. */
import type { Element, ElementContent } from "hast";
import { accountDigest, accountTitle } from "../../../../model/account-texts.js";
import { figuresOf } from "../../../../model/figures.js";
import { printedSections } from "../../../../model/furniture.js";
import type { Assets, CheckedIssue, Item } from "../../../../model/issue.js";
import type { Picture } from "../../../../model/picture.js";
import type { Figure } from "../../../../model/text.js";
import type { CompanionFile, EditionFile, EditionInput, FittedPicture } from "../../../edition.js";
import { element, text } from "../../element.js";
import { pictureToken, writePage } from "../../embed-pictures.js";
import { writeTree } from "../../write-tree.js";
import { pictureOfFigure } from "../form-picture.js";
import { css } from "./account-css.js";
import { newPictureFiles } from "./picture-files.js";
import { newReferences } from "./references.js";
import { renderWechat } from "./render-wechat.js";

export async function renderHtmlWechat(input: EditionInput): Promise<EditionFile> {
  const { issue, template } = input;
  const items = printedSections(issue).flatMap((section) => section.items);
  const fitted = await fitAll(items, input);
  const files = newPictureFiles();
  const inline: Uint8Array[] = [];
  const place = input.inlinePictures === true ? inlinePicture(inline) : namedPlace(files.nameOf);
  const blocks = renderWechat({
    issue,
    template,
    references: newReferences(items.flatMap(({ notes }) => notes)),
    writePicture: (figure) => place(figure, fitted, input.assets),
  });
  return {
    bytes: writePage(writeTree({ type: "root", children: blocks }), inline),
    pages: undefined,
    companions: [...files.files, ...textFiles(issue)],
  };
}

type Fitted = ReadonlyMap<string, FittedPicture>;

/** One after the other: each is held in full while it is scaled. */
async function fitAll(items: readonly Item[], { assets, fitPicture }: EditionInput): Promise<Fitted> {
  const fitted = new Map<string, FittedPicture>();
  for (const { blocks, notes } of items) {
    for (const { image } of figuresOf([...blocks, ...notes.flatMap(({ children }) => children)])) {
      const picture: Picture | undefined = image.state === "found" ? assets.get(image.path) : undefined;
      if (image.state !== "found" || picture === undefined || fitted.has(image.path)) continue;
      fitted.set(image.path, fitPicture === undefined ? picture : await fitPicture(picture));
    }
  }
  return fitted;
}

type WritePicture = (figure: Figure, fitted: Fitted, assets: Assets) => ElementContent;

const namedPlace =
  (nameOf: (path: string, picture: FittedPicture) => string): WritePicture =>
  (figure, fitted, assets) => {
    const { path, picture } = pictureOfFigure(figure, assets);
    return text(`［插入图片：${nameOf(path, fitted.get(path) ?? picture)}］`);
  };

const inlinePicture =
  (pictures: Uint8Array[]): WritePicture =>
  (figure, fitted, assets): Element => {
    const { path, picture, alt, width } = pictureOfFigure(figure, assets);
    const { kind, bytes } = fitted.get(path) ?? picture;
    const style = { "max-width": "100%", ...(width.css !== undefined && { width: width.css }) };
    const token = pictureToken(pictures.push(bytes) - 1);
    return element("img", { src: `data:image/${kind};base64,${token}`, alt, style: css(style) });
  };

const textFiles = (issue: CheckedIssue): readonly CompanionFile[] =>
  [["标题.txt", accountTitle(issue).value] as const, ["摘要.txt", accountDigest(issue).value] as const].map(
    ([name, value]) => ({ name, bytes: new TextEncoder().encode(`${value}\n`) }),
  );
