/**
 * The theme's faces (ECMA-376 part 1, 20.1.4.1.18): those of the document, and none of the library's. Word offers
 * them as the document's own, and WPS tells of faces that a theme names and a machine does not have.
 */
import type { Template } from "../../../model/template.js";
import { escapeAttribute } from "./font-table.js";

/** @param xml of the library's theme; its colours and formats stay */
export function withFacesOf(xml: string, { roles }: Template): string {
  const faces = (name: "majorFont" | "minorFont", { eastAsia, latin }: { eastAsia: string; latin: string }) =>
    `<a:${name}><a:latin typeface="${escapeAttribute(latin)}"/><a:ea typeface="${escapeAttribute(eastAsia)}"/>` +
    `<a:cs typeface=""/></a:${name}>`;
  const scheme = faces("majorFont", roles.title.office) + faces("minorFont", roles.body.office);
  return xml.replace(
    /<a:fontScheme name="[^"]*">.*?<\/a:fontScheme>/s,
    () => `<a:fontScheme name="bulletin">${scheme}</a:fontScheme>`,
  );
}
