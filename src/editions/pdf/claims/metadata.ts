/**
 * What the file says about itself: the information dictionary, and the same in XMP with the claims
 * of PDF/A-2a and PDF/UA-1. Both are made from one set of facts, since PDF/A wants them to agree.
 * @see ISO 16684-1 (XMP), ISO 19005-2 6.6.2, ISO 14289-1 clause 5
 */
import { documentTitle, furnitureOf, printedSections, titleOnOneLine } from "../../../model/furniture.js";
import type { EditionInput } from "../../edition.js";

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly creator: string;
  readonly producer: string;
  readonly language: string;
  readonly date: Date;
}

const PROGRAM = "bulletin-compiler";

export function documentFacts({ issue, timestamp }: EditionInput): DocumentFacts {
  const furniture = furnitureOf(issue);
  const sections = printedSections(issue);
  const titles = sections.flatMap((section) => section.items.map(titleOnOneLine));
  return {
    title: documentTitle(issue, `${furniture.name} ${furniture.issueLine}`),
    author: furniture.publisher ?? furniture.name,
    subject: listTitles(titles),
    keywords: [
      ...sections.map((section) => section.name.value),
      ...furniture.marks.map(({ text }) => text),
    ].join(", "),
    creator: PROGRAM,
    producer: PROGRAM,
    language: issue.house.bulletin.language.value,
    // Neither form of date carries milliseconds.
    date: new Date(Math.floor(timestamp.getTime() / 1000) * 1000),
  };
}

/** Characters of the subject; readers show it in one line of a window. */
const SUBJECT_LENGTH = 300;

/** @returns as many titles as fit, whole */
function listTitles(titles: readonly string[]): string {
  let list = titles[0] ?? "";
  for (const title of titles.slice(1)) {
    if (list.length + title.length >= SUBJECT_LENGTH) return `${list}等`;
    list += `；${title}`;
  }
  return list;
}

/** @returns the XMP packet, in UTF-8 */
export function printMetadata(facts: DocumentFacts): Uint8Array {
  const date = facts.date.toISOString().replace(".000Z", "Z");
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>${alternative(facts.title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(facts.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternative(facts.subject)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${escapeXml(facts.language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>${escapeXml(facts.creator)}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${escapeXml(facts.producer)}</pdf:Producer>
<pdf:Keywords>${escapeXml(facts.keywords)}</pdf:Keywords>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${PDFUA_SCHEMA}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
  return new TextEncoder().encode(packet);
}

/** PDF/A knows the properties of its own and of XMP; that of PDF/UA has to be described (6.6.2.3.3). */
const PDFUA_SCHEMA = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file claims to meet</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

const alternative = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;

/** Escapes markup, and leaves out characters that XML 1.0 has no place for. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
