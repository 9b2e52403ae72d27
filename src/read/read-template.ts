/** A template: template.yaml and its style sheet, of the package or of the house's own. */
import type { Diagnosed, Diagnostic, Message, Sources } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/nearest-name.js";
import type { House } from "../model/house.js";
import type { Located, Span } from "../model/located.js";
import type { Look } from "../model/look.js";
import type { PageFrame } from "../model/page-frame.js";
import type { Template } from "../model/template.js";
import { buildTemplate } from "./build-template.js";
import { checkGeometry } from "./check-geometry.js";
import { checkLook, followLook, layLook } from "./lay-look.js";
import { readYamlFile } from "./read-house.js";
import { readPageFrame } from "./read-page-frame.js";
import { readText } from "./read-text-file.js";
import type { ReadyTemplates } from "./ready-template.js";
import { resolvePath } from "./resolve-path.js";
import { templateFields } from "./template-fields.js";
import { folderOf, joinPath, type Workspace, whatIsAt } from "./workspace.js";
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
  const { look } = house;
  const isKept = place.workspace === templates && look === undefined;
  const known = isKept ? findReady(path, templates, ready) : undefined;
  const read = known ?? parseTemplate(path, { name, look, workspace: place.workspace });
  const { diagnostics, sources, styleSheet } = read;
  if (styleSheet === undefined) return { value: undefined, diagnostics, sources };

  // What a look names stands beside the file that holds the look.
  const placeOf = ({ span }: Located<string>): TemplatePlace =>
    span.path === path ? place : { folder: folderOf(span.path), workspace };
  const sheet = readStyleSheet(styleSheet, placeOf(styleSheet));
  const { frame: written, ownStyleSheet = styleSheet } = read;
  const frame = findPageFrame(
    { path, styleSheet: ownStyleSheet, written },
    written === undefined ? place : placeOf(written),
  );
  const found = [...diagnostics, ...("fault" in sheet ? [sheet.fault] : []), ...frame.diagnostics];
  const all = new Map([...sources, ...frame.sources]);
  if ("fault" in sheet || frame.diagnostics.length > 0 || read.template === undefined) {
    return { value: undefined, diagnostics: found, sources: all };
  }
  const value = { ...read.template, styleSheet: sheet.text, pageFrame: frame.value };
  return { value, diagnostics: found, sources: all };
}

export interface TemplateSources {
  readonly templates: Workspace;
  readonly workspace: Workspace;
  readonly ready?: ReadyTemplates | undefined;
}

interface ParsedTemplate {
  readonly template: Omit<Template, "styleSheet" | "pageFrame"> | undefined;
  readonly styleSheet: Located<string> | undefined;
  /** the template's, where a look has one in its place */
  readonly ownStyleSheet?: Located<string> | undefined;
  readonly frame?: Located<string> | undefined;
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
  {
    name,
    look,
    workspace,
  }: { readonly name: string; readonly look: Look | undefined; readonly workspace: Workspace },
): ParsedTemplate {
  const file = readYamlFile(path, { fields: templateFields, workspace });
  const { text, diagnostics } = file;
  const sources: Sources = new Map(text === undefined ? [] : [[path, text]]);
  const own = file.record && buildTemplate(file.record, { name, styleSheet: "", pageFrame: undefined });
  const geometry = own && file.record ? checkGeometry(own, file.record) : [];
  const isTold = diagnostics.some(({ severity }) => severity === "error");
  const ownStyleSheet = file.record?.values["style-sheet"];
  if (look === undefined || own === undefined || geometry.length > 0 || file.record === undefined) {
    return {
      template: geometry.length === 0 ? own : undefined,
      styleSheet: ownStyleSheet,
      frame: file.record?.values["page-frame"],
      diagnostics:
        own === undefined && !isTold ? [...diagnostics, emptyTemplate(path)] : [...diagnostics, ...geometry],
      sources,
    };
  }
  const record = layLook(file.record, look);
  const laid = buildTemplate(record, { name, styleSheet: "", pageFrame: undefined });
  const found = [...checkLook(look), ...(laid === undefined ? [] : checkGeometry(laid, record, path))];
  return {
    template: laid === undefined || found.length > 0 ? undefined : followLook(laid, look),
    styleSheet: record.values["style-sheet"],
    ownStyleSheet,
    frame: record.values["page-frame"],
    diagnostics: [...diagnostics, ...found],
    sources,
  };
}

/**
 * What is wrong with the template that a house names. One of the package needs no reading where nothing lies over it: it
 * is sound.
 * @see readTemplate for the parameters
 */
