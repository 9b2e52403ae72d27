/**
 * A line at the end of a submission that only says whom to ask, however it is put: 手机：…/微信同号,
 * 张三 科员 138…, Tel: …. What is left of it without numbers, addresses and labels must be names.
 */
import { readSignatureNames } from "../../han/signature-names.js";
import { isPersonName } from "../../han/unit-names.js";
import type { FormField } from "./form-fields.js";
import { lengthOf } from "./sheet.js";

const LONGEST = 80;
const MOBILE = /(?<![\d-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/gu;
const LANDLINE =
  /(?<![\d-])(?:[（(]?0\d{2,3}[）)]?[-－—– ]?)?[2-9]\d{2,3}[- ]?\d{4}(?:(?:转|[-－—–])\d{1,5})?(?!\d)/gu;
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,80}/gu;
const ADDRESS =
  /(?:^|[\s\u3000；;，,|｜])(?:联系|通[讯信]|单位|办公)?地址[\s\u3000]*[：:][^；;|｜，,]{2,40}/gu;
const ACCOUNT = /(?:微信号?|QQ号?|Q{1,2}|VX|wechat)[\s\u3000]*[：:]?[\s\u3000]*[A-Za-z0-9_-]{5,20}/giu;
const LABEL =
  /(?:投稿|供稿|报送|撰稿)?联系人?(?:姓名)?|(?:办公|联系|单位|固定|移动)?(?:电话|座机|手机)(?:号码|号)?|联系方式|方式|号码|微信号?|QQ号?|(?:电子)?(?:邮箱|邮件|信箱)|E-?mail|Tel(?:ephone)?|Mob(?:ile)?|Phone|Fax|传真|邮政编码|邮编|同号|同步|同上|姓名|[（(]微[）)]/giu;
const SIGNS = /[\s\u3000、，,；;。.：:/／|｜\\()（）【】[\]<>《》·•*+—–－_-]+/gu;
const POSITION =
  /^(?:科员|干事|主任|副主任|科长|副科长|主席|副主席|秘书长|部长|副部长|处长|老师|教师|教授|工程师|专员|书记|副书记|编辑|记者|通讯员|信息员|宣传员|志愿者|社工|同志|先生|女士|及|或|和|均可)$/u;

export interface LooseContact {
  readonly fields: readonly FormField[];
  /** without a label, a person or a number that is somebody's own it may be a service for the readers */
  readonly isPersonal: boolean;
}

/** @returns undefined where anything else stands in the line, or neither number nor address */
export function readLooseContact(text: string, place: number): LooseContact | undefined {
  if (lengthOf(text) > LONGEST || /[。！？].*\p{L}/u.test(text)) return undefined;
  const emails = text.match(EMAIL) ?? [];
  const mobiles = text.replace(EMAIL, " ").match(MOBILE) ?? [];
  const bare = text.replace(EMAIL, " ").replace(ADDRESS, " ").replace(MOBILE, " ").replace(ACCOUNT, " ");
  const landlines = bare.match(LANDLINE) ?? [];
  const hasAccount = ACCOUNT.test(text);
  ACCOUNT.lastIndex = 0;
  if (emails.length + mobiles.length + landlines.length === 0 && !hasAccount) return undefined;
  const unnumbered = bare.replace(LANDLINE, " ");
  const words = unnumbered.replace(LABEL, " ").split(SIGNS);
  const fields: FormField[] = [];
  let hasPerson = false;
  for (const word of words) {
    if (word === "" || POSITION.test(word)) continue;
    const names = readSignatureNames(word, { units: [], source: undefined });
    const person = namedPerson(word);
    if (person !== undefined) {
      hasPerson = true;
      fields.push({ kind: "person", label: "", value: person, place });
    } else if (names?.unit !== undefined) fields.push({ kind: "unit", label: "", value: word, place });
    else return undefined;
  }
  const phone = mobiles[0] ?? landlines[0];
  if (phone !== undefined) fields.push({ kind: "phone", label: "", value: phone.trim(), place });
  const [email] = emails;
  if (email !== undefined) fields.push({ kind: "email", label: "", value: email, place });
  const hasLabel = /联系|手机|微信|QQ|邮箱|E-?mail|Tel|Mob|Phone/iu.test(unnumbered);
  return { fields, isPersonal: hasPerson || hasLabel || mobiles.length + emails.length > 0 || hasAccount };
}

/** @returns 张三 of 张三科员; 李老师 as it is */
export function namedPerson(word: string): string | undefined {
  if (isPersonName(word)) return word;
  const name = CALLED.exec(word)?.[1] ?? "";
  if (isPersonName(name)) return name;
  return name.length === 1 && isPersonName(`${name}某`) ? word : undefined;
}

const CALLED =
  /^(.{1,3}?)(?:科员|干事|副?主任|副?科长|副?主席|秘书长|副?部长|副?处长|老师|书记|同志|先生|女士|通讯员|信息员)$/u;
