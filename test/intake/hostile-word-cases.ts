/** Packages that were made to harm, or broken by chance: each refused, or read as if nothing were. */
import { strToU8 } from "fflate";
import { type RawEntry, type RawZip, rawZip } from "./raw-zip.js";
import {
  type PackageParts,
  p,
  packageEntries,
  partXml,
  r,
  relationship,
  wordPackage,
} from "./word-package.js";

export interface HostileWord {
  readonly name: string;
  /** made when it is needed: some are large */
  readonly bytes: () => Uint8Array;
  /** words that are read; undefined: refused */
  readonly words?: string;
}

const WORDS = "读得出";

const plain = packageEntries({ body: p(WORDS) });

/** The entries of a plain file, that of the document changed. */
function entries(change: (document: RawEntry) => RawEntry | readonly RawEntry[] = (one) => one): RawEntry[] {
  return Object.entries(plain).flatMap(([name, content]) => {
    const entry = { name, content };
    return name === "word/document.xml" ? [change(entry)].flat() : [entry];
  });
}

const zip = (name: string, list: () => readonly RawEntry[], words?: string, how?: RawZip): HostileWord =>
  withWords({ name: `zip: ${name}`, bytes: () => rawZip(list(), how) }, words);

const withWords = (one: Omit<HostileWord, "words">, words: string | undefined): HostileWord =>
  words === undefined ? one : { ...one, words };

const document = (name: string, xml: () => string | Uint8Array, words?: string): HostileWord =>
  withWords(
    { name: `xml: ${name}`, bytes: () => rawZip(entries((one) => ({ ...one, content: xml() }))) },
    words,
  );

const parts = (name: string, given: () => PackageParts, words?: string): HostileWord =>
  withWords({ name, bytes: () => wordPackage(given()) }, words);

const whole = wordPackage({ body: p(WORDS) });
const times = (count: number, text: string): string => text.repeat(count);
const nested = (count: number, open: string, inner: string, close: string): string =>
  `${times(count, open)}${inner}${times(count, close)}`;
const inBody = (body: string): string => partXml("w:document", `<w:body>${body}</w:body>`);
const withDoctype = (doctype: string, text = "x"): string =>
  inBody(p(text)).replace("?>\n", `?>\n${doctype}`);
const zeros = (mebibytes: number): Uint8Array => new Uint8Array(mebibytes * 1024 * 1024);

const BOMB_OF_BLANKS = (): Uint8Array => {
  const xml = strToU8(inBody(p(WORDS)));
  const blanks = zeros(65).fill(0x20);
  blanks.set(xml.subarray(0, xml.length - 13));
  blanks.set(xml.subarray(xml.length - 13), blanks.length - 13);
  return blanks;
};

