/**
 * Persons of the roster who are listed together stand in its order. Source: bulletin.yaml, lint.words.names,
 * which is in protocol order. Only a list joined by 、 has an order; opt in by {enforce: true}.
 */
import { spanInLine } from "../copy-line.js";
import type { TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const WORDS = `lint:
  words:
    names:
      周砚宁: 主席
      陆知行: 副主席
      许仲平: 副主席
`;
const HOUSE = houseWith(`${WORDS}  rules:
    name/order: [info, {enforce: true}]
`);
/** Between two names of a list: 、 and at most a post. */
const JOINT = /^[^，。；：！？\n]{0,4}、[^，。；：！？\n]{0,14}$/;

export const nameOrder: TextRule = {
  id: "name/order",
  scope: "text",
  severity: "info",
  fixable: false,
  structural: false,
  options: { enforce: false },
  summary: {
    zh: "并列的人名按名册的次序（enforce: true 时检查）。",
    en: "Names listed together are in the order of the roster (checked with enforce: true).",
  },
  why: {
    zh: "名单的先后体现礼宾次序，不能颠倒。有的名单按发言先后或姓氏笔画排列，所以默认不查。",
    en: "Lists of names follow protocol, and a wrong order has to be corrected. Some lists are ordered by strokes or by speaking order, so this is off by default.",
  },
  examples: [
    textExample({
      name: { zh: "次序颠倒", en: "Changed over" },
      house: HOUSE,
      text: "副主席许仲平、陆知行出席。",
      at: [8],
    }),
    textExample({
      name: { zh: "次序相符，或不是并列", en: "In order, or no list" },
      house: HOUSE,
      text: "主席周砚宁、副主席陆知行、许仲平出席。许仲平主持，周砚宁讲话。",
    }),
    textExample({
      name: { zh: "没有要求检查", en: "Not asked for" },
      house: houseWith(WORDS),
      text: "副主席许仲平、陆知行出席。",
    }),
  ],
  *check(line, { dictionary, options }) {
    if (options.enforce !== true || !dictionary.hasPeople) return;
    const mentions = dictionary.mentionsIn(line);
    for (const [index, mention] of mentions.entries()) {
      const before = mentions[index - 1];
      if (before === undefined || before.rank <= mention.rank) continue;
      const between = line.text.slice(before.end, Math.min(mention.start, before.end + 32));
      if (mention.start - before.end > 20 || !JOINT.test(between)) continue;
      const [first, second] = [before.person.name.value, mention.person.name.value];
      yield {
        span: spanInLine(line, mention.start, mention.end),
        message: {
          zh: `名册上“${second}”在“${first}”之前，这里排在了后面。`,
          en: `The roster has “${second}” before “${first}”; here the order is reversed.`,
        },
        help: { zh: "请按名册的次序排列。", en: "Follow the roster's order." },
        related: [{ span: mention.person.name.span, message: { zh: "名册", en: "The roster" } }],
      };
    }
  },
};
