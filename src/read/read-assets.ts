/** The bytes of every picture of an issue, read once, when an edition is about to be made. */
import type { Diagnosed, Diagnostic } from "../diagnostics/diagnostic.js";
import type { Assets, Issue } from "../model/issue.js";
import type { Block, Figure } from "../model/text.js";
import { MAX_PICTURE_BYTES } from "./pictures/find-image.js";
import type { Workspace } from "./workspace.js";

export function readAssets(issue: Issue, workspace: Workspace): Diagnosed<Assets> {
  const assets = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  for (const { destination, image } of issue.sections.flatMap(({ items }) => items.flatMap(figuresOf))) {
    if (image.state !== "found" || assets.has(image.path)) continue;
    const content = workspace.readFile(image.path, { maxBytes: MAX_PICTURE_BYTES });
    if (content.state === "found") {
      assets.set(image.path, content.bytes);
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

function figuresOf(item: {
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