const ZIPS: readonly HostileWord[] = [
  { name: "zip: nothing", bytes: () => new Uint8Array() },
  { name: "zip: four bytes", bytes: () => strToU8("PK\u0003\u0004") },
  { name: "zip: an end alone", bytes: () => rawZip([]) },
  ...[0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99].map((part) => ({
    name: `zip: cut at ${part}`,
    bytes: () => whole.subarray(0, Math.floor(whole.length * part)),
  })),
  zip("a part of 65 MiB", () => entries((one) => ({ ...one, content: BOMB_OF_BLANKS() }))),
  zip("a bomb that claims 100 bytes", () => entries((one) => ({ ...one, content: zeros(70), size: 100 }))),
  zip("300 MiB in many parts", () => {
    const bytes = zeros(30);
    const [bomb] = rawEntries(bytes);
    const pictures = Array.from({ length: 10 }, (_, at) => ({ ...bomb, name: `word/media/${at}.png` }));
    const rels = pictures.map((_, at) => relationship(`p${at}`, "image", `media/${at}.png`)).join("");
    const shown = pictures.map(
      (_, at) => `<w:p><w:r><w:pict><v:shape><v:imagedata r:id="p${at}"/></v:shape></w:pict></w:r></w:p>`,
    );
    const made = packageEntries({ body: p(WORDS) + shown.join(""), relationships: rels });
    return [...Object.entries(made).map(([name, content]) => ({ name, content })), ...pictures];
  }),
  zip("a size of 4 GiB claimed", () => entries((one) => ({ ...one, size: 0xfffffffe })), WORDS),
  zip("a size of nothing claimed", () => entries((one) => ({ ...one, size: 0 })), WORDS),
  zip("more packed bytes claimed than there are", () => entries((one) => ({ ...one, compressedSize: 1e6 }))),
  zip("fewer packed bytes claimed than there are", () => entries((one) => ({ ...one, compressedSize: 20 }))),
  zip("a part behind the end", () => entries((one) => ({ ...one, offset: 0xfffffff0 }))),
  zip("a part where another is", () => entries((one) => ({ ...one, offset: 0 }))),
  zip("more entries claimed than there are", () => entries(), undefined, { count: 4000 }),
  zip("4,097 entries", () => [
    ...entries(),
    ...Array.from({ length: 4093 }, (_, at) => ({ name: `x${at}`, content: "" })),
  ]),
  zip("a directory that is elsewhere", () => entries(), undefined, { directoryOffset: 0xffffff00 }),
  zip("a wrong checksum", () => entries((one) => ({ ...one, checksum: 1 }))),
  ...[1, 9, 12, 14, 93, 99].map((method) =>
    zip(`method ${method}`, () => entries((one) => ({ ...one, method, packed: strToU8("abc") }))),
  ),
  zip("an encrypted part", () => entries((one) => ({ ...one, flags: 1 }))),
  zip("packed noise", () =>
    entries((one) => ({ ...one, packed: Uint8Array.from({ length: 500 }, (_, at) => (at * 7919) & 255) })),
  ),
  zip("a stored part", () => entries((one) => ({ ...one, method: 0 })), WORDS),
  zip("two documents", () => entries((one) => [one, { ...one, content: inBody(p("另一份")) }])),
  zip("two documents that differ in case", () =>
    entries((one) => [one, { ...one, name: "WORD/Document.xml" }]),
  ),
  zip(
    "two of a part that nobody reads",
    () => [...entries(), { name: "a", content: "1" }, { name: "A", content: "2" }],
    WORDS,
  ),
  zip(
    "another name in the local header",
    () => entries((one) => ({ ...one, localName: "word/other.xml" })),
    WORDS,
  ),
  ...[
    "../document.xml",
    "/word/document.xml",
    "C:/word/document.xml",
    "word/../../document.xml",
    "word\\..\\..\\x.xml",
  ].map((name) => zip(`a document at ${name}`, () => entries((one) => ({ ...one, name })))),
  zip(
    "parts that lead out beside the document",
    () => [
      ...entries(),
      { name: "../../etc/passwd", content: "x" },
      { name: "/etc/passwd", content: "x" },
      { name: "a\0b", content: "x" },
    ],
    WORDS,
  ),
  zip("bytes in front", () => entries(), WORDS, { prefix: zeros(1).subarray(0, 999) }),
  zip("bytes behind", () => entries(), WORDS, { suffix: strToU8("behind") }),
  zip("ZIP64 fields", () => entries((one) => ({ ...one, isWide: true })), WORDS),
  zip("no main part", () => entries(() => [])),
  zip("only a text", () => [{ name: "a.txt", content: "x" }]),
];

function rawEntries(content: Uint8Array): readonly [RawEntry] {
  return [{ name: "bomb", content }];
}

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "哈">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${"bcdefghij"[at]} "${times(10, `&${"abcdefghi"[at]};`)}">`).join("")}]>`;

