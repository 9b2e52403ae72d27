/**
 * Six that stand between an edition and a website: three sanitisers with their defaults and three editors in
 * Debian's Chromium, each told to take a piece of HTML as if it were pasted, and what it made of it.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";

export const WEB_EDITORS = [
  "js-xss",
  "sanitize-html",
  "DOMPurify",
  "TinyMCE",
  "wangEditor",
  "wangEditor, loaded",
  "Quill",
] as const;
export type WebEditor = (typeof WEB_EDITORS)[number];

/** @returns the HTML that each makes of a piece of HTML */
export type Paste = (html: string) => Promise<ReadonlyMap<WebEditor, string>>;

const require = createRequire(import.meta.url);
const MODULES = join(import.meta.dirname, "node_modules");

/** Packages that declare no types, or those of another package: what is called of each. */
type SanitizeHtml = (html: string) => string;
interface Xss {
  readonly filterXSS: (html: string) => string;
}
interface Jsdom {
  readonly JSDOM: new (html: string) => { readonly window: unknown };
}
type MakePurifier = (window: unknown) => { readonly sanitize: (html: string) => string };

/** Put into the page one after the other: each hangs itself onto `window`. */
const SCRIPTS = [
  "tinymce/tinymce.js",
  "tinymce/icons/default/icons.js",
  "tinymce/models/dom/model.js",
  "tinymce/themes/silver/theme.js",
  "tinymce/plugins/lists/plugin.js",
  "tinymce/plugins/table/plugin.js",
  "tinymce/plugins/image/plugin.js",
  "tinymce/plugins/link/plugin.js",
  "@wangeditor/editor/dist/index.js",
  "quill/dist/quill.js",
];

export async function openWebEditors(browser: Browser): Promise<Paste> {
  const { filterXSS }: Xss = require("xss");
  const sanitizeHtml: SanitizeHtml = require("sanitize-html");
  const { JSDOM }: Jsdom = require("jsdom");
  const makePurifier: MakePurifier = require("dompurify");
  const purifier = makePurifier(new JSDOM("").window);
  const page = await openEditorPage(browser);
  return async (html) =>
    new Map<WebEditor, string>([
      ["js-xss", filterXSS(html)],
      ["sanitize-html", sanitizeHtml(html)],
      ["DOMPurify", purifier.sanitize(html)],
      ["TinyMCE", await pasted(page, "pasteIntoTinymce", html)],
      ["wangEditor", await pasted(page, "pasteIntoWangeditor", html)],
      ["wangEditor, loaded", await pasted(page, "loadIntoWangeditor", html)],
      ["Quill", await pasted(page, "pasteIntoQuill", html)],
    ]);
}

const pasted = (page: Page, into: string, html: string): Promise<string> =>
  page.evaluate(`${into}(${JSON.stringify(html)})`);

async function openEditorPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  // TinyMCE asks where it lies, and about:blank is no place.
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: PLACES }));
  await page.goto("https://editors.example.org/");
  for (const script of SCRIPTS) {
    await page.addScriptTag({ content: readFileSync(join(MODULES, script), "utf8") });
  }
  await page.addScriptTag({ content: PASTING });
  await page.evaluate("editorsReady");
  return page;
}

const PLACES = '<!doctype html><textarea id="tinymce"></textarea><div id="quill"></div>';

/** In the page's own words: it runs there. Text that an editor takes as pasted goes through its own cleaning. */
const PASTING = `
const tinymceReady = tinymce.init({
  selector: "#tinymce", license_key: "gpl", skin: false, content_css: false, promotion: false,
  plugins: "lists table image link", paste_data_images: true,
});
const quill = new Quill("#quill", { modules: { toolbar: false } });
const editorsReady = tinymceReady.then(() => undefined);
function pasteIntoTinymce(html) {
  const [editor] = tinymce.get();
  editor.setContent("");
  editor.execCommand("mceInsertClipboardContent", false, { html });
  return editor.getContent();
}
// Anew for each piece: what it drew last is still at work in it.
function openWangeditor(html) {
  const place = document.createElement("div");
  document.body.append(place);
  return wangEditor.createEditor({ selector: place, html, config: {} });
}
function pasteIntoWangeditor(html) {
  const editor = openWangeditor("<p><br></p>");
  editor.focus();
  editor.select({ anchor: { path: [0, 0], offset: 0 }, focus: { path: [0, 0], offset: 0 } });
  editor.dangerouslyInsertHtml(html);
  return editor.getHtml();
}
const loadIntoWangeditor = (html) => openWangeditor(html).getHtml();
function pasteIntoQuill(html) {
  quill.setText("");
  quill.clipboard.dangerouslyPasteHTML(html);
  return quill.getSemanticHTML();
}
`;
