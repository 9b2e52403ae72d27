/**
 * Leaves out of a bundle what a library loads at once and needs only for work that is not asked of it
 * here: of pdfkit its text layout, its fonts, encryption and PNG decoding (150 ms), of fontkit the
 * unpacking of WOFF2, which is no file of a font folder (490 KB, most of it a dictionary of words).
 * test/pdf/pdfkit-contract.test.ts and test/fonts/cff.test.ts prove that the bytes stay the same.
 */
const IDLE = {
  pdfkit: /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes)$/,
  fontkit: /^brotli\//,
};

/** @type {import("esbuild").Plugin} */
export const withoutIdle = {
  name: "without-idle",
  setup(context) {
    for (const [library, filter] of Object.entries(IDLE)) {
      const within = new RegExp(`[\\\\/]node_modules[\\\\/]${library}[\\\\/]`);
      context.onResolve({ filter }, ({ path, importer }) =>
        within.test(importer) ? { path, namespace: "idle" } : undefined,
      );
    }
    context.onLoad({ filter: /.*/, namespace: "idle" }, () => ({
      contents:
        "export const create = undefined, cbc = undefined, ecb = undefined; export default undefined;",
    }));
  },
};
