/**
 * Where a link of the document leads (model/link-target.ts). Word reports the whole file as damaged when
 * a target is not a URI, so targets are written the way the URL standard serialises them.
 */
import { linkTarget as targetOf } from "../../../model/link-target.js";
import { xmlSafe } from "./word-text.js";

/** @returns an absolute URI in ASCII, or undefined where the text must stand without a link */
export const linkTarget = (written: string): string | undefined => targetOf(xmlSafe(written));
