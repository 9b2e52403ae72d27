/** Examples of rules about what comes in: the file packed as Word packs it, and read as `bulletin import FILE` reads it. */
import type { LintResult } from "../../src/lint.js";
import { lintManuscript } from "../../src/lint-manuscript.js";
import { memoryWorkspace, type Workspace } from "../../src/read/workspace.js";
import { PNG, relationship, wordPackage } from "../intake/word-package.js";
import { soundBulletin } from "./sound-bulletin.js";

/** What was decided is told to who imports alone: lint leaves it out. */
export async function findInSubmission(path: string, workspace: Workspace): Promise<LintResult> {
  const content = workspace.readFile(path, { maxBytes: Number.POSITIVE_INFINITY });
  if (content.state !== "found") throw new Error(`no ${path} in the example`);
  return lintManuscript({ path, bytes: content.bytes }, workspace, { decidesOnly: true });
}

/** @param folder in which the sound bulletin lies, and the files of the example in place of its own */
export function submittedWorkspace(files: Readonly<Record<string, string>>, folder: string): Workspace {
  const placed = Object.entries({ ...soundBulletin, ...files }).map(
    ([path, content]) =>
      [folder + path, typeof content === "string" ? packed(path, content) : content] as const,
  );
  return memoryWorkspace(Object.fromEntries(placed));
}

const COMMENTS = /<w:comments>(.*)<\/w:comments>$/s;

/** What stands in the body, and a picture that it may show: r:embed="picture". */
function packed(path: string, content: string): string | Uint8Array {
  const isMacro = path.endsWith(".docm");
  if (!isMacro && !path.endsWith(".docx")) return content;
  const [, comments] = COMMENTS.exec(content) ?? [];
  return wordPackage({
    body: content.replace(COMMENTS, ""),
    ...(comments !== undefined && { comments }),
    relationships: relationship("picture", "image", "media/image1.png"),
    files: {
      "word/media/image1.png": PNG,
      ...(isMacro && { "word/vbaProject.bin": "macros" }),
    },
  });
}
