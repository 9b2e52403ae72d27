/**
 * What composing the pages finds in a bulletin, with invented faces: the driver of the examples of
 * rules that are made while composing.
 */
import "../with-parser.js";
import { checkIssue, checkLayout } from "../../src/check/check-issue.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { diskWorkspace } from "../../src/disk/disk-workspace.js";
import type { FaceMetrics } from "../../src/fonts/face.js";
import { composeIssue } from "../../src/layout/compose-issue.js";
import type { RoleName } from "../../src/model/template.js";
import { type IssueReading, readIssue } from "../../src/read/read-issue.js";
import { readTemplate } from "../../src/read/read-template.js";
import type { Workspace } from "../../src/read/workspace.js";
import { inventedFace } from "../layout/invented-face.js";

/** A character that the invented faces lack, as those of the package do: a form of 吉, U+20BB7. */
const RARE = "\u{20BB7}";

export async function findInLayout(
  path: string,
  workspace: Workspace,
): Promise<{ readonly read: IssueReading; readonly diagnostics: readonly Diagnostic[] }> {
  const read = readIssue(path, workspace);
  const { checked, diagnostics } = await checkIssue(read);
  if (checked === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
  const template = readTemplate(checked.house, { templates: diskWorkspace("templates"), workspace }).value;
  if (template === undefined) throw new Error("The template cannot be read");
  const face = inventedFace({ lacks: RARE });
  // Filled for every role of the template, which are all there are.
  const faces = {} as Record<RoleName, readonly FaceMetrics[]>;
  for (const name of Object.keys(template.roles) as RoleName[]) faces[name] = [face];
  const composed = composeIssue({ issue: checked, template, faces });
  return { read, diagnostics: checkLayout(composed.diagnostics, read) };
}
