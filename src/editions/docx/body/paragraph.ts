/**
 * A paragraph in one of the edition's styles.
 */
import { type IParagraphOptions, Paragraph, type ParagraphChild, type XmlComponent } from "docx";
import type { StyleId } from "../styles/style-names.js";

/** @param children runs, hyperlinks, bookmarks, fields */
export const paragraphOf = (
  style: StyleId,
  children: readonly XmlComponent[],
  options: Omit<IParagraphOptions, "style" | "children"> = {},
): Paragraph => new Paragraph({ ...options, style, children: asChildren(children) });

/** The library's type does not list every element that it accepts, bookmark marks among them. */
export const asChildren = (children: readonly XmlComponent[]): readonly ParagraphChild[] =>
  children as readonly unknown[] as readonly ParagraphChild[];
