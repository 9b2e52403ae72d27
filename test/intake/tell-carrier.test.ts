/** What a file is by its bytes: each carrier and each format that is refused, under names that say otherwise. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Carrier } from "../../src/intake/carrier.js";
import { readSubmissionFile } from "../../src/intake/read-submission-file.js";
import { tellCarrier } from "../../src/intake/tell-carrier.js";
import { png } from "../hostile/made-pictures.js";
import { joinAll, utf8, utf16le } from "./encode-text.js";
import { ole, word97 } from "./ole-made.js";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const office = (type: string): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="docx" ContentType="${OFFICE}.wordprocessingml.document"/><Override PartName="/main.xml" ContentType="${type}"/></Types>`,
    ),
    "main.xml": strToU8("<x/>"),
  });
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 0,
  });
const parts = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: 4096 }, (_, at) => [`word/x${at}`, ""]));
const box = (brand: string): Uint8Array =>
  joinAll(Uint8Array.of(0, 0, 0, 24), `ftyp${brand}`, new Uint8Array(12));
const stream = (name: string): Uint8Array => ole({ [name]: new Uint8Array(600) });

const CARRIERS: readonly (readonly [string, Uint8Array, string])[] = [
  ["a Word document", office(`${OFFICE}.wordprocessingml.document.main+xml`), "word"],
  ["a Word template", office(`${OFFICE}.wordprocessingml.template.main+xml`), "word"],
  ["a Word document with macros", office("application/vnd.ms-word.document.macroEnabled.main+xml"), "word"],
  [
    "a Word template with macros",
    office("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    "word",
  ],
  ["a workbook that holds a document", office(`${OFFICE}.spreadsheetml.sheet.main+xml`), "excel"],
  ["a presentation", office(`${OFFICE}.presentationml.presentation.main+xml`), "powerpoint"],
  ["a drawing of Visio", office("application/vnd.ms-visio.drawing.main+xml"), "visio"],
  ["a new format of WPS", office("application/vnd.wps-officedocument.otl.main+xml"), "wps-cloud"],
  [
    "OpenDocument",
    zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }),
    "open-document",
  ],
  ["EPUB", zip({ mimetype: "application/epub+zip" }), "epub"],
  ["OFD", zip({ "OFD.xml": "<x/>" }), "ofd"],
  ["Pages", zip({ "Index/Document.iwa": "x" }), "pages"],
  ["an archive", zip({ "稿件.docx": "x" }), "archive"],
  ["an archive of very many files", zip(parts()), "archive"],
  ["a package of very many parts", zip({ "[Content_Types].xml": "<x/>", ...parts() }), "crowded-package"],
  ["the same, its types last", zip({ ...parts(), "[Content_Types].xml": "<x/>" }), "crowded-package"],
  [
    "an archive that breaks off",
    office(`${OFFICE}.wordprocessingml.document.main+xml`).subarray(0, 200),
    "damaged-package",
  ],
  ["a Word 97 document", word97("文\r"), "word-97"],
  ["a locked document", stream("EncryptedPackage"), "locked"],
  [
    "one that Office 2007 locked",
    ole({ WordDocument: new Uint8Array(600), EncryptedPackage: new Uint8Array(600) }),
    "locked",
  ],
  ["an old workbook", stream("Workbook"), "excel"],
  ["an old presentation", stream("PowerPoint Document"), "powerpoint"],
  ["a mail of Outlook", stream("__properties_version1.0"), "outlook"],
  ["Works", stream("MatOST"), "works"],
  ["another compound file", stream("Contents"), "ole"],
  ["a document of Word 2", joinAll(Uint8Array.of(0xdb, 0xa5, 0x2d, 0), new Uint8Array(600)), "word-95"],
  ["a compound file that breaks off", word97("文\r").subarray(0, 600), "damaged-ole"],
  [
    "Word 2003 XML",
    utf8(
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
    ),
    "word-2003-xml",
  ],
  [
    "flat OPC",
    utf8(
      '<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="x"/>',
    ),
    "flat-opc",
  ],
  ["other XML", utf8('<?xml version="1.0"?><data/>'), "xml"],
  ["RTF", utf8("{\\rtf1\\ansi x}"), "rtf"],
  ["PDF", utf8("%PDF-1.7\n"), "pdf"],
  ["PDF behind rubbish", utf8("x\n%PDF-1.4\n"), "pdf"],
  [
    "a page in one file, of Word",
    utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="B"\r\n\r\n--B\r\n'),
    "mhtml",
  ],
  [
    "a page in one file, of Chrome",
    utf8(
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n",
    ),
    "mhtml",
  ],
  ["7z", joinAll(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), new Uint8Array(30)), "archive"],
  ["RAR", joinAll("Rar!", Uint8Array.of(0x1a, 7, 1, 0)), "archive"],
  ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0), "archive"],
  ["HEIC", box("heic"), "heic"],
  ["AVIF", box("avif"), "avif"],
  ["a film", box("isom"), "video"],
  ["GIF", utf8("GIF89a\u0001\u0000"), "gif"],
  ["BMP", joinAll("BM", Uint8Array.of(70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0)), "bmp"],
  ["TIFF", joinAll("II*", new Uint8Array(20)), "tiff"],
  ["SVG", utf8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), "svg"],
  ["winmail.dat", Uint8Array.of(0x78, 0x9f, 0x3e, 0x22, 0, 0), "winmail"],
  ["a mail", utf8("Return-Path: <a@example.org>\nReceived: by x\n\nbody"), "mail"],
  ["a page", utf8("\ufeff\n<!-- saved -->\n<!DOCTYPE html><p>x"), "html"],
  ["a page in UTF-16", utf16le("\ufeff<html><body>文</body></html>"), "html"],
  [
    "XHTML",
    utf8('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>'),
    "html",
  ],
  ["a text", utf8("稿件"), "text"],
  ["a text of a set that is not read", utf8("\x1b$)C\x0eN!\\E\x0f"), "old-encoding"],
  ["a picture", png(), "picture"],
  ["WebP", joinAll("RIFF", Uint8Array.of(20, 0, 0, 0), "WEBPVP8 "), "picture"],
  ["nothing", new Uint8Array(), "empty"],
  ["bytes", Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256), "binary"],
];

const nameOf = (carrier: Carrier): string => (carrier.kind === "refused" ? carrier.format : carrier.kind);

describe("a carrier is told by its bytes", () => {
  it.each(CARRIERS)("%s", (_, bytes, expected) => {
    expect(nameOf(tellCarrier(bytes))).toBe(expected);
  });
});

describe("what is refused", () => {
  const refused = CARRIERS.filter(([, bytes]) => tellCarrier(bytes).kind === "refused");

  it.each(refused)("%s says what it is and what to do", async (_, bytes) => {
    const submission = await readSubmissionFile(bytes, { path: "来稿/稿件.docx", name: "稿件.docx" });
    expect(submission.manuscripts).toEqual([]);
    const [notice] = submission.notices;
    expect(notice?.rule).toMatch(/^import\/(unreadable|empty|picture-refused)$/);
    expect(notice?.message.zh).toMatch(/^“稿件\.docx”.+。$/);
    expect(notice?.message.en).toMatch(/^“稿件\.docx” .+\.$/);
    expect(notice?.help?.zh).toMatch(/。$/);
    expect(notice?.help?.en).toMatch(/\.$/);
  });
});
