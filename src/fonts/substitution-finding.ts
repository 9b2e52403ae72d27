/**
 * The finding that a face other than the one wished for is used (layout/font-substituted): for
 * which roles, what was asked, what is used instead, and how to get the one asked for.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";
import type { RoleName } from "../model/template.js";

export interface Substitution {
  readonly asked: {
    readonly family: string;
    readonly weight: number;
    /** not found; found, but its maker forbids embedding; found in other weights alone */
    readonly reason: "missing" | "not-embeddable" | "weight";
  };
  readonly used: { readonly family: string; readonly weight: number };
  readonly roles: readonly RoleName[];
}

export function substitutionFinding({ asked, used, roles }: Substitution, span: Span): Diagnostic {
  const where = rolesNamed(roles);
  const problem = PROBLEMS[asked.reason](asked.family, asked.weight);
  const instead = asked.reason === "weight" ? `${used.weight}` : `${used.family}`;
  return {
    rule: "layout/font-substituted",
    severity: "info",
    message: {
      zh: `${problem.zh}，${where.zh}改用${asked.reason === "weight" ? `字重 ${instead}` : `“${instead}”`}。`,
      en: `${problem.en}; ${where.en} set in ${asked.reason === "weight" ? `weight ${instead}` : instead} instead.`,
    },
    span,
    help: REMEDIES[asked.reason],
  };
}

const PROBLEMS: Readonly<
  Record<Substitution["asked"]["reason"], (family: string, weight: number) => Message>
> = {
  missing: (family) => ({ zh: `没有找到字体“${family}”`, en: `The font ${family} was not found` }),
  "not-embeddable": (family) => ({
    zh: `字体“${family}”的授权不许嵌入文件`,
    en: `The font ${family} may not be embedded in documents, according to its licence bits`,
  }),
  weight: (family, weight) => ({
    zh: `字体“${family}”没有字重 ${weight}`,
    en: `The font ${family} has no weight ${weight}`,
  }),
};

const REMEDIES: Readonly<Record<Substitution["asked"]["reason"], Message>> = {
  missing: {
    zh: "要用原定字体，请把它的文件放进配置的字体文件夹；不用，就从模板的 families 中删去这个名字。",
    en: "To use it, put its file into a font folder; if you do not need it, remove the name from the template's families.",
  },
  "not-embeddable": {
    zh: "请换用许可嵌入的版本，或从模板的 families 中删去这个名字。",
    en: "Use a version that may be embedded, or remove the name from the template's families.",
  },
  weight: {
    zh: "请补上这个字重的字体文件，或在模板中改用它已有的字重。",
    en: "Add a font file of this weight, or ask for a weight it has in the template.",
  },
};

/** More roles than these are not listed one by one. */
const ROLES_LISTED = 3;

function rolesNamed(roles: readonly RoleName[]): Message {
  const labels = roles.slice(0, ROLES_LISTED).map((role) => ROLE_LABELS[role]);
  const hasMore = roles.length > ROLES_LISTED;
  return {
    zh: labels.map(({ zh }) => zh).join("、") + (hasMore ? `等 ${roles.length} 处` : ""),
    en: hasMore
      ? `${labels.map(({ en }) => en).join(", ")} and ${roles.length - ROLES_LISTED} more are`
      : `${labels.map(({ en }) => en).join(", ")} ${roles.length === 1 ? "is" : "are"}`,
  };
}

const ROLE_LABELS: Readonly<Record<RoleName, Message>> = {
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
