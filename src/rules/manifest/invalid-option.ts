/** An option that a rule does not have, or of another type. Made by check/rule-settings.ts. */
import type { DocumentedRule } from "../rule.js";

export const manifestInvalidOption: DocumentedRule = {
  id: "manifest/invalid-option",
  scope: "documented",
  madeBy: "check",
  severity: "error",
  fixable: false,
  structural: false,
  summary: {
    zh: "规则的选项名和选项值都正确。",
    en: "The options given for a rule have the right names and types.",
  },
  why: {
    zh: "选项写错时规则仍按默认值执行，编辑却以为已经改了。",
    en: "If an option is mistyped, the rule keeps its default while the editor believes it has changed.",
  },
  examples: [
    {
      name: { zh: "选项名写错", en: "An option's name mistyped" },
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
    item/title-length: [warn, {maks: 40}]
`,
      },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:11:5"],
    },
    {
      name: { zh: "选项的值不是数", en: "A value that is not a number" },
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
    item/title-length: [warn, {max: 四十}]
`,
      },
      show: "bulletin.yaml",
      findings: ["bulletin.yaml:11:5"],
    },
    {
      name: { zh: "选项正确", en: "Options as they are" },
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
    item/title-length: [warn, {max: 40}]
`,
      },
      show: "bulletin.yaml",
      findings: [],
    },
  ],
};
