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
    zh: "这些规则管的是版面能不能做出来：图片不存在、稿件读不懂，关掉报告也印不出来。",
    en: "They guard what editions are made from: a picture that is not there cannot be printed, whoever is silent about it.",
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
