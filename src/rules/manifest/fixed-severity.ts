/** A structural rule that somebody wants lowered. Made by check/rule-settings.ts. */
import type { DocumentedRule } from "../rule.js";

export const manifestFixedSeverity: DocumentedRule = {
  id: "manifest/fixed-severity",
  scope: "documented",
  madeBy: "check",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "结构性规则不能降级或关闭。",
    en: "Structural rules cannot be lowered or turned off.",
  },
  why: {
    zh: "这些规则关系到各版能否生成：图片不存在、稿件无法识别，即使关掉报告也印不出来。",
    en: "The editions depend on them: a picture that does not exist cannot be printed, even if it is not reported.",
  },
  examples: [
    {
      name: { zh: "想关掉一条结构性规则", en: "A structural rule turned off" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
lint:
  rules:
    image/missing: off
`,
      },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:11:5"],
    },
    {
      name: { zh: "一般的规则可以关掉", en: "Other rules may be turned off" },
      files: {
        "bulletin.yaml": `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
lint:
  rules:
    image/size: off
`,
      },
      show: "bulletin.yaml",
      findings: [],
    },
  ],
};
