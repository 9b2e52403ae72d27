/**
 * The finding that a face other than the one wished for is used (layout/font-substituted): for
 * which roles, what was asked, what is used instead, and how to get the one asked for.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import type { Span } from "../model/located.js";
import type { RoleName } from "../model/template.js";
import { areSet, rolesNamed } from "./role-labels.js";

export interface Substitution {
  readonly asked: {
    /** alternatives, none of which is at hand; one for the other reasons */
    readonly families: readonly string[];
    readonly weight: number;
    /** not found; found, but its maker forbids embedding, or allows it for bitmaps alone; found in other weights alone */
    readonly reason: "missing" | "restricted" | "bitmaps" | "weight";
  };
  readonly used: { readonly family: string; readonly weight: number };
  readonly roles: readonly RoleName[];
}

/** One finding for the same families, however many roles ask for them; a missing weight is one a weight. */
export function noteSubstitutions(
  known: Map<string, Substitution>,
  substitutions: readonly Substitution[],
  role: RoleName,
): void {
  for (const substitution of substitutions) {
    const { families, reason, weight } = substitution.asked;
    const key = [reason, ...families, ...(reason === "weight" ? [weight] : [])].join("\0");
    const earlier = known.get(key);
    known.set(key, { ...(earlier ?? substitution), roles: [...(earlier?.roles ?? []), role] });
  }
}

/** @param where where it was asked for, and whether the fonts of this system were looked through */
export function substitutionFinding(
  { asked, used, roles }: Substitution,
  { span, isSystem }: { readonly span: Span; readonly isSystem: boolean },
): Diagnostic {
  const where = rolesNamed(roles);
  const problem = PROBLEMS[asked.reason](asked.families, asked.weight);
  const instead = asked.reason === "weight" ? `${used.weight}` : `${used.family}`;
  return {
    rule: "layout/font-substituted",
    severity: "info",
    message: {
      zh: `${problem.zh}，${where.zh}改用${asked.reason === "weight" ? `字重 ${instead}` : `“${instead}”`}。`,
      en: `${problem.en}; ${where.en} ${areSet(roles)} set in ${asked.reason === "weight" ? `weight ${instead}` : instead} instead.`,
    },
    span,
    help: asked.reason === "missing" && isSystem ? NOT_INSTALLED : REMEDIES[asked.reason],
  };
}

const PROBLEMS: Readonly<
  Record<Substitution["asked"]["reason"], (families: readonly string[], weight: number) => Message>
> = {
  missing: (families) => ({
    zh: `没有找到字体${families.map((family) => `“${family}”`).join("、")}`,
    en:
      families.length === 1
        ? `The font ${families[0]} was not found`
        : `None of the fonts ${families.join(", ")} was found`,
  }),
  restricted: ([family]) => ({
    zh: `字体“${family}”的授权不许嵌入文件`,
    en: `The font ${family} may not be embedded in documents, according to its licence bits`,
  }),
  bitmaps: ([family]) => ({
    zh: `字体“${family}”的授权只许嵌入点阵，不许嵌入轮廓`,
    en: `Of the font ${family} only bitmaps may be embedded, no outlines, according to its licence bits`,
  }),
  weight: ([family], weight) => ({
    zh: `字体“${family}”没有字重 ${weight}`,
    en: `The font ${family} has no weight ${weight}`,
  }),
};

const NOT_EMBEDDABLE: Message = {
  zh: "请换用许可嵌入的版本，或从 fonts.roles 或版式的 families 中删去这个名字。",
  en: "Use a version that may be embedded, or remove the name from fonts.roles or the template's families.",
};

const NOT_INSTALLED: Message = {
  zh: "本机已装的字体里也没有它。请装上这个字体（名字要与字体自己的一致），或把它的文件放进 fonts.folders 的文件夹；不用，就从写它的地方删去这个名字。“bulletin fonts”列出各处用了什么字体。",
  en: "It is not among the fonts installed here either. Install it (the name has to be the font's own), or put its file into a folder of fonts.folders; if you do not need it, remove the name where it is written. “bulletin fonts” lists what is used where.",
};

const REMEDIES: Readonly<Record<Substitution["asked"]["reason"], Message>> = {
  missing: {
    zh: "要用原定字体，请把它的文件放进 fonts.folders 的文件夹，或写上 fonts.system: true 用本机已装的字体；不用，就从 fonts.roles 或版式的 families 中删去这个名字。“bulletin fonts”列出各处用了什么字体。",
    en: "To use it, put its file into a folder of fonts.folders, or set fonts.system: true to use the fonts installed here; if you do not need it, remove the name from fonts.roles or the template's families. “bulletin fonts” lists what is used where.",
  },
  restricted: NOT_EMBEDDABLE,
  bitmaps: NOT_EMBEDDABLE,
  weight: {
    zh: "请补上这个字重的字体文件，或在 look 或版式中改用它已有的字重。",
    en: "Add a font file of this weight, or ask for a weight that it has, in look or the template.",
  },
};
