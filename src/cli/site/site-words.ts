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
  only: "网站上只留给出的各期；不加时，已在网站上、原稿还在的各期都留着",
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
  only: "show the issues that are given and no others; without it those that stand on the website stay as long as their sources are there",
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
  const { issues, items, written, untouched, removed, secret, drafts, refused, others } = summary;
  const hidden = [
    ...(secret > 0 ? [`有密级的 ${secret} 期`] : []),
    ...(drafts > 0 ? [`草稿 ${drafts} 期`] : []),
  ];
  return [
    issues === 0
      ? `没有可以上网站的期次${removed > 0 ? `；${out} 里的网站已移除 ${removed} 个文件` : ""}。`
      : `网站在 ${out}：${issues} 期，${items} 篇。写入 ${written} 个文件，未改动 ${untouched} 个${removed > 0 ? `，移除 ${removed} 个` : ""}。`,
    ...(hidden.length === 0 ? [] : [`没有上网站：${hidden.join("，")}。`]),
    ...summary.gone.map(
      (folder) => `${folder}/ 的原稿不在了，已从网站移除；不是有意删的，请找回期次清单再运行。`,
    ),
    ...summary.suspected.map(
      (path) =>
        `${path} 里像是写着密级或草稿，这一期没有上网站。确实不公开的，请在清单里写明；写的不是密级的，请换个说法。`,
    ),
    ...(refused > 0 ? [`有 ${refused} 期有错误，见上${refusedZh(summary)}。`] : []),
    ...(others > 0
      ? [`另有 ${others} 期不在这次给出的路径里，已在网站上，照样留着；只要给出的各期，请加 --only。`]
      : []),
    ...summary.doubled.map(
      ({ folder, plainFolder }) =>
        `两期的年份和 slug 相同，都要用网址 ${plainFolder}/；后一期用了 ${folder}/。`,
    ),
    ...summary.kept.map((path) => `${path} 已不属于网站，但被改动过，没有移除；请自行处理。`),
    ...(summary.hasAddress
      ? []
      : ["没有生成订阅和站点地图：它们要写网址。请在 bulletin.yaml 的 output.url 里写网站将来的网址。"]),
  ];
}

function refusedZh({ refused, stale }: SiteSummary): string {
  if (stale === refused) return "；它们在网站上还是上一次的样子";
  if (stale > 0) return `；其中 ${stale} 期在网站上还是上一次的样子，其余没有上网站`;
  return "，没有上网站";
}

