/**
 * The PDF edition: paints a finished layout and says what it is. Claims, and holds, PDF/A-2a and
 * PDF/UA-1. Composition is the layout's; nothing here moves a glyph.
 * The order matters: each page is written as soon as it is painted, the structure behind the pages it
 * points to, and the faces, which are compressed meanwhile, last.
 * @see ISO 32000-1, ISO 19005-2 (level A), ISO 14289-1
 */
import type { EditionFile, PaintedEditionInput } from "../edition.js";
import { documentFacts, printMetadata } from "./claims/metadata.js";
import { SRGB_NAME, srgbProfile } from "./claims/srgb-profile.js";
import { collectFaces } from "./faces/embed-face.js";
import { openPdfFile, type PdfFile } from "./objects/pdf-file.js";
import { type PdfReference, pdfText } from "./objects/pdf-value.js";
import { type MarkedSequence, paintPage } from "./pages/paint-page.js";
import { collectPictures, prepareImages } from "./pictures/embed-picture.js";
import { printDestinations, printPageLabels, writeOutline } from "./structure/navigation.js";
import { cutsOf, reserveAnnotations, writeStructure } from "./structure/structure-tree.js";

export async function renderPdf(input: PaintedEditionInput): Promise<EditionFile> {
  const { layout, assets } = input;
  const facts = documentFacts(input);
  const images = await prepareImages(layout, assets);
  const file = openPdfFile(facts, input.memory?.pdf.contents.open());
  const faces = collectFaces(file, input.memory?.pdf.programs.open());
  const pictures = collectPictures(file, images);
  const annotations = reserveAnnotations(layout, file);
  const cuts = cutsOf(layout);

  const pages: PdfReference[] = [];
  const sequences: (readonly MarkedSequence[])[] = [];
  for (const page of layout.pages.keys()) {
    const painted = paintPage({ layout, page, cuts: cuts[page] ?? new Set(), faces, pictures });
    sequences.push(painted.sequences);
    const reference = file.addPage({
      widthPt: layout.widthPt,
      heightPt: layout.heightPt,
      content: painted.content,
      fonts: faces.resources,
      pictures: pictures.resourcesOf(painted.pictures),
      annotations: annotations.byPage[page] ?? [],
      structParents: page,
      isTransparent: painted.isTransparent,
    });
    pages.push(reference);
  }
  const embedded = faces.embed();
  writeStructure(file, { layout, pages, sequences, annotations });
  await embedded;

  const bytes = file.finish({
    metadata: printMetadata(facts),
    destinations: printDestinations(layout, pages),
    entries: {
      Outlines: writeOutline(file, layout.outline),
      PageMode: layout.outline.length > 0 ? "UseOutlines" : undefined,
      PageLabels: printPageLabels(layout),
      OutputIntents: [writeOutputIntent(file)],
    },
  });
  return { bytes, pages: layout.pages.length };
}

/** What the colours mean (ISO 19005-2, 6.2.3): all of them are sRGB. */
function writeOutputIntent(file: PdfFile): PdfReference {
  return file.add({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    Info: pdfText(SRGB_NAME),
    OutputConditionIdentifier: pdfText(SRGB_NAME),
    DestOutputProfile: file.addStream({ N: 3 }, srgbProfile()),
  });
}
