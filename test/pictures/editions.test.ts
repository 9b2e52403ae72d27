/** Photographs in the three finished files: nothing of their making, each the right way up, each its own kind. */
import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.js";
import { memoryEnvironment } from "../../src/disk/disk-environment.js";
import { EDITION_NAMES } from "../../src/editions/edition-table.js";
import { UPRIGHT } from "../../src/editions/pdf/pictures/set-upright.js";
import type { Orientation } from "../../src/model/picture.js";
import { find, findAll, parseXml } from "../docx/xml-tree.js";
import { readerOf } from "../edition-text/readers.js";
import { jpegFile, makePng } from "../pdf/made-pictures.js";
import { asFromEditor, asFromPhone, issueWithPictures, LATITUDE, SECRETS } from "./camera-pictures.js";
import { pictureOf } from "./picture-of.js";

const photo = (orientation = 1) => asFromPhone(jpegFile("color"), { orientation });
const drawing = (orientation = 1) =>
  asFromEditor(makePng({ width: 40, height: 30, bits: 8, colorType: 2 }), { orientation });

interface Editions {
  readonly docx: Readonly<Record<string, Uint8Array>>;
  readonly html: string;
  readonly pdf: Uint8Array;
}

async function buildWith(pictures: Readonly<Record<string, Uint8Array>>): Promise<Editions> {
  const environment = memoryEnvironment(issueWithPictures(pictures));
  const { artifacts } = await build("issue.yaml", environment, { editions: ["docx", "html", "pdf"] });
  const bytesOf = (edition: string) => {
    const found = artifacts.find((artifact) => artifact.edition === edition);
    if (found === undefined) throw new Error(`no ${edition}`);
    return found.bytes;
  };
  return {
    docx: unzipSync(bytesOf("docx")),
    html: Buffer.from(bytesOf("html")).toString("utf8"),
    pdf: bytesOf("pdf"),
  };
}

const picturesOfPage = (html: string) =>
  [...html.matchAll(/<img src="data:image\/(png|jpeg);base64,([^"]*)"[^>]*>/g)].map(
    ([tag, kind, base64]) => ({
      tag,
      kind,
      bytes: new Uint8Array(Buffer.from(base64 ?? "", "base64")),
    }),
  );

const mediaOf = (docx: Editions["docx"]) =>
  Object.entries(docx).filter(([name]) => name.startsWith("word/media/"));

/** The file itself, and each of its streams that unpacks. */
function contentsOfPdf(pdf: Uint8Array): readonly Buffer[] {
  const file = Buffer.from(pdf);
  const streams: Buffer[] = [];
  for (let at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("stream\n", at + 7)) {
    try {
      streams.push(inflateSync(file.subarray(at + 7)));
    } catch {
      // Not compressed in this way, and seen in the file itself.
    }
  }
  return [file, ...streams];
}

const kindOf = (bytes: Uint8Array) => (bytes[0] === 0x89 ? "png" : bytes[0] === 0xff ? "jpeg" : "neither");

describe("what a camera wrote", () => {
  it("is in none of the three files", async () => {
    const { docx, html, pdf } = await buildWith({
      "a.jpg": photo(6),
      "b.jpg": photo(),
      "c.png": drawing(8),
      "d.png": drawing(),
    });
    const everything = {
      docx: Object.values(docx).map((part) => Buffer.from(part)),
      html: [Buffer.from(html), ...picturesOfPage(html).map(({ bytes }) => Buffer.from(bytes))],
      pdf: contentsOfPdf(pdf),
    };
    expect(mediaOf(docx).length).toBe(4);
    expect(picturesOfPage(html).length).toBe(4);
    expect(everything.pdf.length).toBeGreaterThan(4);
    for (const [edition, contents] of Object.entries(everything)) {
      const found = [...SECRETS, Buffer.from(LATITUDE)].filter((secret) =>
        contents.some((content) => content.includes(secret)),
      );
      expect(found, edition).toEqual([]);
    }
  });
});

