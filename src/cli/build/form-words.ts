/** What the help of `bulletin build` says of the forms of the HTML edition. */
import type { Language } from "../../diagnostics/language.js";

interface FormWords {
  readonly inlinePictures: string;
  /** goes on where the examples of the command end */
  readonly example: string;
}

export const FORM_WORDS: Readonly<Record<Language, FormWords>> = {
  zh: {
    inlinePictures: "公众号稿的图片写在文件里，不另存成图片文件",
    example: `
  bulletin build -e html --html fragment  只要正文部分，供粘贴到网站后台
  bulletin build -e html --html wechat  编成公众号稿，图片、标题、摘要存在旁边的文件夹里`,
  },
  en: {
    inlinePictures: "carry the pictures of --html wechat in its file, instead of beside it",
    example: `
  bulletin build -e html --html fragment  only the article, to be pasted into a website
  bulletin build -e html --html wechat  an article for WeChat, pictures, title and digest beside it`,
  },
};
