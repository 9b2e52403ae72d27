/**
 * The bytes of every picture of an issue, read once, when an edition is about to be made, and rid of what
 * tells of their making: no edition ever has that in its hands.
 */
import type { Diagnosed, Diagnostic } from "../diagnostics/diagnostic.js";
import type { Assets, Issue } from "../model/issue.js";
import type { Located } from "../model/located.js";
import type { Block, Figure } from "../model/text.js";
import { cleanPicture } from "../pictures/clean-picture.js";
import { MAX_PICTURE_BYTES } from "./pictures/find-image.js";
import type { Workspace } from "./workspace.js";

export function readAssets(issue: Issue, workspace: Workspace): Diagnosed<Assets> {
  const assets = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  for (const { destination, image } of issue.sections.flatMap(({ items }) => items.flatMap(figuresOf))) {
    if (image.state !== "found" || assets.has(image.path)) continue;
    const content = workspace.readFile(image.path, { maxBytes: MAX_PICTURE_BYTES });
    if (content.state === "found") {
      const picture = cleanPicture(content.bytes);
      if (picture === undefined) diagnostics.push(brokenOff(destination));
      assets.set(image.path, picture ?? content.bytes);
      continue;
    }
    diagnostics.push({
      rule: "image/missing",
      severity: "error",
      span: destination.span,
      message: {
        zh: `图片“${image.path}”读到一半不见了`,
        en: `The picture “${image.path}” went away while it was read`,
      },
      help: { zh: "请确认文件还在，再运行一次。", en: "Make sure that the file is there, and run again." },
    });
  }
  return { value: assets, diagnostics };
}

const brokenOff = ({ value, span }: Located<string>): Diagnostic => ({
  rule: "image/unsupported-format",
  severity: "error",
  span,
  message: {
    zh: `图片“${value}”不完整：文件的后半部分丢失了。`,
    en: `The picture “${value}” is not whole: the end of its file is lost.`,
  },
  help: {
    zh: "多半是传输或复制时断了；请向供稿单位重要一份原图，替换这个文件。",
    en: "It was most likely cut off in sending or copying; ask for the original again and replace the file.",
  },
});

/** @returns every picture of an item, those in its notes too */
export function figuresOf(item: {
  readonly blocks: readonly Block[];
  readonly notes: readonly { readonly children: readonly Block[] }[];
}): readonly Figure[] {
  return [...item.blocks, ...item.notes.flatMap(({ children }) => children)].flatMap(figuresIn);
}

function figuresIn(block: Block): readonly Figure[] {
  if (block.kind === "figure") return [block];
  if (block.kind === "quote") return block.children.flatMap(figuresIn);
  if (block.kind === "list") return block.items.flatMap(({ children }) => children.flatMap(figuresIn));
  return [];
}
