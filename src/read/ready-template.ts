/**
 * The package's own templates, parsed when the package is built: reading one by the YAML library
 * takes a twentieth of a small build. What was parsed is used only where the text is the same, so
 * that a template edited in place is read as before.
 */
import type { Located } from "../model/located.js";
import type { Template } from "../model/template.js";
import { buildTemplate } from "./build-template.js";
import { readYamlFile } from "./read-house.js";
import { templateFields } from "./template-fields.js";
import type { Workspace } from "./workspace.js";

/** Plain data, for it is kept as JSON. */
export interface ReadyTemplate {
  readonly path: string;
  readonly text: string;
  readonly template: Omit<Template, "styleSheet" | "pageFrame">;
  readonly styleSheet: Located<string>;
  readonly frame?: Located<string> | undefined;
}

/** What the package has parsed beforehand, by the path in its folder of templates. */
export type ReadyTemplates = (path: string) => ReadyTemplate | undefined;

/** @returns undefined where anything is wrong with the template: then it is read in full each time */
export function makeReadyTemplate(
  path: string,
  { name, templates }: { readonly name: string; readonly templates: Workspace },
): ReadyTemplate | undefined {
  const { record, text, diagnostics } = readYamlFile(path, { fields: templateFields, workspace: templates });
  const styleSheet = record?.values["style-sheet"];
  if (record === undefined || text === undefined || styleSheet === undefined) return undefined;
  const built = buildTemplate(record, { name, styleSheet: "", pageFrame: undefined });
  if (built === undefined || diagnostics.length > 0) return undefined;
  const { styleSheet: _, pageFrame: __, ...template } = built;
  return { path, text, template, styleSheet, frame: record.values["page-frame"] };
}
