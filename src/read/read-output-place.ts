/**
 * Where the editions of an issue will lie, from its manifest and house rules alone: asked of every issue of an archive
 * before the first is built, so that two which would write the same file are known beforehand. What is wrong with
 * either file is reported when the issue itself is read.
 */
import { stemOf } from "../model/issue-marks.js";
import type { Located, Span } from "../model/located.js";
import { DEFAULT_OUTPUT_FOLDER } from "./build-house.js";
import { slugOf } from "./build-issue-facts.js";
import { findHouse, findRoot } from "./find-house.js";
import { manifestFields } from "./manifest-fields.js";
import type { OutputPlace } from "./output-place.js";
import { readHouseFile, readYamlFile } from "./read-house.js";
import { readText } from "./read-text-file.js";
import { folderOf, joinPath, type Workspace } from "./workspace.js";
import { MAX_YAML_BYTES } from "./yaml-document.js";

export interface OutputReading {
  readonly place: OutputPlace;
  /** of the manifest, into which the place's spans point */
  readonly text: string;
}

/** Without one of these words, and without an escape that may spell one, a manifest says nothing of its output. */
const SAYS_MORE = /slug|series|output|extends|draft|\\/;

/**
 * @param draft what the command line makes of every issue
 * @returns undefined where the manifest cannot be read
 */
export function readOutputPlace(
  path: string,
  workspace: Workspace,
  draft?: string,
): OutputReading | undefined {
  const content = readText(workspace.readFile(path, { maxBytes: MAX_YAML_BYTES }), { path, rule: "" });
  if (!("text" in content)) return undefined;
  const { text } = content;
  const values = SAYS_MORE.test(text)
    ? readYamlFile(path, { fields: manifestFields, workspace }).record?.values
    : undefined;
  const issue = folderOf(path);
  const house =
    values?.extends === undefined ? findHouse(issue, workspace) : joinPath(issue, values.extends.value);
  const start: Span = { path, start: 0, end: 0 };
  const given: Located<string> | undefined =
    values?.output?.values.folder ??
    (house === undefined ? undefined : readHouseFile(house, workspace).record?.values.output?.values.folder);
  return {
    place: {
      issue,
      root: findRoot(issue, house, workspace),
      folder: given ?? { value: DEFAULT_OUTPUT_FOLDER, span: start },
      slug: stemOf(
        slugOf(values ?? NO_VALUES, { folder: issue, start, workspace }),
        draft ?? values?.draft?.value,
      ),
    },
    text,
  };
}

const NO_VALUES = { slug: undefined, series: undefined, number: undefined };