describe("which way up", () => {
  const TRANSFORMS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
    1: {},
    2: { flipH: "true", flipV: "false" },
    3: { rot: "10800000" },
    4: { flipH: "false", flipV: "true" },
    5: { flipH: "true", flipV: "false", rot: "16200000" },
    6: { rot: "5400000" },
    7: { flipH: "true", flipV: "false", rot: "5400000" },
    8: { rot: "16200000" },
    // No angle that Exif knows.
    9: {},
  };

  it.each(Object.entries(TRANSFORMS))("%s is the same in the three editions", async (value, transform) => {
    const orientation = Number(value);
    const known = (orientation === 9 ? 1 : orientation) as Orientation;
    const { docx, html, pdf } = await buildWith({
      "a.jpg": photo(orientation),
      "b.png": drawing(orientation),
    });
    const document = parseXml(Buffer.from(docx["word/document.xml"] ?? []).toString("utf8"));
    for (const drawn of findAll(document, "wp:inline")) {
      expect(find(drawn, "a:xfrm")?.attributes).toEqual(transform);
      // The size before the turn, the same at both places, and lying.
      const [outer, inner] = [find(drawn, "wp:extent"), find(drawn, "a:ext")].map((size) => size?.attributes);
      expect(inner).toEqual(outer);
      expect(Number(outer?.cx)).toBeGreaterThan(Number(outer?.cy));
    }
    const pages = picturesOfPage(html);
    expect(pages.map(({ bytes }) => pictureOf(bytes).orientation)).toEqual([known, known]);
    const isUpright = known >= 5;
    expect(pages.map(({ tag }) => / width="(\d+)" height="(\d+)"/.exec(tag)?.slice(1))).toEqual(
      isUpright
        ? [
            ["16", "24"],
            ["30", "40"],
          ]
        : [
            ["24", "16"],
            ["40", "30"],
          ],
    );
    const turn = UPRIGHT[known];
    const drawn = turn === undefined ? "cm\n/I" : `${turn} cm\n/I`;
    const page =
      contentsOfPdf(pdf)
        .find((content) => content.includes("/I1 Do"))
        ?.toString("latin1") ?? "";
    expect(page.split(drawn).length - 1).toBe(2);
  });
});

describe("a picture under the name of another kind", () => {
  it("is named, declared and announced as what it is", async () => {
    const { docx, html } = await buildWith({ "photo.png": photo(), "drawing.jpg": drawing() });
    const types = parseXml(Buffer.from(docx["[Content_Types].xml"] ?? []).toString("utf8"));
    const declared = new Map(
      findAll(types, "Default").map(({ attributes }) => [attributes.Extension, attributes.ContentType]),
    );
    expect(
      mediaOf(docx)
        .map(([, bytes]) => kindOf(bytes))
        .sort(),
    ).toEqual(["jpeg", "png"]);
    for (const [name, bytes] of mediaOf(docx)) {
      const extension = name.slice(name.lastIndexOf(".") + 1);
      expect(extension).toBe(kindOf(bytes) === "png" ? "png" : "jpg");
      expect(declared.get(extension)).toBe(`image/${kindOf(bytes)}`);
    }
    expect(picturesOfPage(html).map(({ kind, bytes }) => [kind, kindOf(bytes)])).toEqual([
      ["jpeg", "jpeg"],
      ["png", "png"],
    ]);
  });
});

describe("words under a picture", () => {
  const files = (body: string) => ({
    ...issueWithPictures({ "a.png": drawing(), "b.png": drawing() }),
    "items/01.md": `---\ntitle: 示例市科协举办学术交流会\n---\n\n${body}\n`,
  });

  it.each([
    ["one picture", "![会场](../images/a.png)\n*会场**全景***", "会场全景"],
    ["one picture with a caption of its own", '![会场](../images/a.png "会场")\n*摄于3月*', "会场摄于3月"],
    ["a row", '![会场](../images/a.png "甲")\n![会场](../images/b.png "乙")\n*摄于3月*', "甲乙摄于3月"],
  ])("of %s are its caption in every edition", async (_, body, caption) => {
    const { artifacts } = await build("issue.yaml", memoryEnvironment(files(body)), {
      editions: EDITION_NAMES,
    });
    expect(artifacts.length).toBe(EDITION_NAMES.length);
    for (const { edition, bytes } of artifacts) {
      const { captions } = await readerOf(edition).read(bytes);
      expect([edition, captions.replace(/\s/gu, "")]).toEqual([edition, caption]);
    }
  });
});
