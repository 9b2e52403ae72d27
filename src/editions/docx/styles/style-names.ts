/**
 * The styles of the edition by id. Built-in styles keep Word's own names, which it translates; the others
 * have the Chinese names that an editor sees in the style pane.
 */
export const styleNames = {
  Normal: "Normal",
  BodyText: "Body Text",
  Heading1: "heading 1",
  Heading2: "heading 2",
  Heading3: "heading 3",
  Heading4: "heading 4",
  Heading5: "heading 5",
  TOCHeading: "TOC Heading",
  TOC1: "toc 1",
  TOC2: "toc 2",
  ListParagraph: "List Paragraph",
  ListContinue: "List Continue",
  Quote: "Quote",
  Caption: "caption",
  FootnoteText: "footnote text",
  Footer: "footer",
  Masthead: "报头名称",
  IssueLine: "期号行",
  IssuerLine: "编发单位行",
  ContactLine: "联系行",
  Imprint: "版记",
  AfterTable: "表后",
  Figure: "图片",
  Code: "代码块",
  TableText: "表格文字",
  TableHeading: "表头文字",
  ThematicBreak: "分隔线",
  TableGrid: "Table Grid",
  Strong: "Strong",
  Emphasis: "Emphasis",
  CodeText: "行内代码",
  Attribution: "署名",
  Hyperlink: "Hyperlink",
  FootnoteReference: "footnote reference",
  EndnoteReference: "endnote reference",
} as const;

export type StyleId = keyof typeof styleNames;
