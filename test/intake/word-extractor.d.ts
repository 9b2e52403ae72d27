/** What the tests ask of word-extractor, which declares no types. */
declare module "word-extractor" {
  interface Extracted {
    getBody(options?: { filterUnicode?: boolean }): string;
  }
  class WordExtractor {
    extract(source: Buffer): Promise<Extracted>;
  }
  export = WordExtractor;
}
