/**
 * The namespaces of Word's parts, Transitional and Strict (ISO/IEC 29500-1, -4), by the prefix that is used for
 * both here.
 */

const SCHEMAS = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";
const MICROSOFT = "http://schemas.microsoft.com/office";

/** by address */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${SCHEMAS}/wordprocessingml/2006/main`, "w"],
  [`${STRICT}/wordprocessingml/main`, "w"],
  [`${SCHEMAS}/officeDocument/2006/relationships`, "r"],
  [`${STRICT}/officeDocument/relationships`, "r"],
  [`${SCHEMAS}/drawingml/2006/wordprocessingDrawing`, "wp"],
  [`${STRICT}/drawingml/wordprocessingDrawing`, "wp"],
  [`${SCHEMAS}/drawingml/2006/main`, "a"],
  [`${STRICT}/drawingml/main`, "a"],
  [`${SCHEMAS}/drawingml/2006/picture`, "pic"],
  [`${STRICT}/drawingml/picture`, "pic"],
  [`${SCHEMAS}/drawingml/2006/chart`, "c"],
  [`${STRICT}/drawingml/chart`, "c"],
  [`${SCHEMAS}/drawingml/2006/diagram`, "dgm"],
  [`${STRICT}/drawingml/diagram`, "dgm"],
  [`${SCHEMAS}/drawingml/2006/lockedCanvas`, "lc"],
  [`${STRICT}/drawingml/lockedCanvas`, "lc"],
  [`${SCHEMAS}/officeDocument/2006/math`, "m"],
  [`${STRICT}/officeDocument/math`, "m"],
  [`${SCHEMAS}/markup-compatibility/2006`, "mc"],
  [`${SCHEMAS}/package/2006/relationships`, "rel"],
  [`${SCHEMAS}/package/2006/content-types`, "ct"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
  ["urn:schemas-microsoft-com:office:word", "w10"],
  [`${MICROSOFT}/word/2010/wordml`, "w14"],
  [`${MICROSOFT}/word/2012/wordml`, "w15"],
  [`${MICROSOFT}/word/2010/wordprocessingShape`, "wps"],
  [`${MICROSOFT}/word/2010/wordprocessingGroup`, "wpg"],
  [`${MICROSOFT}/word/2010/wordprocessingCanvas`, "wpc"],
  [`${MICROSOFT}/word/2010/wordprocessingDrawing`, "wp14"],
  [`${MICROSOFT}/drawing/2010/main`, "a14"],
  [`${MICROSOFT}/drawing/2014/chartex`, "cx"],
]);

/** Stands for every namespace that is not known here. */
export const UNKNOWN = "?";

export const knownPrefix = (address: string): string => PREFIXES.get(address) ?? UNKNOWN;
