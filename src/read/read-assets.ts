/**
 * The pictures of an issue, read as a whole: whether their pixels are all there, which the items' reading
 * does not look at, and, for the editions, the pictures rid of data about how they were made. No edition ever
 * has that in its hands.
 */
import type { Diagnosed, Diagnostic } from "../diagnostics/diagnostic.js";
import { faultWords } from "../diagnostics/picture-words.js";
import { figuresOf } from "../model/figures.js";
import type { Assets, Item } from "../model/issue.js";
import type { Located } from "../model/located.js";
import type { Picture, PictureFault } from "../model/picture.js";
import type { Figure } from "../model/text.js";
import { cleanPicture } from "../pictures/clean-picture.js";
import { findPixelFault } from "../pictures/find-pixel-fault.js";
import { MAX_PICTURE_BYTES } from "./pictures/find-image.js";
import type { PixelMemory } from "./pixel-memory.js";
import type { Workspace } from "./workspace.js";

type Pictured = Pick<Item, "blocks" | "notes">;

/** @param memory what was unpacked before and found whole, or not */
export async function readAssets(
  items: readonly Pictured[],
  workspace: Workspace,
  memory?: PixelMemory,
): Promise<Diagnosed<Assets>> {
  const assets = new Map<string, Picture>();
  const diagnostics: Diagnostic[] = [];
  for await (const { path, reading, destinations } of judge(items, { workspace, memory })) {
    if (typeof reading === "string") diagnostics.push(...destinations.map((place) => found(reading, place)));
    else assets.set(path, reading);
  }
  return { value: assets, diagnostics };
}

/** @returns what readAssets would find; one picture at a time is in memory */
export async function checkPictures(
  items: readonly Pictured[],
  workspace: Workspace,
  memory?: PixelMemory,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for await (const { reading, destinations } of judge(items, { workspace, memory, format: "png" })) {
    if (typeof reading === "string") diagnostics.push(...destinations.map((place) => found(reading, place)));
  }
  return diagnostics;
}

interface Judged {
  readonly path: string;
  readonly reading: Picture | PictureFault | "missing";
  /** where it is shown */
  readonly destinations: readonly Located<string>[];
}

interface JudgeOptions {
  readonly workspace: Workspace;
  readonly memory: PixelMemory | undefined;
  /** those alone; of a JPEG its reading has said all */
  readonly format?: "png";
}

async function* judge(items: readonly Pictured[], options: JudgeOptions): AsyncGenerator<Judged> {
  const shown = new Map<string, Located<string>[]>();
  for (const { destination, image } of items.flatMap(picturesOf)) {
    if (image.state !== "found" || (options.format ?? image.format) !== image.format) continue;
    const known = shown.get(image.path);
    if (known === undefined) shown.set(image.path, [destination]);
    else known.push(destination);
  }
  for (const [path, destinations] of shown)
    yield { path, reading: await readOne(path, options), destinations };
}

async function readOne(path: string, { workspace, memory }: JudgeOptions): Promise<Judged["reading"]> {
  const content = workspace.readFile(path, { maxBytes: MAX_PICTURE_BYTES });
  if (content.state !== "found") return "missing";
  const known = memory?.recall(path, content.bytes);
  if (known?.fault !== undefined) return known.fault;
  const picture = cleanPicture(content.bytes);
  if (typeof picture === "string" || picture.kind === "jpeg" || known !== undefined) return picture;
  const fault = await findPixelFault(picture);
  memory?.keep(path, content.bytes, fault);
  return fault ?? picture;
}

function found(fault: PictureFault | "missing", { value, span }: Located<string>): Diagnostic {
  if (fault !== "missing")
    return { rule: "image/unsupported-format", severity: "error", span, ...faultWords(fault, value) };
  return {
    rule: "image/missing",
    severity: "error",
    span,
    message: {
      zh: `图片“${value}”读到一半时被移走或删除了。`,
      en: `The picture “${value}” disappeared while it was being read.`,
    },
    help: { zh: "请确认文件还在，再运行一次。", en: "Make sure that the file exists, and run again." },
  };
}

const picturesOf = ({ blocks, notes }: Pictured): readonly Figure[] =>
  figuresOf([...blocks, ...notes.flatMap(({ children }) => children)]);
