/**
 * Examples of rules about words and marks: a sentence or more in an item of its own. The body begins
 * on line 5, so places are named `line:column`, or by the column alone where the body is one line.
 */
import type { Message } from "../diagnostics/diagnostic.js";
import type { RuleExample } from "./rule.js";

const PATH = "items/01.md";
/** Line of the file on which the body begins. */
const FIRST_LINE = 5;

export interface TextCase {
  readonly name: Message;
  /** the item's body, without a line end */
  readonly text: string;
  /** content of bulletin.yaml, where the rule asks the house (houseWith) */
  readonly house?: string;
  /** columns on the body's first line, or `line:column` of the file; none for a right example */
  readonly at?: readonly (number | string)[];
  /** the body after --fix */
  readonly fixed?: string;
  /** the body after the first suggestion of each finding */
  readonly suggested?: string;
}

export function textExample({ name, text, house, at = [], fixed, suggested }: TextCase): RuleExample {
  return {
    name,
    files: { [PATH]: itemOf(text), ...(house !== undefined && { "bulletin.yaml": house }) },
    show: PATH,
    findings: at.map((place) => `${PATH}:${typeof place === "number" ? `${FIRST_LINE}:${place}` : place}`),
    ...(fixed === undefined ? {} : { fixed: itemOf(fixed) }),
    ...(suggested === undefined ? {} : { suggested: itemOf(suggested) }),
  };
}

/** @returns a sound bulletin.yaml with more keys at its end */
export const houseWith = (more: string): string => `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
contact:
  label: 信息报送邮箱
  email: submissions@example.org
${more}`;

const itemOf = (text: string): string => `---
title: 示例市科协举办学术交流会
---

${text}
`;
