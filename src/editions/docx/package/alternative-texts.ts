/**
 * A picture's alternative text in both places where DrawingML has one. The library writes it for the drawing alone
 * (wp:docPr); of a picture that is turned, LibreOffice reads the picture's own (pic:cNvPr).
 */

/** @param xml with drawings as the library writes them */
export const withAlternativeTexts = (xml: string): string =>
  xml.replace(
    /(<wp:docPr [^>]*?descr="([^"]*)"(?:(?!<pic:cNvPr |<wp:docPr ).)*<pic:cNvPr id="0" name="" descr=")"/gsu,
    '$1$2"',
  );