const DEEP: readonly (readonly [string, string, string])[] = [
  ["tables", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"],
  ["content controls", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"],
  ["custom XML", "<w:customXml>", "</w:customXml>"],
  ["alternatives", '<mc:AlternateContent><mc:Choice Requires="w14">', "</mc:Choice></mc:AlternateContent>"],
  [
    "boxes",
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
  ],
];
const DEEP_INLINE: readonly (readonly [string, string, string])[] = [
  ["insertions", '<w:ins w:author="a">', "</w:ins>"],
  ["simple fields", '<w:fldSimple w:instr="REF x">', "</w:fldSimple>"],
  ["links", '<w:hyperlink w:anchor="x">', "</w:hyperlink>"],
  ["equations", "<m:oMath><m:f><m:num>", "</m:num></m:f></m:oMath>"],
];

const XMLS: readonly HostileWord[] = [
  document("a DOCTYPE", () => withDoctype("<!DOCTYPE x>")),
  document("a billion laughs", () => withDoctype(LAUGHS, "&j;")),
  document("an entity outside", () =>
    withDoctype('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
  ),
  document("a DTD outside", () => withDoctype('<!DOCTYPE x SYSTEM "http://example.org/x.dtd">')),
  document("a parameter entity", () =>
    withDoctype('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.org/">%p;]>'),
  ),
  document("an endless DOCTYPE", () => withDoctype(`<!DOCTYPE x [${times(200_000, "<!-- -->")}`)),
  document("an unknown entity", () => inBody(p("&unknown;"))),
  document("a character that is none", () => inBody(p("&#0;"))),
  document("half a surrogate", () => inBody(p("&#xD800;"))),
  document("a control character", () => inBody(p("\u0001"))),
  document("not closed", () => inBody(p("x")).slice(0, -20)),
  document("two roots", () => `${inBody(p("x"))}<x/>`),
  document("nothing", () => ""),
  document("noise", () => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) & 255)),
  document("bytes that are not UTF-8", () => Buffer.from(inBody(p("\u00e9")), "latin1")),
  document("UTF-16, little-endian", () => Buffer.from(`\uFEFF${inBody(p(WORDS))}`, "utf16le"), WORDS),
  document("UTF-16, big-endian", () => Buffer.from(`\uFEFF${inBody(p(WORDS))}`, "utf16le").swap16(), WORDS),
  document("UTF-16 without a mark", () => Buffer.from(inBody(p(WORDS)), "utf16le"), WORDS),
  document("half of UTF-16", () => Buffer.from(`\uFEFF${inBody(p(WORDS))}`, "utf16le").subarray(0, -1)),
  document("another root", () => "<html><body>x</body></html>"),
  document("no body", () => partXml("w:document", "")),
  document("namespaces of nobody", () =>
    inBody(p("x")).replaceAll("schemas.openxmlformats.org", "example.org"),
  ),
  document("prefixes never declared", () => "<w:document><w:body><w:p/></w:body></w:document>"),
  document("a namespace declared anew on each of 150,000", () =>
    inBody(times(75_000, '<w:p xmlns:z="urn:schemas-microsoft-com:vml"><w:r xmlns:z="urn:x"/></w:p>')),
  ),
  document("100,000 attributes", () =>
    inBody(`<w:p ${Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(" ")}/>`),
  ),
  document("1,100,000 paragraphs", () => inBody(times(1_100_000, "<w:p/>"))),
  document("an attribute of 5 MB", () => inBody(`<w:p w:x="${times(5_000_000, "x")}"/>${p(WORDS)}`), WORDS),
  document(
    "5,000 processing instructions and comments",
    () => inBody(`${times(5000, "<?x y?><!--z-->")}${p(WORDS)}`),
    WORDS,
  ),
  ...DEEP.flatMap(([name, open, close]) => [
    document(`${name}, 2,000 deep`, () => inBody(nested(2000, open, p("x"), close))),
    document(`${name}, 30 deep`, () => inBody(nested(30, open, p(WORDS), close)), WORDS),
  ]),
  ...DEEP_INLINE.flatMap(([name, open, close]) => [
    document(`${name}, 2,000 deep`, () => inBody(`<w:p>${nested(2000, open, r("x"), close)}</w:p>`)),
    document(
      `${name}, 30 deep`,
      () => inBody(`<w:p>${nested(30, open, r(WORDS), close)}</w:p>`),
      name === "equations" ? "" : WORDS,
    ),
  ]),
];

const style = (id: string, basedOn: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${basedOn}"/></w:style>`;
const styled = (id: string): string => p(WORDS, `<w:pStyle w:val="${id}"/>`);
const listed = (level: string, list = "1"): string =>
  p(WORDS, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const oneList = (inner: string): string =>
  `<w:abstractNum w:abstractNumId="0">${inner}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const lvl = (start: string, format: string, text: string): string =>
  `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const BY = 'w:id="1" w:author="x"';

const CIRCLES: readonly HostileWord[] = [
  parts("styles: based on itself", () => ({ styles: style("a", "a"), body: styled("a") }), WORDS),
  parts(
    "styles: a circle of two",
    () => ({ styles: style("a", "b") + style("b", "a"), body: styled("a") }),
    WORDS,
  ),
  parts(
    "styles: a chain of 20,000",
    () => ({
      styles: Array.from({ length: 20_000 }, (_, at) => style(`s${at}`, `s${at + 1}`)).join(""),
      body: styled("s0") + styled("s19999"),
    }),
    `${WORDS}${WORDS}`,
  ),
  parts(
    "lists: a link to its own style",
    () => ({
      styles:
        '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      numbering: oneList('<w:numStyleLink w:val="n"/>'),
      body: listed("0"),
    }),
    WORDS,
  ),
  parts(
    "lists: no such abstract list",
    () => ({ numbering: '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>', body: listed("0") }),
    WORDS,
  ),
  ...["-1", "99", "99999999999", "x"].map((level) =>
    parts(
      `lists: level ${level}`,
      () => ({ numbering: oneList(lvl("1", "none", "")), body: listed(level) }),
      WORDS,
    ),
  ),
  ...["lowerLetter", "upperRoman", "chineseCountingThousand", "decimalZero", "nothingKnown"].map((format) =>
    parts(
      `lists: ${format} from two milliards`,
      () => ({ numbering: oneList(lvl("2147483647", format, "%1")), body: listed("0") }),
      `2147483647${WORDS}`.replace(
        /^2147483647(?=.)/,
        format === "chineseCountingThousand" ? "二一四七四八三六四七" : "2147483647",
      ),
    ),
  ),
  parts(
    "lists: a text of 1 MB on 2,000 paragraphs",
    () => ({ numbering: oneList(lvl("1", "none", times(1_000_000, "a"))), body: times(2000, listed("0")) }),
    times(2000, `${times(64, "a")}${WORDS}`),
  ),
  parts(
    "lists: 5,000 of one with 5,000 levels",
    () => ({
      numbering: `<w:abstractNum w:abstractNumId="0">${times(5000, lvl("1", "none", ""))}</w:abstractNum>${Array.from({ length: 5000 }, (_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="0"/></w:num>`).join("")}`,
      body: Array.from({ length: 5000 }, (_, at) => listed("0", String(at + 1))).join(""),
    }),
    times(5000, WORDS),
  ),
  parts(
    "relationships: the document as its own header, notes and styles",
    () => ({
      relationships:
        relationship("h", "header", "document.xml") +
        relationship("s", "styles", "document.xml") +
        relationship("n", "footnotes", "document.xml"),
      body: `${p(WORDS)}<w:sectPr><w:headerReference r:id="h"/></w:sectPr>`,
    }),
    `${WORDS}${WORDS}`,
  ),
  parts(
    "relationships: a picture that is the document",
    () => ({
      relationships: relationship("i", "image", "document.xml"),
      body: `${p(WORDS)}<w:p><w:r><w:pict><v:imagedata r:id="i"/></w:pict></w:r></w:p>`,
    }),
    WORDS,
  ),
  parts(
    "relationships: styles outside",
    () => ({ relationships: relationship("s", "styles", "http://example.org/s.xml", true), body: p(WORDS) }),
    WORDS,
  ),
  parts(
    "relationships: parts that are missing",
    () => ({
      relationships: ["styles", "numbering", "footnotes", "comments", "theme"]
        .map((type) => relationship(type, type, `${type}.xml`))
        .join(""),
      body: p(WORDS),
    }),
    WORDS,
  ),
  parts(
    "relationships: a target that leads out",
    () => ({ relationships: relationship("s", "styles", "../../../../etc/passwd"), body: p(WORDS) }),
    WORDS,
  ),
  parts(
    "fields: 50,000 begun, none ended",
    () => ({ body: `<w:p>${times(50_000, begin)}${r(WORDS)}</w:p>` }),
    WORDS,
  ),
  parts(
    "fields: 50,000 ended, none begun",
    () => ({ body: `<w:p>${times(50_000, end)}${r(WORDS)}</w:p>` }),
    WORDS,
  ),
  parts(
    "fields: 20,000 in one another around 20,000 runs",
    () => ({
      body: `<w:p>${times(20_000, begin + separate)}${times(20_000, r("一"))}${times(20_000, end)}</w:p>`,
    }),
    times(20_000, "一"),
  ),
  parts(
    "fields: an instruction of 2 MB",
    () => ({
      body: `<w:p>${begin}<w:r><w:instrText>${times(200_000, ' EQ \\* "')}</w:instrText></w:r>${end}${r(WORDS)}</w:p>`,
    }),
    "",
  ),
  parts(
    "comments: 30,000 ranges that stay open",
    () => ({
      body: `<w:p>${Array.from({ length: 30_000 }, (_, at) => `<w:commentRangeStart w:id="${at}"/>`).join("")}${times(30_000, r("一"))}</w:p>`,
    }),
    times(30_000, "一"),
  ),
  parts(
    "comments: 5,000",
    () => ({
      body: p(WORDS),
      comments: Array.from(
        { length: 5000 },
        (_, at) => `<w:comment w:id="${at}" w:author="x">${p("x")}</w:comment>`,
      ).join(""),
    }),
    WORDS,
  ),
  parts(
    "revisions: 50,000 paragraphs without an end",
    () => ({
      body: `${times(50_000, `<w:p><w:pPr><w:rPr><w:del ${BY}/></w:rPr></w:pPr>${r("一")}</w:p>`)}${p(WORDS)}`,
    }),
    `${times(50_000, "一")}${WORDS}`,
  ),
  parts(
    "tables: a span of two milliards",
    () => ({
      body: `<w:tbl>${times(300, '<w:tr><w:trPr><w:gridBefore w:val="2147483647"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc></w:tr>')}</w:tbl>${p(WORDS)}`,
    }),
    WORDS,
  ),
  parts(
    "tables: a row of 30,000 cells that continue",
    () => ({
      body: `<w:tbl>${times(2, `<w:tr>${times(30_000, "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>")}</w:tr>`)}</w:tbl>${p(WORDS)}`,
    }),
    WORDS,
  ),
  parts(
    "properties: 100,000 in a paragraph",
    () => ({ body: p(WORDS, times(100_000, '<w:jc w:val="x"/>')) }),
    WORDS,
  ),
  parts(
    "text: 8 million Han in one run",
    () => ({ body: p(times(8_000_000, "汉")) }),
    times(8_000_000, "汉"),
  ),
  parts(
    "text: 200,000 runs that all differ",
    () => ({ body: `<w:p>${times(100_000, r("一", "<w:b/>") + r("二"))}</w:p>` }),
    times(100_000, "一二"),
  ),
  parts(
    "boxes: 100,000 paragraphs in one",
    () => ({
      body: `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${times(100_000, "<w:p/>")}</w:txbxContent></v:textbox></w:pict></w:r></w:p>${p(WORDS)}`,
    }),
    WORDS,
  ),
];

export const HOSTILE_WORDS: readonly HostileWord[] = [...ZIPS, ...XMLS, ...CIRCLES];
