/** Roles of type as people call them, for findings about fonts and for `bulletin fonts`. */
import type { Message } from "../diagnostics/diagnostic.js";
import type { RoleName } from "../model/template.js";

/** The verb behind a list of roles, in English. */
export const areSet = (roles: readonly RoleName[]): string => (roles.length === 1 ? "is" : "are");

/** More roles than these are not listed one by one. */
const ROLES_LISTED = 3;

/** @returns the first few roles, and how many more there are */
export function rolesNamed(roles: readonly RoleName[]): Message {
  const labels = roles.slice(0, ROLES_LISTED).map((role) => ROLE_LABELS[role]);
  const hasMore = roles.length > ROLES_LISTED;
  return {
    zh: labels.map(({ zh }) => zh).join("、") + (hasMore ? `等 ${roles.length} 处` : ""),
    en: hasMore
      ? `${labels.map(({ en }) => en).join(", ")} and ${roles.length - ROLES_LISTED} more`
      : labels.map(({ en }) => en).join(", "),
  };
}

export const ROLE_LABELS: Readonly<Record<RoleName, Message>> = {
  masthead: { zh: "报头", en: "masthead" },
  issueLine: { zh: "期号", en: "issue line" },
  issuerLine: { zh: "编发单位行", en: "publisher line" },
  contentsHeading: { zh: "目录标题", en: "contents heading" },
  contentsSection: { zh: "目录栏目", en: "contents sections" },
  contentsItem: { zh: "目录条目", en: "contents items" },
  section: { zh: "栏目名", en: "section headings" },
  title: { zh: "标题", en: "titles" },
  heading1: { zh: "一级小标题", en: "headings of level 1" },
  heading2: { zh: "二级小标题", en: "headings of level 2" },
  heading3: { zh: "三级小标题", en: "headings of level 3" },
  body: { zh: "正文", en: "body" },
  strong: { zh: "加重", en: "strong text" },
  emphasis: { zh: "强调", en: "emphasis" },
  quote: { zh: "引文", en: "quotations" },
  code: { zh: "代码", en: "code" },
  table: { zh: "表格", en: "tables" },
  tableHeader: { zh: "表头", en: "table heads" },
  caption: { zh: "图题表题", en: "captions" },
  note: { zh: "注释", en: "notes" },
  attribution: { zh: "署名", en: "attributions" },
  contact: { zh: "联系行", en: "contact line" },
  imprint: { zh: "版记", en: "imprint" },
  pageNumber: { zh: "页码", en: "page numbers" },
};
