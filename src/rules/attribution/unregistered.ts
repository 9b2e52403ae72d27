/** A unit that signs is one of the house's register. Source: bulletin.yaml, units; silent where no list is given. */
import { nearestName } from "../../diagnostics/nearest-name.js";
import { type CalendarDate, chineseDate, isoDate } from "../../model/calendar-date.js";
import type { Unit } from "../../model/house.js";
import type { Attribution } from "../../model/issue.js";
import { registeredUnits } from "../../model/register.js";
import { daysOf, holdsOn } from "../days.js";
import type { Finding, ItemRule } from "../rule.js";

const HOUSE = `bulletin:
  name: 示例科协信息
sections:
  - name: 科技交流
  - name: 基层动态
units:
  - 示例市科协学会部
  - 示例区科协
  - name: 示例市科学技术馆
    aliases: [示例科技馆]
contact:
  label: 信息报送邮箱
  email: submissions@example.org
`;

export const attributionUnregistered: ItemRule = {
  id: "attribution/unregistered",
  scope: "item",
  severity: "warning",
  fixable: false,
  structural: false,
  summary: {
    zh: "供稿单位应在本刊的单位名录中。",
    en: "The unit named as the source is in the bulletin's register.",
  },
  why: {
    zh: "同一单位今天写全称、明天写简称，报送数量就会分成两家；名称写错一个字，也很失礼。",
    en: "A unit that appears under two names is counted as two, and a misspelt name is discourteous.",
  },
  examples: [
    {
      name: { zh: "单位名称差一个字", en: "A unit's name with one character wrong" },
      files: {
        "bulletin.yaml": HOUSE,
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
source: 示例县科协
---

3月11日，科普志愿者走进社区。
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:3:9"],
    },
    {
      name: { zh: "名录中的别名", en: "A name under which it may also sign" },
      files: {
        "bulletin.yaml": HOUSE,
        "items/02.md": `---
title: 示例科技馆推出夜场活动
source: 示例科技馆
---

3月11日，示例科技馆推出夜场活动。
`,
      },
      show: "items/02.md",
      findings: [],
    },
    {
      name: { zh: "两家联合供稿，各在名录中", en: "Two units together, both on the register" },
      files: {
        "bulletin.yaml": HOUSE,
        "items/02.md": `---
title: 示例科技馆推出夜场活动
source: 示例区科协、示例科技馆
---

3月11日，示例科技馆推出夜场活动。
`,
      },
      show: "items/02.md",
      findings: [],
    },
    {
      name: { zh: "已经撤并的单位", en: "A unit that has been dissolved" },
      files: {
        "bulletin.yaml": HOUSE.replace("  - 示例区科协\n", "  - {name: 示例区科协, until: 2026-02-28}\n"),
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
source: 示例区科协
---

3月11日，科普志愿者走进社区。
`,
      },
      show: "items/02.md",
      findings: ["items/02.md:3:9"],
    },
    {
      name: { zh: "没有名录时不检查", en: "Silent if there is no register" },
      files: {
        "items/02.md": `---
title: 示例区科协开展科普进社区活动
source: 某某单位
---

3月11日，科普志愿者走进社区。
`,
      },
      show: "items/02.md",
      findings: [],
    },
  ],
  *check(item, { house, issue }) {
    const { attribution } = item;
    if (attribution === undefined || attribution.value === "" || house.units.length === 0) return;
    const registered = registeredUnits(house.units);
    const names = registered.flatMap(({ name, aliases }) => [name, ...aliases]);
    const known = new Set(names);
    yield* dissolvedAmong(attribution, house.units, daysOf({ issue, item }));
    if (known.has(attribution.value)) return;
    const strangers = attribution.value
      .split(/[、，,;； \u3000]+/u)
      .filter((name) => name !== "" && !known.has(name));
    for (const stranger of strangers) {
      const nearest = nearestName(stranger, names);
      yield {
        span: attribution.span,
        message: {
          zh: `供稿单位“${stranger}”不在本刊的单位名录中。`,
          en: `The unit “${stranger}” is not in the bulletin's register.`,
        },
        help:
          nearest === undefined
            ? {
                zh: "请核对名称；确是新单位，请加进 bulletin.yaml 的 units。",
                en: "Check the name; if the unit is new, add it to units in bulletin.yaml.",
              }
            : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` },
      };
    }
  },
};

/** A unit that was dissolved before the day of the issue, and before that of the item. */
function* dissolvedAmong(
  { value, span }: Attribution,
  units: readonly Unit[],
  days: readonly CalendarDate[],
): Iterable<Finding> {
  const signing = new Set([value, ...value.split(/[、，,;； \u3000]+/u)]);
  for (const { name, aliases, until } of units) {
    if (until === undefined || holdsOn({ until }, days)) continue;
    const used = [name, ...aliases].find((one) => signing.has(one.value));
    if (used === undefined) continue;
    yield {
      span,
      message: {
        zh: `供稿单位“${used.value}”在名录中只到${chineseDate(until)}。`,
        en: `The unit “${used.value}” is in the register until ${isoDate(until)} only.`,
      },
      help: {
        zh: "请核对署名；单位还在的，请修改 bulletin.yaml 的 units。",
        en: "Check who signs; if the unit still exists, correct units in bulletin.yaml.",
      },
      related: [{ span: name.span, message: { zh: "单位名录", en: "The register of units" } }],
    };
  }
}