export function checkTemplate(
  house: House,
  templates: Workspace,
  workspace: Workspace,
): Pick<TemplateReading, "diagnostics" | "sources"> {
  const place = findTemplate(house, templates, workspace);
  if ("fault" in place) return { diagnostics: [place.fault], sources: new Map() };
  if (place.workspace === templates && house.look === undefined)
    return { diagnostics: [], sources: new Map() };
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
    if (resolved.state === "found") {
      if (whatIsAt(resolved.path, workspace) === "folder") return { folder: resolved.path, workspace };
      const isInside = /(^|[/\\])template\.ya?ml$/i.test(value);
      const isFile = {
        zh: `版式“${value}”是一个文件，这里要写文件夹。`,
        en: `The template “${value}” is a file; a folder is wanted here.`,
      };
      const folderWanted = {
        zh: isInside
          ? `请写 template.yaml 所在的文件夹：${folderOf(value) === "." ? "./" : folderOf(value)}。`
          : "请写放着 template.yaml 的文件夹，如 ./house-style。",
        en: isInside
          ? `Write the folder that holds template.yaml: ${folderOf(value) === "." ? "./" : folderOf(value)}.`
          : "Write the folder that holds template.yaml, such as ./house-style.",
      };
      return { fault: invalidTemplate(span, isFile, folderWanted) };
    }
    const message =
      resolved.state === "outside"
        ? {
            zh: `不能使用版式“${value}”：${resolved.reason.zh}。`,
            en: `The template “${value}” cannot be used: ${resolved.reason.en}.`,
          }
        : { zh: `找不到版式文件夹“${value}”。`, en: `The template folder “${value}” does not exist.` };
    const help = {
      zh: "路径从本文件所在的文件夹算起；要用自带的版式，只写名称，如 jianbao。",
      en: "The path is relative to the folder of this file; for a template of the package write its name alone, such as jianbao.",
    };
    return { fault: invalidTemplate(span, message, help) };
  }
  const names = (templates.listFolder(".") ?? [])
    .filter((name) => name.endsWith("/"))
    .map((name) => name.slice(0, -1));
  if (names.includes(value)) return { folder: value, workspace: templates };
  const nearest = nearestName(value, names);
  const help =
    nearest === undefined
      ? {
          zh: `可用：${names.join("、")}；自己的版式请写“./文件夹”。`,
          en: `The templates are: ${names.join(", ")}; write ./folder for one of your own.`,
        }
      : { zh: `是否想写“${nearest}”？`, en: `Did you mean “${nearest}”?` };
  const message = { zh: `没有名为“${value}”的版式。`, en: `There is no template named “${value}”.` };
  return { fault: invalidTemplate(span, message, help) };
}

const IN_TEMPLATE: Message = {
  zh: "请把文件放进版式文件夹，或改正这里的路径，它从那个文件夹算起。",
  en: "Put the file into the template's folder, or correct the path, which is relative to that folder.",
};

function readStyleSheet(
  { value, span }: { readonly value: string; readonly span: Span },
  { folder, workspace }: TemplatePlace,
): { readonly text: string } | { readonly fault: Diagnostic } {
  const resolved = resolvePath(value, { folder, root: folder, workspace });
  if (resolved.state !== "found") {
    return {
      fault: invalidTemplate(
        span,
        { zh: `版式里没有样式表“${value}”。`, en: `The template has no style sheet “${value}”.` },
        IN_TEMPLATE,
      ),
    };
  }
  const content = workspace.readFile(resolved.path, { maxBytes: MAX_STYLE_SHEET_BYTES });
  return readText(content, { path: resolved.path, rule: "manifest/invalid-value" });
}

interface FrameReading extends Diagnosed<PageFrame | undefined> {
  readonly sources: Sources;
}

/** The frame of the HTML page that the template names, or page.html beside the style sheet; it may do without. */
function findPageFrame(
  { path, styleSheet, written }: FramePlaces,
  { folder, workspace }: TemplatePlace,
): FrameReading {
  const value = written?.value ?? joinPath(folderOf(styleSheet.value), PAGE_FRAME_FILE);
  const resolved = resolvePath(value, { folder, root: folder, workspace });
  if (resolved.state === "missing" && written === undefined) return NO_FRAME;
  if (resolved.state !== "found") {
    const span = written?.span ?? { path, start: 0, end: 0 };
    const message =
      resolved.state === "missing"
        ? { zh: `版式里没有网页框架“${value}”。`, en: `The template has no page frame “${value}”.` }
        : {
            zh: `不能使用网页框架“${value}”：${resolved.reason.zh}。`,
            en: `The page frame “${value}” cannot be used: ${resolved.reason.en}.`,
          };
    return { ...NO_FRAME, diagnostics: [invalidTemplate(span, message, IN_TEMPLATE)] };
  }
  const content = readText(workspace.readFile(resolved.path, { maxBytes: MAX_STYLE_SHEET_BYTES }), {
    path: resolved.path,
    rule: "manifest/invalid-value",
  });
  if ("fault" in content) return { ...NO_FRAME, diagnostics: [content.fault] };
  const sources = new Map([[resolved.path, content.text]]);
  return { ...readPageFrame(content.text, resolved.path), sources };
}

interface FramePlaces {
  /** of template.yaml */
  readonly path: string;
  readonly styleSheet: Located<string>;
  /** the key page-frame */
  readonly written: Located<string> | undefined;
}

const NO_FRAME: FrameReading = { value: undefined, diagnostics: [], sources: new Map() };

/** Of a template that says nothing, or leaves a list empty. */
const emptyTemplate = (path: string): Diagnostic => ({
  rule: "manifest/missing-value",
  severity: "error",
  span: { path, start: 0, end: 0 },
  message: { zh: `版式“${path}”是空的，或内容不全。`, en: `The template “${path}” is empty or incomplete.` },
  help: {
    zh: "请从程序的 templates/jianbao 复制一份 template.yaml，在它的基础上修改。",
    en: "Copy template.yaml from templates/jianbao in the package, and change the copy.",
  },
});

function invalidTemplate(span: Span, message: Message, help: Message): Diagnostic {
  return { rule: "manifest/invalid-value", severity: "error", span, message, help };
}
