/**
 * The style sheet of the edition, derived from the template and a few measures of the document. It replaces the library's default,
 * whose headings are blue. What all paragraphs share (faces, language, line spacing of the grid) is in
 * the document defaults; a style sets only what differs.
 */
import type { XmlComponent } from "docx";
import type { Template } from "../../../model/template.js";
import { element, switchElement, valueElement } from "../word/ooxml-element.js";
import type { WordGeometry } from "../word/word-geometry.js";
import type { DocumentMeasures, StyleFormat } from "./style-format.js";
import { styleFormats } from "./style-formats.js";
import { type StyleId, styleNames } from "./style-names.js";
import { fontsOf, paragraphProperties, runProperties, wordColor } from "./style-properties.js";

/** @returns the children of w:styles in schema order */
export function wordStyles(
  template: Template,
  geometry: WordGeometry,
  measures: DocumentMeasures = {},
): readonly XmlComponent[] {
  const formats = Object.entries(styleFormats(template, geometry, measures)) as readonly [
    StyleId,
    StyleFormat,
  ][];
  return [
    documentDefaults(template, geometry),
    element("w:latentStyles", LATENT_STYLES),
    ...BASE_STYLES.map(([type, id, name]) =>
      element("w:style", { "w:type": type, "w:default": 1, "w:styleId": id }, [
        valueElement("w:name", name),
        valueElement("w:uiPriority", 99),
        switchElement("w:semiHidden", true),
        switchElement("w:unhideWhenUsed", true),
        ...(type === "table" ? [TABLE_NORMAL()] : []),
      ]),
    ),
    ...formats.map(([id, format]) => styleElement(template, id, format)),
  ];
}

function documentDefaults(template: Template, { pitch }: WordGeometry): XmlComponent {
  const { office } = template.roles.body;
  const run = element("w:rPr", {}, [
    fontsOf(office),
    valueElement("w:color", wordColor(template.colors.text)),
    valueElement("w:spacing", office.spacingTwips),
    valueElement("w:sz", office.sizeHalfPoints),
    valueElement("w:szCs", office.sizeHalfPoints),
    element("w:lang", { "w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA" }),
  ]);
  const paragraph = paragraphProperties({
    widowControl: true,
    spacing: { before: 0, after: 0, line: pitch },
    align: "both",
  });
  return element("w:docDefaults", {}, [
    element("w:rPrDefault", {}, [run]),
    element("w:pPrDefault", {}, [paragraph]),
  ]);
}

function styleElement(template: Template, id: StyleId, format: StyleFormat): XmlComponent {
  const { kind, basedOn, next, quick = false, priority, role, paragraph, run, table } = format;
  const font = role === undefined ? undefined : template.roles[role].office;
  const isDefault = id === "Normal";
  const isOwn = /\p{Script=Han}/u.test(styleNames[id]);
  const attributes = {
    "w:type": kind,
    "w:default": isDefault ? 1 : undefined,
    "w:customStyle": isOwn ? 1 : undefined,
    "w:styleId": id,
  };
  const runFormat = { ...(font === undefined ? {} : { font }), ...run };
  return element("w:style", attributes, [
    valueElement("w:name", styleNames[id]),
    ...(basedOn === undefined ? [] : [valueElement("w:basedOn", basedOn)]),
    ...(next === undefined ? [] : [valueElement("w:next", next)]),
    ...(priority === undefined ? [] : [valueElement("w:uiPriority", priority)]),
    ...(quick ? [switchElement("w:qFormat", true)] : []),
    ...(paragraph === undefined ? [] : [paragraphProperties(paragraph)]),
    ...(Object.keys(runFormat).length === 0 ? [] : [runProperties(runFormat)]),
    ...(table === undefined ? [] : [table]),
  ]);
}

/** Base styles that every Word document has and no user sees. */
const BASE_STYLES = [
  ["character", "DefaultParagraphFont", "Default Paragraph Font"],
  ["table", "TableNormal", "Normal Table"],
  ["numbering", "NoList", "No List"],
] as const;

/** Word's own cell margins, 0.19 cm at the sides. */
const TABLE_NORMAL = (): XmlComponent =>
  element("w:tblPr", {}, [
    element("w:tblInd", { "w:w": 0, "w:type": "dxa" }),
    element("w:tblCellMar", {}, [
      element("w:top", { "w:w": 0, "w:type": "dxa" }),
      element("w:left", { "w:w": 108, "w:type": "dxa" }),
      element("w:bottom", { "w:w": 0, "w:type": "dxa" }),
      element("w:right", { "w:w": 108, "w:type": "dxa" }),
    ]),
  ]);

/** Hides the built-in styles that the document does not use from the style pane. */
const LATENT_STYLES = {
  "w:defLockedState": 0,
  "w:defUIPriority": 99,
  "w:defSemiHidden": 1,
  "w:defUnhideWhenUsed": 1,
  "w:defQFormat": 0,
};
