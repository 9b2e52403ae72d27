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
function dayOf(value: string): CalendarDate | undefined {
  const mail = /(?:^|[\s,])(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4}|\d{2})\b/.exec(value);
  const iso = /(?:^|\s)(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b/.exec(value);
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
