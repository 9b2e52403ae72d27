/**
 * A Word file as its parts and what leads from one to another (ISO/IEC 29500-2, Open Packaging Conventions). Part
 * names are equal whatever their case (6.2.2.3); targets outside are never followed, only named.
 */
import { type InflateBudget, inflateEntry, LARGEST_WHOLE } from "./inflate-entry.js";
import { parseXml, xmlBudget } from "./parse-xml.js";
import { RefusedPackage } from "./refused-package.js";
import { attribute, type XmlElement } from "./xml-element.js";
import { readZipDirectory, type ZipEntry } from "./zip-directory.js";

export interface Relationship {
  /** last word of its type: `image`, `hyperlink`, `styles` … */
  readonly type: string;
  /** a part of this package */
  readonly part: string | undefined;
  /** address outside, as it is written */
  readonly address: string | undefined;
}

export interface WordParts {
  /** where the text is */
  readonly main: string;
  readonly hasMacros: boolean;
  /** @throws RefusedPackage */
  readonly bytesOf: (part: string) => Uint8Array | undefined;
  /** @throws RefusedPackage */
  readonly xmlOf: (part: string) => XmlElement | undefined;
  /** what a part points to, by its ids */
  readonly relationshipsOf: (part: string) => ReadonlyMap<string, Relationship>;
}

/** @throws RefusedPackage where it is none of Word's packages */
export function openWordParts(bytes: Uint8Array): WordParts {
  const entries = new Map<string, ZipEntry>();
  const twice = new Set<string>();
  for (const entry of readZipDirectory(bytes)) {
    const key = partKey(entry.name);
    if (entries.has(key)) twice.add(key);
    entries.set(key, entry);
  }
  const budget: InflateBudget = { left: LARGEST_WHOLE };
  const ofXml = xmlBudget();
  const unpacked = new Map<string, Uint8Array>();
  const relationships = new Map<string, ReadonlyMap<string, Relationship>>();

  const bytesOf = (part: string): Uint8Array | undefined => {
    const key = partKey(part);
    const known = unpacked.get(key);
    if (known !== undefined) return known;
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    // Which of two a reader takes is anybody's guess: Word would not open it.
    if (twice.has(key)) throw new RefusedPackage({ kind: "hostile", what: "two-of-one-name" });
    const whole = inflateEntry(bytes, entry, budget);
    unpacked.set(key, whole);
    return whole;
  };
  const xmlOf = (part: string): XmlElement | undefined => {
    const whole = bytesOf(part);
    return whole === undefined ? undefined : parseXml(whole, part, ofXml);
  };
  const relationshipsOf = (part: string): ReadonlyMap<string, Relationship> => {
    const key = partKey(part);
    const known = relationships.get(key);
    if (known !== undefined) return known;
    const read = readRelationships(part, xmlOf(relationshipsPart(part)));
    relationships.set(key, read);
    return read;
  };

  const main = findMain(entries, relationshipsOf(""), xmlOf);
  const hasMacros = [...entries.keys()].some((key) => /(?:^|\/)vbaproject\.bin$/.test(key));
  return { main, hasMacros, bytesOf, xmlOf, relationshipsOf };
}

const partKey = (name: string): string => name.replace(/^\/+/, "").toLowerCase();

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf("/") + 1);

/** @param part "" for the package itself */
function relationshipsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

const RELATIONSHIP_TYPES =
  /^(?:http:\/\/schemas\.openxmlformats\.org\/(?:officeDocument|package)\/2006\/relationships|http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/relationships|http:\/\/schemas\.microsoft\.com\/office\/\d{4}\/\d{2}\/relationships|http:\/\/schemas\.microsoft\.com\/office\/\d{4}\/relationships)\/(?:metadata\/)?([A-Za-z]+)$/;

function readRelationships(source: string, root: XmlElement | undefined): ReadonlyMap<string, Relationship> {
  const read = new Map<string, Relationship>();
  for (const one of root?.children ?? []) {
    const id = attribute(one, "Id");
    const target = attribute(one, "Target");
    if (one.name !== "rel:Relationship" || id === undefined || target === undefined) continue;
    const type = RELATIONSHIP_TYPES.exec(attribute(one, "Type") ?? "")?.[1] ?? "";
    const isOutside = attribute(one, "TargetMode")?.toLowerCase() === "external";
    const part = isOutside ? undefined : resolveTarget(source, target);
    read.set(id, { type, part, address: isOutside ? target.trim() : undefined });
  }
  return read;
}

/** @returns a part's name; `..` at the top stays there, as in any address */
function resolveTarget(source: string, target: string): string {
  const bare = (target.split(/[?#]/)[0] ?? "").trim().replaceAll("\\", "/");
  const path = bare.startsWith("/") ? bare : `${folderOf(source)}${bare}`;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(decodeStep(step));
  }
  return steps.join("/");
}

function decodeStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

const MAIN_TYPES =
  /^application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled(?:12|Template)?)\.main\+xml$/i;

function findMain(
  entries: ReadonlyMap<string, ZipEntry>,
  ofPackage: ReadonlyMap<string, Relationship>,
  xmlOf: (part: string) => XmlElement | undefined,
): string {
  const has = (part: string | undefined): part is string => part !== undefined && entries.has(partKey(part));
  const related = [...ofPackage.values()].find(
    ({ type, part }) => type === "officeDocument" && has(part),
  )?.part;
  const main = related ?? mainByType(xmlOf("[Content_Types].xml")) ?? "word/document.xml";
  if (!has(main)) throw new RefusedPackage(otherFormat(entries));
  if (/^xl\//i.test(main)) throw new RefusedPackage({ kind: "not-word", format: "excel" });
  if (/^ppt\//i.test(main)) throw new RefusedPackage({ kind: "not-word", format: "powerpoint" });
  if (/^visio\//i.test(main)) throw new RefusedPackage({ kind: "not-word", format: "visio" });
  return main;
}

function mainByType(types: XmlElement | undefined): string | undefined {
  const found = types?.children.find((one) => MAIN_TYPES.test(attribute(one, "ContentType") ?? ""));
  return found === undefined ? undefined : attribute(found, "PartName")?.replace(/^\/+/, "");
}

function otherFormat(entries: ReadonlyMap<string, ZipEntry>): RefusedPackage["refusal"] {
  const has = (start: string): boolean => [...entries.keys()].some((key) => key.startsWith(start));
  if (has("xl/")) return { kind: "not-word", format: "excel" };
  if (has("ppt/")) return { kind: "not-word", format: "powerpoint" };
  if (has("visio/")) return { kind: "not-word", format: "visio" };
  if (entries.has("mimetype") && entries.has("content.xml"))
    return { kind: "not-word", format: "opendocument" };
  const isPackage = entries.has("[content_types].xml") || has("word/");
  return isPackage ? { kind: "damaged", part: "word/document.xml" } : { kind: "not-word", format: "zip" };
}
