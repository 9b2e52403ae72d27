/**
 * The root of the core properties part (ECMA-376 part 2, 11). The library would date it by the clock, and
 * has no option for the language.
 */
import type { XmlComponent } from "docx";
import { element } from "../word/ooxml-element.js";
import type { DocumentProperties } from "./document-properties.js";

export interface PropertiesDating {
  readonly timestamp: Date;
  /** a BCP 47 tag */
  readonly language: string;
}

export function coreProperties(
  { title, subject, creator, keywords, description, lastModifiedBy }: DocumentProperties,
  { timestamp, language }: PropertiesDating,
): XmlComponent {
  const date = timestamp.toISOString().replace(/\.\d+Z$/, "Z");
  const dated = (name: string) => element(name, { "xsi:type": "dcterms:W3CDTF" }, [date]);
  return element("cp:coreProperties", NAMESPACES, [
    element("dc:title", {}, [title]),
    element("dc:subject", {}, [subject]),
    element("dc:creator", {}, [creator]),
    element("cp:keywords", {}, [keywords]),
    element("dc:description", {}, [description]),
    element("cp:lastModifiedBy", {}, [lastModifiedBy]),
    element("cp:revision", {}, ["1"]),
    element("dc:language", {}, [language.replace(/[^\w-]/g, "")]),
    dated("dcterms:created"),
    dated("dcterms:modified"),
  ]);
}

const NAMESPACES = {
  "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:dcterms": "http://purl.org/dc/terms/",
  "xmlns:dcmitype": "http://purl.org/dc/dcmitype/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
} as const;
