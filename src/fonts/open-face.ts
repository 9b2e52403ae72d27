/**
 * Opens any font file that a house may have: TrueType, OpenType with CFF outlines, and one font of
 * a collection (.ttc, .otc) by its PostScript name. A variable font is set in the weight that is meant (vary-outlines.ts);
 * one that it has not is refused, with what to do instead, and never faked.
 * @see ISO/IEC 14496-22, 7.3.1 (fvar)
 */
import { UnusableFile } from "../diagnostics/diagnostic.js";
import { cffOutlines } from "./cff-outlines.js";
import type { Face, FontFile } from "./face.js";
import { faceFromTables } from "./face-from-tables.js";
import { type FontTables, findFontOffsets, guardAgainstDamage, readFontTables } from "./font-tables.js";
import { trueTypeOutlines } from "./open-truetype.js";
import { readNames } from "./read-names.js";
import { canVary, varyGlyphs, weightAxisOf } from "./vary-outlines.js";

export interface OpenFaceOptions {
  /** the font of a collection; the file's own wish, or its first font, where it is not given */
  readonly postScriptName?: string;
  /** the weight meant, which a variable font is set in; the file's own wish where it is not given */
  readonly weight?: number;
}

/** @throws UnusableFile where the file is no font, is damaged, or cannot give what is asked */
export async function openFace(file: FontFile, options: OpenFaceOptions = {}): Promise<Face> {
  const weight = options.weight ?? file.weight;
  const { tables, varied } = guardAgainstDamage(file, () => {
    const found = findFontTables(file, options.postScriptName ?? file.postScriptName);
    return { tables: found, varied: variedWeight(found, weight) };
  });
  if (varied !== undefined) return openVaried(tables, varied);
  const outlines =
    tables.outlines === "cff"
      ? await cffOutlines(tables)
      : guardAgainstDamage(file, () => trueTypeOutlines(tables));
  return guardAgainstDamage(file, () => faceFromTables(tables, outlines));
}

/** A face of its own, with the weight in its name. */
async function openVaried(tables: FontTables, weight: number): Promise<Face> {
  const varied = await varyGlyphs(tables, weight);
  return guardAgainstDamage(tables.file, () => {
    const face = faceFromTables(tables, trueTypeOutlines(tables, varied));
    return { ...face, name: `${face.name}-${weight}`, weight };
  });
}

function findFontTables(file: FontFile, postScriptName: string | undefined): FontTables {
  const fonts = findFontOffsets(file).map((offset) => readFontTables(file, offset));
  const [first] = fonts;
  if (first === undefined) throw new RangeError("no font in the file");
  if (postScriptName === undefined || fonts.length === 1) return first;
  const found = fonts.find((tables) => readNames(tables).postScriptName === postScriptName);
  if (found !== undefined) return found;
  throw notInCollection(
    file.path,
    postScriptName,
    fonts.map((tables) => readNames(tables).postScriptName),
  );
}

/** Weights this near are the same to the eye and to CSS names. */
const WEIGHT_TOLERANCE = 50;

/** @returns the weight that a variable font has to be set in besides its default one */
function variedWeight(tables: FontTables, weight: number | undefined): number | undefined {
  const axis = weightAxisOf(tables);
  if (axis === undefined || weight === undefined) return undefined;
  if (canVary(tables, axis, weight)) return weight === axis.byDefault ? undefined : weight;
  if (Math.abs(axis.byDefault - weight) <= WEIGHT_TOLERANCE) return undefined;
  throw variableFont(tables.file.path, { asked: weight, byDefault: axis.byDefault });
}

function variableFont(
  path: string,
  { asked, byDefault }: { readonly asked: number; readonly byDefault: number },
): UnusableFile {
  return new UnusableFile(path, {
    problem: {
      zh: `${path} 是可变字体，默认字重 ${byDefault}，不能直接排出字重 ${asked}。`,
      en: `${path} is a variable font whose default weight is ${byDefault}; weight ${asked} cannot be set from it.`,
    },
    remedy: {
      zh: `请放入字重 ${asked} 的静态字体文件，或在版式中把字重改为 ${byDefault}。`,
      en: `Add a static font file of weight ${asked}, or set the weight to ${byDefault} in the template.`,
    },
  });
}

function notInCollection(path: string, asked: string, names: readonly string[]): UnusableFile {
  return new UnusableFile(path, {
    problem: {
      zh: `字体集 ${path} 中没有“${asked}”。`,
      en: `The font collection ${path} has no font named ${asked}.`,
    },
    remedy: { zh: `其中有：${names.join("、")}。`, en: `It contains: ${names.join(", ")}.` },
  });
}
