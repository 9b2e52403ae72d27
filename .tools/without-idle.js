/**
 * Leaves out of a bundle what pdfkit loads at once and needs only for its own text layout, its own
 * fonts, encryption and PNG decoding: none of them is used here, and together they cost 150 ms.
 * test/pdf/pdfkit-contract.test.ts proves that the bytes stay the same.
 */
const IDLE = /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes)$/;

/** @type {import("esbuild").Plugin} */
export const withoutIdle = {
  name: "without-idle",
  setup(context) {
    context.onResolve({ filter: IDLE }, ({ path, importer }) =>
      /[\\/]pdfkit[\\/]/.test(importer) ? { path, namespace: "idle" } : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: "idle" }, () => ({
      contents:
        "export const create = undefined, cbc = undefined, ecb = undefined; export default undefined;",
    }));
  },
};
