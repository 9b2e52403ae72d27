/** Subject, sender and day of a mail. The day is that of the sender's own clock, as it stands in the header. */
import type { Email } from "postal-mime";
import { type CalendarDate, isRealDate } from "../../model/calendar-date.js";
import type { MailHead } from "../manuscript.js";

export function readMailHead({ subject, from, headers }: Email): MailHead {
  const sender = from?.group === undefined ? from : from.group[0];
  return {
    subject: worded(subject),
    from: sender === undefined ? undefined : { name: worded(sender.name), address: worded(sender.address) },
    date: dayOf(headers.find(({ key }) => key === "date")?.value ?? ""),
  };
}

const worded = (text: string | undefined): string | undefined => {
  const words = text?.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
  return words === undefined || words === "" ? undefined : words;
};

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** @returns the day that is written, whatever the zone behind it (RFC 5322, 3.3); ISO days, too */
/** No program writes more. */
const MOST_LINES = 12;
const LONGEST_LINE = 300;

/** 发件人：“张三”<zs@example.org>, as programs write the head of a mail that is forwarded into its text */
export function readTypedHead(typed: readonly string[]): MailHead | undefined {
  const lines = typed.slice(0, MOST_LINES).filter(({ length }) => length <= LONGEST_LINE);
  const value = (names: string): string | undefined => {
    const label = new RegExp(`^[*\\s>|]*(?:${names})[*\\s]*[:：|]\\s*(.+)$`, "i");
    for (const line of lines) {
      const words = label.exec(line)?.[1]?.trim();
      if (words !== undefined && words !== "") return words;
    }
    return undefined;
  };
  const sender = value("发件人|发送人|From");
  const subject = value("主题|Subject");
  const date = dayOf(value("发送时间|发件时间|发送日期|日期|时间|Sent|Date") ?? "");
  if (sender === undefined && subject === undefined) return undefined;
  const address = /[^\s<>[\]"“”（）()]+@[^\s<>[\]"“”（）();；]+/.exec(sender ?? "")?.[0];
  const name = worded(sender?.replace(address ?? "", "").replace(/mailto:|["“”<>[\]（）();；]/g, ""));
  return { subject, from: sender === undefined ? undefined : { name, address }, date };
}

function dayOf(value: string): CalendarDate | undefined {
  const mail = /(?:^|[\s,])(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4}|\d{2})\b/.exec(value);
  const iso = /(?:^|\s)(\d{4})(?:[-/]|年)(\d{1,2})(?:[-/]|月)(\d{1,2})(?!\d)/.exec(value);
  const [year, month, day] =
    mail !== null
      ? [fullYear(mail[3]), MONTHS.indexOf((mail[2] ?? "").toLowerCase()) + 1, Number(mail[1])]
      : [Number(iso?.[1]), Number(iso?.[2]), Number(iso?.[3])];
  const date = { year, month, day };
  return isRealDate(date) ? date : undefined;
}

/** RFC 5322, 4.3: two digits up to 49 are of this century. */
const fullYear = (digits = ""): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900);
