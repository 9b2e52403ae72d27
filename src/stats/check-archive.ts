/**
 * What would be counted twice, or for another unit than is meant: an item that an issue lists twice, two issues of one number, a name
 * that two units have. Each is counted as it stands, and told.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import type { Unit } from "../model/house.js";
import type { Issue } from "../model/issue.js";
import type { Located, Span } from "../model/located.js";
import { lettersOf } from "./known-units.js";

const RULE = "manifest/invalid-value";

/** An issue that was counted, by what two of them are one. */
export interface Printing {
  readonly name: Message;
  readonly folder: string;
  /** of its number */
  readonly span: Span;
  readonly listed: readonly { readonly path: string; readonly span: Span }[];
}

export const printingOf = ({ year, series, number, folder, sections }: Issue): Printing => ({
  name: {
    zh: `${year.value}年${series?.value ?? ""}第${number.value}期`,
    en: `${year.value}${series === undefined ? "" : ` ${series.value}`} No. ${number.value}`,
  },
  folder,
  span: number.span,
  listed: sections.flatMap(({ items }) => items.map(({ path, listed }) => ({ path, span: listed }))),
});

/** @param printings of one bulletin */
export function checkPrintings(printings: readonly Printing[]): readonly Diagnostic[] {
  const first = new Map<string, Printing>();
  return printings.flatMap((printing) => {
    const before = first.get(printing.name.zh);
    if (before === undefined) first.set(printing.name.zh, printing);
    return [...(before === undefined ? [] : [sameNumber(printing, before)]), ...listedTwice(printing)];
  });
}

const sameNumber = ({ name, span }: Printing, before: Printing): Diagnostic => ({
  rule: RULE,
  severity: "error",
  span,
  message: {
    zh: `${name.zh}有两个，另一个在“${before.folder}”，两个都计入了。`,
    en: `There are two issues ${name.en}, the other in “${before.folder}”. Both were counted.`,
  },
  help: {
    zh: "请改正期号；是多复制了一份，请移走一份。",
    en: "Correct the number, or move one of them away if it is a copy.",
  },
});

function listedTwice({ listed }: Printing): readonly Diagnostic[] {
  const seen = new Set<string>();
  return listed.flatMap(({ path, span }): readonly Diagnostic[] => {
    if (!seen.has(path)) {
      seen.add(path);
      return [];
    }
    return [
      {
        rule: RULE,
        severity: "error",
        span,
        message: {
          zh: "这一篇在这一期里列了两次，算了两篇。",
          en: "This item is listed twice in the issue, and was counted twice.",
        },
        help: { zh: "请删去一处。", en: "Delete one of the entries." },
      },
    ];
  });
}

/** @param units of one bulletin, as its house rules list them */
export function checkUnits(units: readonly Unit[]): readonly Diagnostic[] {
  const owners = new Map<string, { readonly unit: Unit; readonly written: Located<string> }>();
  return units.flatMap((unit) =>
    [unit.name, ...unit.aliases, ...(unit.former ?? [])].flatMap((written): readonly Diagnostic[] => {
      const letters = lettersOf(written.value);
      const owner = owners.get(letters);
      if (owner === undefined) owners.set(letters, { unit, written });
      if (owner === undefined || owner.unit === unit) return [];
      return [nameOfTwo(written, owner)];
    }),
  );
}

function nameOfTwo(
  written: Located<string>,
  owner: { readonly unit: Unit; readonly written: Located<string> },
): Diagnostic {
  const isSame = owner.written.value === written.value;
  return {
    rule: RULE,
    severity: isSame ? "error" : "warning",
    span: written.span,
    message: isSame
      ? {
          zh: `“${written.value}”也是“${owner.unit.name.value}”的名称，这样署名的都算给了“${owner.unit.name.value}”。`,
          en: `“${written.value}” is a name of “${owner.unit.name.value}” as well, to which all that is signed so was counted.`,
        }
      : {
          zh: `“${written.value}”和“${owner.written.value}”只差在空格或全角半角，分成两个单位统计了。`,
          en: `“${written.value}” differs from “${owner.written.value}” in blanks or widths alone, and both were counted as units of their own.`,
        },
    help: isSame
      ? { zh: "一个名称请只写在一个单位下面。", en: "Write a name under one unit only." }
      : { zh: "如果是同一个单位，请删去一个。", en: "If they are one unit, delete one of them." },
  };
}
