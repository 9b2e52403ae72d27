/**
 * A unit that was renamed goes by its new name from that day on. Source: bulletin.yaml, units, `former` and `from`. The
 * day is that of the issue; what is told as a former name (原…, 前身是…) or of a year before stays.
 */

import { standsAlone } from "../../han/word-borders.js";
import { chineseDate, compareDates, isoDate } from "../../model/calendar-date.js";
import { copyFinding, isInBookTitle } from "../copy-line.js";
import { dayOf } from "../days.js";
import { isToldAsFormer } from "../former-names.js";
import type { TextRule } from "../rule.js";
import { houseWith, textExample } from "../text-example.js";

const HOUSE = houseWith(`units:
  - {name: 澜川市数据局, former: [澜川市大数据中心], from: 2026-03-01}
  - {name: 云湖区科技馆, former: 云湖区青少年科技中心, from: 2026-04-01}
`);

export const organisationFormerName: TextRule = {
  id: "organisation/former-name",
  scope: "text",
  severity: "warning",
  fixable: false,
  hasSuggestions: true,
  structural: false,
  summary: {
    zh: "改了名的单位，从改名之日起用新名称（units 的 former 和 from）。",
    en: "A unit that was renamed is called by its new name from that day on (former and from in units).",
  },
  why: {
    zh: "单位改名以后，来稿和旧稿里常常还是旧名称；同一单位两个名称，统计和检索都会分成两家。",
    en: "After a unit is renamed, copy often still has the old name, and the unit is counted as two.",
  },
  forUnit: {
    what: { zh: "这里用的是单位原来的名称。", en: "This is the former name of the unit." },
    ask: { zh: "请核对单位名称。", en: "Please check the name of the unit." },
  },
  examples: [
    textExample({
      name: { zh: "改名以后还用旧名称", en: "The old name after the unit was renamed" },
      house: HOUSE,
      text: "澜川市大数据中心发布通知。",
      at: [1],
      suggested: "澜川市数据局发布通知。",
    }),
    textExample({
      name: { zh: "改名的日子还没有到", en: "The day has not come yet" },
      house: HOUSE,
      text: "云湖区青少年科技中心举办开放日活动。",
    }),
    textExample({
      name: {
        zh: "写明是原名，当年的事，书名号里的原文",
        en: "Told as a former name, of an earlier year, in 《》",
      },
      house: HOUSE,
      text: "澜川市数据局（原澜川市大数据中心）发布通知。2024年，澜川市大数据中心编印《澜川市大数据中心年报》。",
    }),
  ],
  *check(line, context) {
    const { formerNames } = context.dictionary;
    if (formerNames.isEmpty) return;
    const day = dayOf(context);
    const { text } = line;
    for (const { start, end, word, value: unit } of formerNames.find(text)) {
      if (unit === undefined || isInBookTitle(line, start)) continue;
      const { name, from } = unit;
      if (day !== undefined && from !== undefined && compareDates(day, from) < 0) continue;
      if (isToldAsFormer(text, { start, end, from }) || !standsAlone(text, start, end)) continue;
      const since = {
        zh: from === undefined ? "现在" : `从${chineseDate(from)}起`,
        en: from === undefined ? "now" : `since ${isoDate(from)}`,
      };
      yield {
        ...copyFinding(line, {
          start,
          end,
          message: {
            zh: `“${word}”${since.zh}称“${name.value}”。`,
            en: `“${word}” is called “${name.value}” ${since.en}.`,
          },
          help: { zh: `改为“${name.value}”。`, en: `Write “${name.value}”.` },
          suggestion: name.value,
        }),
        related: [{ span: name.span, message: { zh: "单位名录", en: "The register of units" } }],
      };
    }
  },
};
