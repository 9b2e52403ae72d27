/** What `bulletin site` says of itself, in both languages. */

import type { Language } from "../../diagnostics/language.js";
import { printable } from "../../diagnostics/printable.js";
import type { SiteSummary } from "./site-summary.js";

const ZH = {
  summary: "把各期做成网站：按年份、栏目、单位查，可搜索",
  description:
    "读各期稿件，在文件夹里做成一个静态网站：不用服务器，从硬盘也能打开，不向别处请求任何东西。只做 bulletin.yaml 里写了 public: true 的简报；有密级的期次和草稿从不上网站。再次运行只改写有变化的页面。",
  paths: "简报的文件夹、放各期的文件夹或期次清单；默认为当前文件夹",
  out: "网站放在哪个文件夹",
  cacheLocation: "记着哪些期次没有变化的文件夹（默认在用户自己的缓存文件夹里）",
  json: "把结果写成 JSON",
  examples: `
示例：
  bulletin site --out 网站             把当前文件夹里的各期做成网站
  bulletin site 科协信息 --out 网站    另一个文件夹里的简报`,
};

const EN: typeof ZH = {
  summary: "make a website of the issues, with lists and a search",
  description:
    "Reads the issues and makes a static website in a folder: it needs no server, opens from a disk too and requests nothing from elsewhere. Only bulletins with public: true in bulletin.yaml are made; secret issues and drafts never stand on it. Run again, it rewrites only the pages that have changed.",
  paths: "folder of the bulletin, folder with issues, or manifests; the current folder by default",
  out: "folder of the website",
  cacheLocation:
    "folder that remembers which issues have not changed (default: in the user's own cache folder)",
  json: "print the result as JSON",
  examples: `
Examples:
  bulletin site --out public            a website of the issues in the current folder
  bulletin site bulletin --out public   of a bulletin in another folder`,
};

export const SITE_WORDS: Readonly<Record<Language, typeof ZH>> = { zh: ZH, en: EN };

/** @returns lines for people, each with its end */
export function printSummary(summary: SiteSummary, out: string, language: Language): string {
  const lines = language === "zh" ? chineseLines(summary, out) : englishLines(summary, out);
  return lines.map((line) => `${line}\n`).join("");
}

function chineseLines(summary: SiteSummary, out: string): readonly string[] {
  const { issues, items, written, untouched, removed, secret, drafts, refused, kept, hasAddress } = summary;
  const hidden = [
    ...(secret > 0 ? [`有密级的 ${secret} 期`] : []),
    ...(drafts > 0 ? [`草稿 ${drafts} 期`] : []),
  ];
  return [
    `网站在 ${out}：${issues} 期，${items} 篇。写入 ${written} 个文件，未改动 ${untouched} 个${removed > 0 ? `，移除 ${removed} 个` : ""}。`,
    ...(hidden.length === 0 ? [] : [`没有上网站：${hidden.join("，")}。`]),
    ...(refused > 0 ? [`有 ${refused} 期有错误，没有上网站，见上。`] : []),
    ...kept.map((path) => `${path} 已不属于网站，但被改动过，没有移除；请自行处理。`),
    ...(hasAddress
      ? []
      : ["没有生成订阅和站点地图：它们要写网址。请在 bulletin.yaml 的 output.url 里写网站将来的网址。"]),
  ];
}

function englishLines(summary: SiteSummary, out: string): readonly string[] {
  const { issues, items, written, untouched, removed, secret, drafts, refused, kept, hasAddress } = summary;
  const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
  const hidden = [
    ...(secret > 0 ? [count(secret, "secret issue")] : []),
    ...(drafts > 0 ? [count(drafts, "draft")] : []),
  ];
  return [
    `The website is in ${out}: ${count(issues, "issue")}, ${count(items, "item")}. ${count(written, "file")} written, ${untouched} left as they were${removed > 0 ? `, ${removed} removed` : ""}.`,
    ...(hidden.length === 0 ? [] : [`Not on the website: ${hidden.join(", ")}.`]),
    ...(refused > 0 ? [`${count(refused, "issue")} with errors left out; see above.`] : []),
    ...kept.map(
      (path) =>
        `${path} is no longer part of the website but was changed, so it was not removed. Please see to it.`,
    ),
    ...(hasAddress
      ? []
      : [
          "No feeds and no sitemap: they need an address. Put that of the website into output.url of bulletin.yaml.",
        ]),
  ];
}

/** That nothing was changed, and what may still be read there. */
export const printStays = (out: string, language: Language): string =>
  language === "zh"
    ? `没有一期可以做成网页，${printable(out)} 里的网站没有改动，还是上一次的内容；其中如有已经定密的一期，请先撤下网站。\n`
    : `No issue can be shown. The website in ${printable(out)} is what it was after the last run; if an issue on it has become secret, take the website down first.\n`;
