/** A template: template.yaml and its style sheet, of the package or of the house's own. */
import type { Diagnosed, Diagnostic, Message, Sources } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/nearest-name.js";
import type { House } from "../model/house.js";
import type { Located, Span } from "../model/located.js";
import type { Template } from "../model/template.js";
import { buildTemplate } from "./build-template.js";
import { readYamlFile } from "./read-house.js";
import { readText } from "./read-text-file.js";
import type { ReadyTemplates } from "./ready-template.js";
import { resolvePath } from "./resolve-path.js";
import { templateFields } from "./template-fields.js";
import { folderOf, joinPath, type Workspace } from "./workspace.js";
import { MAX_YAML_BYTES } from "./yaml-document.js";

const TEMPLATE_FILE = "template.yaml";
const PAGE_FRAME_FILE = "page.html";
/** Larger than any hand-written style sheet. */
const MAX_STYLE_SHEET_BYTES = 1024 * 1024;

export interface TemplateReading extends Diagnosed<Template | undefined> {
  /** the texts that findings about the template point into */
  readonly sources: Sources;
}

/**
 * @param templates the templates of the package, one folder each
 * @param workspace the author's files, for a template named by a path
 * @param ready what was parsed when the package was built
 * @returns undefined where the template cannot be used; what is wrong is reported
 */
export function readTemplate(
  house: House,
  { templates, workspace, ready }: TemplateSources,
): TemplateReading {
  const place = findTemplate(house, templates, workspace);
  if ("fault" in place) return { value: undefined, diagnostics: [place.fault], sources: new Map() };
  const path = joinPath(place.folder, TEMPLATE_FILE);
  const name = place.folder.slice(place.folder.lastIndexOf("/") + 1);
  const known = place.workspace === templates ? findReady(path, templates, ready) : undefined;
  const read = known ?? parseTemplate(path, { name, workspace: place.workspace });
  const { diagnostics, sources, styleSheet } = read;
  if (styleSheet === undefined) return { value: undefined, diagnostics, sources };

  const sheet = readStyleSheet(styleSheet, place);
  if ("fault" in sheet) return { value: undefined, diagnostics: [...diagnostics, sheet.fault], sources };
  const pageFrame = readPageFrame(styleSheet.value, place);
  const value = read.template && { ...read.template, styleSheet: sheet.text, pageFrame };
  return { value, diagnostics, sources };
}

export interface TemplateSources {
  readonly templates: Workspace;
  readonly workspace: Workspace;
  readonly ready?: ReadyTemplates | undefined;
}

interface ParsedTemplate {
  readonly template: Omit<Template, "styleSheet" | "pageFrame"> | undefined;
  readonly styleSheet: Located<string> | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** @returns undefined where the file is no longer the one that was parsed */
function findReady(
  path: string,
  templates: Workspace,
  ready: ReadyTemplates | undefined,
): ParsedTemplate | undefined {
  const known = ready?.(path);
  if (known === undefined) return undefined;
  const content = readText(templates.readFile(path, { maxBytes: MAX_YAML_BYTES }), { path, rule: "" });
  if (!("text" in content) || content.text !== known.text) return undefined;
  return { ...known, diagnostics: [], sources: new Map([[path, known.text]]) };
}

function parseTemplate(
  path: string,
  { name, workspace }: { readonly name: string; readonly workspace: Workspace },
): ParsedTemplate {
  const { record, text, diagnostics } = readYamlFile(path, { fields: templateFields, workspace });
  const sources: Sources = new Map(text === undefined ? [] : [[path, text]]);
  const template = record && buildTemplate(record, { name, styleSheet: "", pageFrame: undefined });
  return { template, styleSheet: record?.values["style-sheet"], diagnostics, sources };
}

/**
 * What is wrong with the template that a house names. One of the package needs no reading: it is sound.
 * @see readTemplate for the parameters
 */
export function checkTemplate(
  house: House,
  templates: Workspace,
  workspace: Workspace,
): Pick<TemplateReading, "diagnostics" | "sources"> {
  const place = findTemplate(house, templates, workspace);
  if ("fault" in place) return { diagnostics: [place.fault], sources: new Map() };
  if (place.workspace === templates) return { diagnostics: [], sources: new Map() };
  return readTemplate(house, { templates, workspace });
}

interface TemplatePlace {
  readonly folder: string;
  readonly workspace: Workspace;
}

/** A name is a folder of the package; anything with a slash is a path beside the file that gives it. */
function findTemplate(
  { template }: House,
  templates: Workspace,
  workspace: Workspace,
): TemplatePlace | { readonly fault: Diagnostic } {
  const { value, span } = template;
  if (/[/\\]/.test(value)) {
    const folder = folderOf(span.path);
    const resolved = resolvePath(value, { folder, root: folder, workspace });
    if (resolved.state === "found") return { folder: resolved.path, workspace };
    const message =
      resolved.state === "outside"
        ? {
            zh: `不能使用版式“${value}”：${resolved.reason.zh}`,
            en: `The template “${value}” cannot be used: ${resolved.reason.en}`,
          }
        : { zh: `找不到版式文件夹“${value}”`, en: `There is no template folder “${value}”` };
    return { fault: invalidTemplate(span, message) };
  }
  const names = (templates.listFolder(".") ?? [])
    .filter((name) => name.endsWith("/"))
    .map((name) => name.slice(0, -1));
  if (names.includes(value)) return { folder: value, workspace: templates };
  const nearest = nearestName(value, names);
  return {
    fault: {
      ...invalidTemplate(span, { zh: `没有叫“${value}”的版式`, en: `There is no template “${value}”` }),
      help:
        nearest === undefined
          ? {
              zh: `可用：${names.join("、")}；自己的版式请写“./文件夹”。`,
              en: `There are: ${names.join(", ")}; write ./folder for your own.`,
            }
          : { zh: `是不是“${nearest}”？`, en: `Did you mean “${nearest}”?` },
    },
  };
}

function readStyleSheet(
  { value, span }: { readonly value: string; readonly span: Span },
  { folder, workspace }: TemplatePlace,
): { readonly text: string } | { readonly fault: Diagnostic } {
  const resolved = resolvePath(value, { folder, root: folder, workspace });
  if (resolved.state !== "found") {
    return {
      fault: invalidTemplate(span, {
        zh: `版式里没有样式表“${value}”`,
        en: `The template has no style sheet “${value}”`,
      }),
    };
  }
  const content = workspace.readFile(resolved.path, { maxBytes: MAX_STYLE_SHEET_BYTES });
  return readText(content, { path: resolved.path, rule: "manifest/invalid-value" });
}

/** The frame of the HTML page stands beside the style sheet; a template may do without. */
function readPageFrame(styleSheet: string, { folder, workspace }: TemplatePlace): string | undefined {
  const resolved = resolvePath(joinPath(folderOf(styleSheet), PAGE_FRAME_FILE), {
    folder,
    root: folder,
    workspace,
  });
  if (resolved.state !== "found") return undefined;
  const { path } = resolved;
  const content = readText(workspace.readFile(path, { maxBytes: MAX_STYLE_SHEET_BYTES }), { path, rule: "" });
  return "text" in content ? content.text : undefined;
}

function invalidTemplate(span: Span, message: Message): Diagnostic {
  return { rule: "manifest/invalid-value", severity: "error", span, message };
}
