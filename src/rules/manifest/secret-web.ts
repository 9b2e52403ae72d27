/**
 * What is secret does not go on the web: an issue with a level of secrecy has no HTML edition unless it is asked for by
 * name. build.ts withholds it, whatever becomes of this rule; here it is told. Source: the Law on Guarding State
 * Secrets (保守国家秘密法), which forbids passing secrets on over the internet and other public networks.
 */
import { secrecyText } from "../../model/issue-marks.js";
import type { IssueRule } from "../rule.js";

const SECRET_ISSUE = `year: 2026
number: 3
date: 2026-03-16
secrecy: {level: 秘密, period: 1年}
copy-number: "000012"
sections:
  - name: 基层动态
    items: [items/01.md, items/02.md]
`;

export const manifestSecretWeb: IssueRule = {
  id: "manifest/secret-web",
  scope: "issue",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "有密级的一期不上网，默认不出网页版。",
    en: "An issue with a level of secrecy stays off the web: no HTML edition is built by default.",
  },
  why: {
    zh: "涉密信息不得在互联网等公共网络上传递。网页版本来就是为上网准备的，编出来就可能被随手发布；只要纸质版和电子文档时，不必编它。",
    en: "What is secret may not be passed on over public networks. The HTML edition is made for the web, and once it lies there somebody may publish it; those who want paper and documents do not need it.",
  },
  source: "保守国家秘密法",
  examples: [
    {
      name: { zh: "有密级的一期", en: "An issue with a level of secrecy" },
      files: { "issue.yaml": SECRET_ISSUE },
      show: "issue.yaml",
      findings: ["issue.yaml:4:1"],
    },
    {
      name: { zh: "内部资料不是密级", en: "An internal circular is not secret" },
      files: {
        "issue.yaml": SECRET_ISSUE.replace(
          /^secrecy.*\ncopy.*$/m,
          "marking: 内部资料　注意保存\nurgency: 加急",
        ),
      },
      show: "issue.yaml",
      findings: [],
    },
  ],
  *check({ marks: { secrecy } }, { web }) {
    if (secrecy === undefined || web === "left-out") return;
    const mark = secrecyText(secrecy);
    yield web === "asked"
      ? {
          span: secrecy.span,
          message: {
            zh: `本期标有“${mark}”，又点名要了网页版：涉密信息不上网。`,
            en: `The issue is marked “${mark}”, and the HTML edition was asked for by name: what is secret does not go on the web.`,
          },
          help: {
            zh: "网页版只可在涉密计算机上使用；不需要就不要点名，并删去已经编出的网页文件。",
            en: "Use it on machines cleared for secrets alone; where it is not needed, do not ask for it, and delete the file.",
          },
        }
      : {
          span: secrecy.span,
          message: {
            zh: `本期标有“${mark}”，不出网页版：涉密信息不上网。`,
            en: `The issue is marked “${mark}”, so no HTML edition is built: what is secret does not go on the web.`,
          },
          help: {
            zh: "以前编出的网页文件请删去。编译时点名只要 DOCX 和 PDF，就不再提醒。",
            en: "Delete HTML files that were built earlier. A build that asks for DOCX and PDF by name does not say this.",
          },
        };
  },
};
