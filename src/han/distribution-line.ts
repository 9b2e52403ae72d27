/**
 * To whom a paper goes, at its end: 抄送：区委办、区政府办。 A label, a colon, and bodies that receive it, nothing else.
 * @see GB/T 9704-2012, 7.4.2
 *
 * 报送： has two readings: 报送：区委办、区政府办 goes to both, 报送：云岭区科协 may be how a unit signs. It signs where one
 * body is named alone that the house knows as a unit, or where only who sends is named (brackets, forms); in all other
 * cases nobody can tell, and it names no unit. Facts alone: what is done about it is the reader's to say.
 */
import { hanPattern } from "./han-pattern.js";
import { isPersonName, isUnitName } from "./unit-names.js";

export interface DistributionLine {
  /** what stands behind the labels, each name in order */
  readonly names: readonly string[];
  /** 报送： and nothing more: the names may be those of who sends it */
  readonly isReport: boolean;
}

/** 报　送： spreads its characters. */
const LABEL =
  /(?<=^|[\s\u3000；;。])(主[\s\u3000]*送|报[\s\u3000]*送|抄[\s\u3000]*[送报发]|主[\s\u3000]*报|呈[\s\u3000]*[报送]|[发分印][\s\u3000]*送|[报送发呈])[\s\u3000]*[：:]/gu;
const BEGINS_LABEL = /^[（(【]?[主报抄呈发分印送]/;
const WHOLE_IN_BRACKETS = /^[（(【](.*)[）)】]$/u;
const LONGEST = 240;

/** @returns undefined for a line that holds anything but labels and names of those who receive */
export function readDistributionLine(line: string): DistributionLine | undefined {
  const bare = line.trim();
  if (!BEGINS_LABEL.test(bare) || bare.length > LONGEST) return undefined;
  const words = bare
    .replace(/[。；;]$/u, "")
    .replace(WHOLE_IN_BRACKETS, "$1")
    .trim();
  const labels = [...words.matchAll(LABEL)];
  if (labels[0]?.index !== 0) return undefined;
  const names: string[] = [];
  for (const [order, { index, 0: label }] of labels.entries()) {
    const own = receiversIn(words.slice(index + label.length, labels[order + 1]?.index ?? words.length));
    if (own === undefined) return undefined;
    names.push(...own);
  }
  const isReport = labels.length === 1 && labels[0][1]?.replace(/[\s\u3000]/gu, "") === "报送";
  return { names, isReport };
}

/** @returns the names of a line that goes on with such a list, 区政协办公室、区科协; undefined for any other line */
export function receiversIn(words: string): readonly string[] | undefined {
  const names = words
    .replace(/[（(][^（()）]*[）)]/gu, "")
    .split(/[、，,；;。\s\u3000]+/u)
    .filter((name) => name !== "");
  return names.length > 0 && names.every(mayReceive) ? names : undefined;
}

/** 市委, 区府办: too short to be told elsewhere */
const SHORT_NAME = hanPattern(String.raw`^\p{Script=Han}{1,6}(?:委|府|办|协|局|人大|政协)$`);
/** 有关单位, 市科协各部门, 市科协领导, 市委书记 */
const KIND =
  /^.{1,12}各(?:部门|单位|科室|处室|学会|协会|中心)$|^(?:.{0,8}(?:有关|相关|成员|直属|所属|机关))?各?(?:单位|部门|科室)$|^.{0,12}(?:领导|书记|主席|主任|[市区县省镇乡部局]长|常委|党组成员|委员)(?:同志)?$|^存档$/u;

const mayReceive = (name: string): boolean =>
  name.length <= 30 && (isReceiver(name) || isUnitName(name) || SHORT_NAME.test(name) || KIND.test(name));

/** Those to whom reports go: committees and the offices of committees and governments, and whoever stands above. */
const RECEIVER =
  /(?:[省市区县州旗镇乡党工]委|政府|[省市区县州旗镇乡]府)(?:办公[室厅]|办)$|^.{0,6}[省市区县州旗]委$|^党委$|上级|领导/u;
/** 各街道科协, 各有关单位; 各类科普图书 is sent, and receives nothing. */
const EACH =
  /^各.{0,16}(?:[协会局委办府部处科室厅院校所站馆厂区县市镇乡村]|街道|单位|部门|中心|公司|企业|机构|组织|团体|支部|领导)$/u;

/** @returns true for 区委办, 市政府办公室, 上级主管部门: who is told, not who tells */
export const isReceiver = (name: string): boolean => RECEIVER.test(name) || EACH.test(name);

/** 报送：…, up to the next label or a day */
const REPORT = hanPattern(
  String.raw`(?<=^|[\s\u3000；;，,|｜])报[\s\u3000]*送(?:[\s\u3000]*[：:]|(?<=^报送)[\s\u3000])[\s\u3000]*([^：:]+?)(?=$|[\s\u3000；;，,|｜]+(?:\d{2,4}[年.月/-]|[\p{Script=Han}/／]{1,8}[\s\u3000]*[：:]))`,
);

export interface Report {
  /** 报送：区委办 */
  readonly words: string;
  readonly names: readonly string[];
  /** the words around it */
  readonly rest: string;
}

/** @returns 报送： and the bodies behind it; undefined where persons stand there: 报送：张三 says who sends */
export function findReport(words: string): Report | undefined {
  if (!words.includes("报")) return undefined;
  const match = REPORT.for(words).exec(words);
  const names = match?.[1]?.split(/[、，,；;。\s\u3000]+/u).filter((name) => name !== "") ?? [];
  if (match === null || names.length === 0) return undefined;
  // 报送：云岭区科协 张三, 报送：云岭区科协张三: the bodies that receive are not named with persons.
  const isOfPersons = !names.every(mayReceive);
  if (isOfPersons && !names.some(isReceiver)) return undefined;
  const rest = `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`.trim();
  return { words: match[0].trim(), names: names.filter((name) => !isPersonName(name)), rest };
}
