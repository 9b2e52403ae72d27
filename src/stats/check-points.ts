/**
 * What points hang on and was not understood: a level that the house's law does not know, a section that there is none of,
 * a level in the register whose item is not found. Each is told where it stands; nothing is guessed.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/nearest-name.js";
import type { Located } from "../model/located.js";
import type { PointsLaw } from "../model/points-law.js";
import type { AdoptedItem, ReceivedItem } from "./counted-item.js";
import { isAccepted } from "./decision-words.js";
import type { KnownUnits } from "./known-units.js";
import { levelNames } from "./level-names.js";
import { rowMatcher } from "./match-rows.js";

const REGISTER = "import/register";
const FRONT_MATTER = "item/front-matter";
const HOUSE = "manifest/invalid-value";

/** Of one bulletin: where several are counted, an issue that could not be read keeps back nothing about the others. */
interface ToCheck {
  readonly adopted: readonly AdoptedItem[];
  /** of drafts: not counted, but no row is wrong that tells of them */
  readonly drafted: readonly AdoptedItem[];
  readonly received: readonly ReceivedItem[];
  /** undefined where the house gives no points */
  readonly law: PointsLaw | undefined;
  readonly known: KnownUnits;
  /** names of all sections that there are */
  readonly sections: ReadonlySet<string>;
  /** those of the bulletin itself */
  readonly ownSections: ReadonlySet<string>;
  /** false where issues of the bulletin were not counted: what is not found may stand in them */
  readonly isWholeArchive: boolean;
}

export function checkPoints(given: ToCheck): readonly Diagnostic[] {
  const { adopted, drafted, received, law, isWholeArchive } = given;
  return [
    ...(law === undefined ? [] : strangeSections(law, given)),
    ...(law === undefined ? [] : strangeLevels(law, given)),
    ...(isWholeArchive ? lostLevels([...adopted, ...drafted], received, given.known) : []),
    ...(isWholeArchive ? lostItems([...adopted, ...drafted], received, given.known) : []),
  ];
}

function strangeSections(
  law: PointsLaw,
  { sections: known, ownSections, isWholeArchive }: ToCheck,
): readonly Diagnostic[] {
  return (law.sectionNames ?? [])
    .filter(({ value }) => !known.has(value))
    .flatMap(({ value, span }): readonly Diagnostic[] => {
      // Issues that were not counted may have it; but a name so near to one of the bulletin's is likelier misspelt.
      const meant = nearestName(value, isWholeArchive ? known : ownSections);
      if (meant === undefined && !isWholeArchive) return [];
      const finding: Diagnostic = {
        rule: HOUSE,
        // Points that a section should have had are wrong; of one that is gone they are only idle.
        severity: meant === undefined || !isWholeArchive ? "warning" : "error",
        span,
        message: isWholeArchive
          ? {
              zh: `没有叫“${value}”的栏目，这一项分数用不上。`,
              en: `There is no section “${value}”, and its points are given to nothing.`,
            }
          : {
              zh: `读到的各期没有叫“${value}”的栏目，这一项分数没有用上。`,
              en: `No issue that was read has a section “${value}”, and its points were given to nothing.`,
            },
        help: meantOr(meant, {
          zh: "请核对栏目的名称，或删去这一项。",
          en: "Check the name of the section, or delete this entry.",
        }),
        ...suggesting(meant, span),
      };
      return [finding];
    });
}

function strangeLevels(law: PointsLaw, { adopted, received }: ToCheck): readonly Diagnostic[] {
  // A house that gives nothing for levels may write them all the same.
  if (law.levels.size === 0) return [];
  const of = (rule: string) => (level: Located<string>) =>
    levelNames(level.value, law.levels)
      .filter((name) => !law.levels.has(name))
      .map((name) => strangeLevel(name, { level, rule, law }));
  return [
    ...adopted.flatMap(({ levels }) => levels.flatMap(of(FRONT_MATTER))),
    ...received.flatMap(({ levels }) => levels.flatMap(of(REGISTER))),
  ];
}

function strangeLevel(
  name: string,
  { level, rule, law }: { readonly level: Located<string>; readonly rule: string; readonly law: PointsLaw },
): Diagnostic {
  const meant = nearestName(name, law.levels.keys());
  return {
    rule,
    severity: "warning",
    span: level.span,
    message: {
      zh: `计分办法里没有“${name}”这个采用层级，没有加分。`,
      en: `The points know no level “${name}”; nothing was added for it.`,
    },
    help: meantOr(meant, {
      zh: `有分数的层级：${[...law.levels.keys()].join("、")}。`,
      en: `Levels with points: ${[...law.levels.keys()].join(", ")}.`,
    }),
    ...(name === level.value.trim() ? suggesting(meant, level.span) : {}),
  };
}

function lostLevels(
  adopted: readonly AdoptedItem[],
  received: readonly ReceivedItem[],
  known: KnownUnits,
): readonly Diagnostic[] {
  const match = rowMatcher(adopted, known);
  const open = adopted.filter(({ isSecret }) => !isSecret).map(({ title }) => title);
  return received.flatMap((row): readonly Diagnostic[] => {
    const [level] = row.levels;
    if (level === undefined) return [];
    const { kind } = match(row);
    if (kind === "items") return [];
    const meant = kind === "none" ? nearestName(row.title, open) : undefined;
    return [
      {
        rule: REGISTER,
        severity: "warning",
        span: level.span,
        message:
          kind === "several"
            ? {
                zh: `这个题目的稿件不止一篇，不知道是哪一篇“${level.value}”，没有加分。`,
                en: `More than one item has this title: which of them “${level.value}” is about is not known, and nothing was added.`,
              }
            : {
                zh: `没有找到这一行说的稿件，“${level.value}”没有算给哪一篇。`,
                en: `The item of this row was not found, and “${level.value}” was counted for none.`,
              },
        help: meantOr(meant, {
          zh: "请核对标题和单位，或在“稿件”（item）一栏写上稿件文件的位置，如 issues/2026-03/items/01.md。",
          en: "Check title and unit, or write where the item's file is under item, such as issues/2026-03/items/01.md.",
        }),
      },
    ];
  });
}

/** Used, as the register says, and in no issue: misspelt, or still to come. */
function lostItems(
  adopted: readonly AdoptedItem[],
  received: readonly ReceivedItem[],
  known: KnownUnits,
): readonly Diagnostic[] {
  const match = rowMatcher(adopted, known);
  return received
    .filter((row) => row.levels.length === 0 && isAccepted(row.decision) && match(row).kind === "none")
    .map(({ span }) => ({
      rule: REGISTER,
      severity: "warning",
      span,
      message: {
        zh: "这一行登记为采用，各期里没有找到这篇稿件，没有算作采用。",
        en: "This row says that the item was used, but no issue holds it, and it was not counted as printed.",
      },
      help: {
        zh: "请核对标题和单位；还没有登出的，登出以后就会计入。",
        en: "Check title and unit. If it is still to be printed, it will count then.",
      },
    }));
}

const meantOr = (meant: string | undefined, otherwise: Message): Message =>
  meant === undefined ? otherwise : { zh: `是否指“${meant}”？`, en: `Did you mean “${meant}”?` };

const suggesting = (meant: string | undefined, span: Located<string>["span"]) =>
  meant === undefined
    ? {}
    : {
        suggestions: [
          {
            message: { zh: `改成“${meant}”。`, en: `Write “${meant}”.` },
            edits: [{ span, text: meant }],
          },
        ],
      };