function englishLines(summary: SiteSummary, out: string): readonly string[] {
  const { issues, items, written, untouched, removed, secret, drafts, refused, others } = summary;
  const hidden = [
    ...(secret > 0 ? [count(secret, "secret issue")] : []),
    ...(drafts > 0 ? [count(drafts, "draft")] : []),
  ];
  return [
    issues === 0
      ? `There is no issue that can stand on the website${removed > 0 ? `; ${count(removed, "file")} of that in ${out} removed` : ""}.`
      : `The website is in ${out}: ${count(issues, "issue")}, ${count(items, "item")}. ${count(written, "file")} written, ${untouched} left as they were${removed > 0 ? `, ${removed} removed` : ""}.`,
    ...(hidden.length === 0 ? [] : [`Not on the website: ${hidden.join(", ")}.`]),
    ...summary.gone.map(
      (folder) =>
        `The source of ${folder}/ is gone, so it was removed from the website. If that was not meant, bring its manifest back and run again.`,
    ),
    ...summary.suspected.map(
      (path) =>
        `${path} seems to say that the issue is secret or a draft, so it is not on the website. If it is, say so in the manifest; if not, put it in other words.`,
    ),
    ...(refused > 0 ? [`${count(refused, "issue")} with errors, see above: ${refusedEn(summary)}.`] : []),
    ...(others > 0
      ? [
          `${count(others, "issue")} on the website not among the paths given: kept. With --only those given stay alone.`,
        ]
      : []),
    ...summary.doubled.map(
      ({ folder, plainFolder }) =>
        `Two issues have the same year and slug and ask for ${plainFolder}/; the later one stands in ${folder}/.`,
    ),
    ...summary.kept.map(
      (path) =>
        `${path} is no longer part of the website but was changed, so it was not removed. Please see to it.`,
    ),
    ...(summary.hasAddress
      ? []
      : [
          "No feeds and no sitemap: they need an address. Put that of the website into output.url of bulletin.yaml.",
        ]),
  ];
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

function refusedEn({ refused, stale }: SiteSummary): string {
  if (stale === refused) return "on the website as they last were";
  if (stale > 0) return `${stale} of them on the website as they last were, the others left out`;
  return "left out";
}

export interface Withdrawn {
  /** the website's folder, with slashes */
  readonly out: string;
  /** paths of files that were to go and could not be removed */
  readonly left: readonly string[];
  readonly language: Language;
}

/** What was taken down before the run was stopped. */
export function printWithdrawn(issues: number, { out, left, language }: Withdrawn): string {
  const lines = language === "zh" ? withdrawnZh(issues, left.length) : withdrawnEn(issues, left.length);
  const shown = left.slice(0, MOST_LEFT).map((path) => `  ${printable(`${out}/${path}`)}\n`);
  return `${lines}\n${shown.join("")}${left.length > MOST_LEFT ? "  …\n" : ""}`;
}

/** Enough to see what holds them. */
const MOST_LEFT = 20;

const withdrawnZh = (issues: number, left: number): string =>
  left === 0
    ? `已定密（或成了草稿）的 ${issues} 期已从网站移除；列表和搜索没能重新生成，也一并移除了。网站现在不全，请先不要上传；排除下面的原因后再运行一次。`
    : `有 ${issues} 期已定密（或成了草稿），但有 ${left} 个文件没能从网站移除，里面还有这些内容。请先不要上传这个网站：关掉正在使用它们的程序，手工删除，再运行一次。`;

const withdrawnEn = (issues: number, left: number): string =>
  left === 0
    ? `${issues === 1 ? "The issue that became secret or a draft was" : `${issues} issues that became secret or drafts were`} removed from the website; lists and search could not be made anew and were removed, too. The website is not whole: do not upload it yet. Remove the cause below and run again.`
    : `${count(issues, "issue")} became secret or a draft, but ${count(left, "file")} of the website that may still show what they say could not be removed. Do not upload the website: close the programs that use these files, delete them by hand and run again.`;

/** @returns a line on what was taken down before a run was refused; empty where nothing was */
export function printTakenDown(issues: number, language: Language): string {
  if (issues === 0) return "";
  return language === "zh"
    ? `已定密（或成了草稿）的 ${issues} 期已先从网站移除，列表和搜索里也没有了。\n`
    : `${issues === 1 ? "The issue that became secret or a draft was" : `${issues} issues that became secret or drafts were`} removed from the website first, and from its lists and search.\n`;
}

/** @param folders of the website that show what is to be hidden. @returns lines; empty where there are none */
export function printStanding(
  folders: readonly string[],
  { out, language }: Omit<Withdrawn, "left">,
): string {
  if (folders.length === 0) return "";
  const words =
    language === "zh"
      ? `已定密（或成了草稿）的 ${folders.length} 期还在网站上，这次没有移除。请先不要上传这个网站；排除下面的原因后再运行一次。`
      : `${folders.length === 1 ? "1 issue that became secret or a draft still stands on the website and was" : `${folders.length} issues that became secret or drafts still stand on the website and were`} not removed. Do not upload the website: remove the cause below and run again.`;
  const shown = folders.slice(0, MOST_LEFT).map((folder) => `  ${printable(`${out}/${folder}`)}/\n`);
  return `${words}\n${shown.join("")}${folders.length > MOST_LEFT ? "  …\n" : ""}`;
}
