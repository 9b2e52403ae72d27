/** The mark of a draft and the marks above the masthead (words: model/issue-marks.ts). */
import type { Element } from "hast";
import type { Furniture } from "../../model/furniture.js";
import type { IssueMarks } from "../../model/issue-marks.js";
import { element } from "./element.js";

export function renderMarks({ draft, marks }: Pick<Furniture, "draft" | "marks">): readonly Element[] {
  return [
    ...(draft === undefined ? [] : [element("p", { className: ["draft-mark"] }, draft)]),
    ...marks.map(({ text }) => element("p", { className: ["document-mark"] }, text)),
  ];
}

/** A draft or what is secret is not meant for search engines, wherever its page should come to lie. */
export const isKeptFromSearch = ({ draft, secrecy }: IssueMarks): boolean =>
  draft !== undefined || secrecy !== undefined;
