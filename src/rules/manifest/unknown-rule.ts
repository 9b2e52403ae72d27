/**
 * A setting of lint.rules for a rule that is not there. Made by check/rule-settings.ts; a warning alone
 * where the whole group is unknown, because a house file may be newer than the program.
 */
import type { DocumentedRule } from "../rule.js";

export const manifestUnknownRule: DocumentedRule = {
  id: "manifest/unknown-rule",
  scope: "documented",
  madeBy: "check",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "lint.rules 里的规则名都存在。",
    en: "Every rule named in lint.rules exists.",
  },
  why: {
    zh: "规则名写错，设置就不起作用：以为已关闭的仍在报告，以为已加严的没有加严。",
    en: "A setting with a mistyped name does nothing: a rule thought to be off still reports, and one thought to be raised is not.",
  },
  examples: [
    {
      name: { zh: "规则名写错", en: "A rule's name mistyped" },
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
    item/title-lenght: off
`,
      },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:11:5"],
    },
    {
      name: { zh: "规则名正确", en: "A rule's name as it is" },
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
    item/title-length: off
`,
      },
      show: "bulletin.yaml",
      findings: [],
    },
  ],
};
