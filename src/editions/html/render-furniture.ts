/** What stands around the text: masthead, contents, contact line, imprint (words: model/furniture.ts). */
import type { Element, ElementContent } from "hast";
import { isoDate } from "../../model/calendar-date.js";
import {
  type ContactLine,
  type Furniture,
  type Imprint,
  printedSections,
  sectionHeading,
  titleOnOneLine,
} from "../../model/furniture.js";
import { CONTENTS_ANCHOR, MAIN_ANCHOR } from "./anchors.js";
import { blockElement, type Child, element } from "./element.js";
import type { HtmlContext } from "./html-context.js";
import { renderMarks } from "./render-marks.js";
import { mailtoUrl, telUrl } from "./safe-url.js";
import { breakableNames, breakableTitle, breakableTitleLines } from "./title-phrases.js";
import { breakableAddress } from "./whole-words.js";

export function renderSkipLink(): Element {
  return element("a", {
    className: ["furniture", "skip-link"],
    href: `#${MAIN_ANCHOR}`,
    dataWords: "跳到正文",
    ariaLabel: "跳到正文",
  });
}

export function renderMasthead(furniture: Furniture, context: HtmlContext): ElementContent[] {
  const date = element("time", { dateTime: isoDate(context.issue.date.value) }, furniture.dateLine);
  const issuer =
    furniture.publisher === undefined
      ? []
      : [element("span", { className: ["publisher"] }, breakableNames(furniture.publisher, context))];
  return [
    ...renderMarks(furniture),
    element("h1", { dataLength: lengthOf(furniture.name) }, breakableTitle(furniture.name, context)),
    element("p", { className: ["issue-line"] }, furniture.issueLine),
    blockElement("p", { className: ["issuer-line"] }, [...issuer, date]),
  ];
}

/** What a style sheet needs to set a name in one line: short names are spread, long ones smaller. */
function lengthOf(name: string): "short" | "medium" | "long" {
  const { length } = Array.from(name);
  if (length <= 6) return "short";
  return length <= 10 ? "medium" : "long";
}

export function renderContents(furniture: Furniture, context: HtmlContext): ElementContent[] {
  if (!context.contentsShown) return [];
  const sections = printedSections(context.issue).map((section) => {
    const name = element(
      "a",
      { href: `#${context.anchors.ofSection(section)}` },
      breakableTitle(sectionHeading(section.name.value), context),
    );
    const items = section.items.map((item) =>
      element("li", {}, [
        element(
          "a",
          { href: `#${context.anchors.ofItem(item)}` },
          breakableTitleLines(
            item.title.map(({ value }) => value),
            titleOnOneLine(item),
            context,
          ),
        ),
      ]),
    );
    return blockElement("li", {}, items.length === 0 ? [name] : [name, blockElement("ol", {}, items)]);
  });
  return [
    blockElement("nav", { id: CONTENTS_ANCHOR, className: ["contents"], ariaLabel: "本期要目" }, [
      element("h2", {}, furniture.contentsHeading),
      blockElement("ol", {}, sections),
    ]),
  ];
}

export function renderContact(contact: ContactLine, context: HtmlContext): ElementContent[] {
  const { label, email, phone } = contact;
  if (label + email + phone === "") return [];
  const mailbox =
    email === ""
      ? []
      : [element("a", { href: mailtoUrl(email), className: ["address"] }, breakableAddress(email))];
  const number = renderPhone(phone, context.issue.house.contact.phone?.value ?? "");
  return [element("address", { className: ["contact"] }, [label, ...mailbox, ...number])];
}

/** A number that can be dialled is a link; it stays with its label, the space before may end a line. */
function renderPhone(line: string, phone: string): Child[] {
  const words = line.trimStart();
  if (words === "") return [];
  const space = line.slice(0, line.length - words.length);
  const href = telUrl(phone);
  if (href === undefined || !words.endsWith(phone)) return [line];
  const label = words.slice(0, words.length - phone.length);
  return [space, element("span", { className: ["phone"] }, [label, element("a", { href }, phone)])];
}

/** The imprint (版记) as pairs of label and names. */
export function renderImprint(imprint: Imprint): ElementContent[] {
  if (imprint.empty) return [];
  const pair = (label: string, names: string) =>
    element("div", {}, [element("dt", {}, label), element("dd", {}, names)]);
  const recipients = imprint.recipients.map(({ label, names }) => pair(label, names));
  const editors = imprint.editors.map(({ label, name }) => pair(label, name));
  const parts: Element[] = [];
  if (recipients.length > 0) parts.push(blockElement("dl", { className: ["recipients"] }, recipients));
  if (editors.length > 0) parts.push(blockElement("dl", { className: ["editors"] }, editors));
  parts.push(
    blockElement("p", { className: ["printed"] }, [
      element("span", {}, imprint.publisher),
      element("span", {}, imprint.printedOn),
    ]),
  );
  if (imprint.copies !== undefined) parts.push(element("p", { className: ["copies"] }, imprint.copies));
  return [blockElement("div", { className: ["imprint"] }, parts)];
}
