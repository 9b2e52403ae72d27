/**
 * Whether the editions of an issue can lie where its manifest wants them, as far as can be seen before they are written:
 * a folder that a link leads out of the bulletin, or something else of that name that is in the way. What is written as
 * a name is judged by check-manifest.ts; where the command line names the folder, none of this counts.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { stemOf } from "../model/issue-marks.js";
import type { Located, Span } from "../model/located.js";
import { staysInside, whyNoPath } from "./resolve-path.js";
import { isInside, joinPath, type Workspace, whatIsAt } from "./workspace.js";

export interface OutputPlace {
  /** workspace path of the issue's folder */
  readonly issue: string;
  /** folder that the editions may not leave */
  readonly root: string;
  /** relative to the issue's folder */
  readonly folder: Located<string>;
  /** stem of the files, that of a draft with its mark */
  readonly slug: Located<string>;
}

export const outputPlaceOf = ({ folder, root, house, slug, marks }: Issue): OutputPlace => ({
  issue: folder,
  root,
  folder: house.outputFolder,
  slug: stemOf(slug, marks.draft?.value),
});

/** @returns the workspace path of the folder that the editions go to */
export const outputFolderOf = ({ issue, folder }: OutputPlace): string => joinPath(issue, folder.value);

/**
 * @param files names of the files that are to be written there
 * @param folders names of the folders there that hold what goes beside them
 */
export function findInTheWay(
  place: OutputPlace,
  {
    files,
    folders = [],
    workspace,
  }: {
    readonly files: readonly string[];
    readonly folders?: readonly string[];
    readonly workspace: Workspace;
  },
): readonly Diagnostic[] {
  const { issue, root, folder, slug } = place;
  // Told by check-manifest.ts; such a place is not looked at.
  if (
    whyNoPath(folder.value) !== undefined ||
    !staysInside(folder.value, { folder: issue, root, workspace })
  ) {
    return [];
  }
  const target = outputFolderOf(place);
  const existing = nearestExisting(place, workspace);
  const real = workspace.realPath(existing);
  const realRoot = workspace.realPath(root);
  if (real !== undefined && realRoot !== undefined && !isInside(real, realRoot)) {
    return [leavesByLink(folder, { existing, real })];
  }
  if (whatIsAt(existing, workspace) !== "folder") return [folderTaken(folder.span, { target, existing })];
  if (existing !== target || slug.value.includes("/")) return [];
  const taken = files
    .map((name) => `${target}/${name}`)
    .filter((path) => whatIsAt(path, workspace) === "folder")
    .map((path) => editionTaken(slug.span, path));
  const beside = folders.flatMap((name): readonly Diagnostic[] => {
    const path = `${target}/${name}`;
    const at = workspace.realPath(path);
    if (at === undefined) return [];
    if (realRoot !== undefined && !isInside(at, realRoot)) {
      return [leavesByLink(folder, { existing: path, real: at })];
    }
    return whatIsAt(path, workspace) === "folder"
      ? []
      : [folderTaken(slug.span, { target: path, existing: path })];
  });
  return [...taken, ...beside];
}

/** @returns the place itself, or the nearest above it that is there */
function nearestExisting({ issue, folder }: OutputPlace, workspace: Workspace): string {
  const parts = folder.value.split("/");
  for (let count = parts.length; count > 0; count -= 1) {
    const path = joinPath(issue, parts.slice(0, count).join("/"));
    if (workspace.realPath(path) !== undefined) return path;
  }
  return issue;
}

const invalid = (span: Span, message: Message, help: Message): Diagnostic => ({
  rule: "manifest/invalid-value",
  severity: "error",
  span,
  message,
  help,
});

const leavesByLink = (
  { value, span }: Located<string>,
  { existing, real }: { readonly existing: string; readonly real: string },
) =>
  invalid(
    span,
    {
      zh: `输出文件夹“${value}”不在简报文件夹里：“${existing}”是一个链接，指向“${real}”。`,
      en: `The output folder “${value}” is not inside the bulletin's folder: “${existing}” is a link to “${real}”.`,
    },
    {
      zh: "请去掉这个链接；要写到别处请用命令行的 --out。",
      en: "Remove the link; to write elsewhere use --out on the command line.",
    },
  );

/** For one that is met only in writing, too: a link that leads nowhere. */
export const folderTaken = (
  span: Span,
  { target, existing }: { readonly target: string; readonly existing: string },
): Diagnostic =>
  invalid(
    span,
    {
      zh: `输出文件夹“${target}”不能用：“${existing}”不是文件夹。`,
      en: `The output folder “${target}” cannot be used: “${existing}” is not a folder.`,
    },
    {
      zh: "请把它移走或改名，或在 output.folder 里换一个文件夹。",
      en: "Move or rename it, or give a different folder in output.folder.",
    },
  );

const editionTaken = (span: Span, path: string) =>
  invalid(
    span,
    {
      zh: `成品的位置被一个文件夹占用：“${path}”。`,
      en: `There is a folder where an edition is to be written: “${path}”.`,
    },
    { zh: "请把它移走，或给这一期换一个 slug。", en: "Move it, or give the issue a different slug." },
  );
