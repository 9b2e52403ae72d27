/**
 * Where a link of the document leads (model/link-target.ts). What is no URI would make Word call the
 * whole file damaged, so the form of the URL standard is written.
 */
import { linkTarget as targetOf } from "../../../model/link-target.js";
import { xmlSafe } from "./word-text.js";

/** @returns an absolute URI in ASCII, or undefined where the text must stand without a link */
export const linkTarget = (written: string): string | undefined => targetOf(xmlSafe(written));
