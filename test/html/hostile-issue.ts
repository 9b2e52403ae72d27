/** An issue that carries one text at every place where an author's words are printed. */
import type { CheckedIssue } from "../../src/model/issue.js";
import type { Block } from "../../src/model/text.js";
import {
  at,
  attributedTo,
  call,
  cell,
  emphasis,
  figure,
  issue,
  item,
  link,
  note,
  paragraph,
  section,
  span,
  strong,
  words,
} from "./sample-issue.js";

export function issueOf(payload: string): CheckedIssue {
  const blocks: Block[] = [
    paragraph(payload, call(1), strong(payload), emphasis(payload), {
      kind: "inline-code",
      value: payload,
      span,
    }),
    paragraph(link("https://example.org/", payload)),
    { kind: "heading", level: 1, children: [words(payload)], span },
    {
      kind: "list",
      ordered: false,
      start: 1,
      items: [{ children: [paragraph(payload)], checked: true, span }],
      span,
    },
    { kind: "quote", children: [paragraph(payload)], span },
    { kind: "code-block", value: payload, language: payload, span },
    { kind: "table", columns: [undefined], header: [cell(payload)], rows: [[cell(payload)]], span },
    figure(payload, payload),
    paragraph(payload),
  ];
  const items = [1, 2].map((number) =>
    item([payload, payload], {
      attribution: attributedTo(payload),
      summary: at(payload),
      blocks,
      notes: number === 1 ? [note(1, paragraph(payload))] : [],
    }),
  );
  const made = issue([section(payload, ...items)], {
    series: at(payload),
    editorial: { editor: at(payload), reviewer: at(payload), approver: at(payload) },
    distribution: { report: [at(payload)], send: [at(payload)], issue: [at(payload)], copies: at(1) },
  });
  const house = {
    ...made.house,
    bulletin: { name: at(payload), publisher: at(payload), language: at("zh-CN") },
    contact: { ...made.house.contact, label: at(payload), email: at(payload), phone: at(payload) },
  };
  return { ...made, house };
}

/** An issue whose one link leads to the given destination. */
export const issueLinkingTo = (destination: string): CheckedIssue =>
  issue([section("栏目", item("题目", { blocks: [paragraph(link(destination, "按此"))] }))]);
