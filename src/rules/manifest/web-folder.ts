/**
 * `output.url` is the folder in which the pages of all issues stand, to which each adds its own name; the address of one
 * page would give /2023-38.html/2023-39.html. Source: RFC 6596 (the canonical address is that of the page itself).
 */
import { folderOfPage, isPageAddress } from "../../model/site-address.js";
import type { IssueRule } from "../rule.js";

const houseWith = (url: string): string => `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
output:
  url: ${url}
`;

export const manifestWebFolder: IssueRule = {
  id: "manifest/web-folder",
  scope: "issue",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "网址（output.url）写网页所在的文件夹，不写某一页。",
    en: "The address (output.url) is that of the folder in which the pages stand, not of one of them.",
  },
  why: {
    zh: "每期网页的规范网址是这个文件夹加上本期的文件名；写成某一页，拼出来的网址打不开，搜索引擎会按错的网址收录。",
    en: "The canonical address of each issue is this folder and the issue's own file name; behind the address of a page it leads nowhere, and search engines would list it.",
  },
  source: "RFC 6596",
  examples: [
    {
      name: { zh: "写成了一页的网址", en: "The address of a page" },
      files: { "bulletin.yaml": houseWith("https://example.org/bulletin/2023-38.html") },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:10:8"],
    },
    {
      name: { zh: "写成了栏目首页", en: "The address of a column's front page" },
      files: { "bulletin.yaml": houseWith("https://example.org/kpxx/index.shtml") },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:10:8"],
    },
    {
      name: { zh: "文件夹，名称里有点号", en: "A folder with a dot in its name" },
      files: { "bulletin.yaml": houseWith("https://www.example.org/v1.2") },
      show: "bulletin.yaml",
      findings: [],
    },
    {
      name: { zh: "网站的首页", en: "The site itself" },
      files: { "bulletin.yaml": houseWith("https://kexie.example.do") },
      show: "bulletin.yaml",
      findings: [],
    },
  ],
  *check(_issue, { house: { siteUrl } }) {
    if (siteUrl === undefined || !isPageAddress(siteUrl.value)) return;
    const folder = folderOfPage(siteUrl.value);
    yield {
      span: siteUrl.span,
      message: {
        zh: `“${siteUrl.value}”是一页的网址，不是文件夹的网址，这次没有写进网页。`,
        en: `“${siteUrl.value}” is the address of a page, not of a folder; no page was given an address.`,
      },
      help: {
        zh: `请写网页所在的文件夹，如 ${folder}；文件名由程序加上。`,
        en: `Give the folder in which the pages stand, such as ${folder}; the file name is added.`,
      },
    };
  },
};
