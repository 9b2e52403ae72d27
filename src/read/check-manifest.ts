/**
 * What can be said of a manifest only once it is whole: values that house and manifest share and
 * neither gives, a period that ends before it begins, names that no file may bear.
 */
import type { Diagnostic, Message } from "../diagnostics/diagnostic.js";
import { compareDates, isoDate } from "../model/calendar-date.js";
import type { House } from "../model/house.js";
import type { Located, Span } from "../model/located.js";
import { checkSeries } from "./check-series.js";
import { whyNoName } from "./file-names.js";
import type { SharedValue } from "./house-fields.js";
import type { ManifestValue } from "./manifest-fields.js";
import { staysInside, whyNoPath } from "./resolve-path.js";
import type { Workspace } from "./workspace.js";

export interface ManifestCheck {
  readonly record: ManifestValue;
  /** what manifest and house rules share, the one laid over the other */
  readonly shared: Pick<SharedValue, "values" | "keys" | "told">;
  readonly house: House;
  readonly slug: Located<string>;
  /** true where the house file says which sections there may be */
  readonly hasHouseSections: boolean;
  readonly folder: string;
  readonly root: string;
  readonly start: Span;
  /** true where manifest or house file are not YAML all through */
  readonly broken: boolean;
  readonly workspace: Workspace;
  readonly report: (diagnostic: Diagnostic) => void;
}

export function checkManifest(check: ManifestCheck): void {
  // In broken YAML what seems missing may only be unreadable.
  if (!check.broken) checkSharedValues(check);
  checkPeriod(check);
  for (const finding of checkSeries(check.record.values.series, check.house.seriesNames ?? []))
    check.report(finding);
  checkSlug(check);
  checkFontFolders(check);
  checkOutputFolder(check);
  checkSectionRules(check);
}

function checkSharedValues({ house, record, shared, start, report }: ManifestCheck): void {
  const where = house.path ?? record.span.path;
  const masthead = shared.values.bulletin;
  // A name told is told as such.
  if (house.bulletin.name.value === "" && !isTold("name", masthead) && !isTold("bulletin", shared)) {
    report({
      rule: "manifest/missing-value",
      severity: "error",
      span: masthead?.keys.get("name") ?? shared.keys.get("bulletin") ?? start,
      message: { zh: "没有写刊名。", en: "The bulletin has no name." },
      help: {
        zh: `请在“${where}”里写“bulletin:”，下一行缩进两格写“name: 刊名”。`,
        en: `Write “bulletin:” in “${where}”, and “name: …” on the next line, indented by two spaces.`,
      },
    });
  }
  const { label, email, phone } = house.contact;
  const hasContact = label !== undefined || email !== undefined || phone !== undefined;
  if (
    !hasContact &&
    house.contact.span.end === 0 &&
    !isTold("contact", shared) &&
    !isTold("email", shared.values.contact)
  ) {
    report({
      rule: "manifest/missing-value",
      severity: "error",
      span: start,
      message: { zh: "没有写联系方式（contact）。", en: "No contact is given." },
      help: {
        zh: `请在“${where}”里写“contact:”，下一行缩进两格写“email: 邮箱”。`,
        en: `Write “contact:” in “${where}”, and “email: …” on the next line, indented by two spaces.`,
      },
    });
  }
}

const isTold = (key: string, within: Pick<SharedValue, "told"> | undefined): boolean =>
  within?.told.has(key) === true;

function checkPeriod({ record, report }: ManifestCheck): void {
  const period = record.values.period?.values;
  if (period?.from === undefined || period.to === undefined) return;
  if (compareDates(period.from.value, period.to.value) <= 0) return;
  report(
    invalid(
      period.to.span,
      {
        zh: `收稿期的止日 ${isoDate(period.to.value)} 早于起日 ${isoDate(period.from.value)}。`,
        en: `The period ends on ${isoDate(period.to.value)}, before it begins on ${isoDate(period.from.value)}.`,
      },
      { zh: "请核对两个日期。", en: "Check the two dates." },
    ),
  );
}

/** Most file systems take 255 bytes; a suffix must still fit. */
const MAX_SLUG_BYTES = 200;
const MAX_NAME_BYTES = 255;

function checkSlug({ slug, report }: ManifestCheck): void {
  const { value } = slug;
  const why = value.startsWith(".")
    ? { zh: "开头是句点，这样的文件是隐藏的", en: "a name that begins with a dot is hidden" }
    : whyNoName(value, MAX_SLUG_BYTES);
  if (why === undefined) return;
  report(
    invalid(
      slug.span,
      {
        zh: `“${shorten(value)}”不能作文件名：${why.zh}。`,
        en: `“${shorten(value)}” cannot be used as a file name: ${why.en}.`,
      },
      { zh: "请写“slug: 2026-03”这样的文件名。", en: "Write a name like “slug: 2026-03”." },
    ),
  );
}

/** @returns what is wrong with a folder's name, of those in a path that is sound otherwise */
function whyNoFolder(path: string): Message | undefined {
  for (const name of path.split("/")) {
    if (name === "" || name === "." || name === "..") continue;
    const why = whyNoName(name, MAX_NAME_BYTES);
    if (why !== undefined) {
      return { zh: `“${shorten(name)}”${why.zh}`, en: `“${shorten(name)}”: ${why.en}` };
    }
  }
  return undefined;
}

function checkOutputFolder({ house, folder, root, workspace, report }: ManifestCheck): void {
  const { value, span } = house.outputFolder;
  const reason = whyNoPath(value);
  if (reason === undefined && staysInside(value, { folder, root, workspace })) {
    const why = whyNoFolder(value);
    if (why === undefined) return;
    report(
      invalid(
        span,
        {
          zh: `输出文件夹“${shorten(value)}”在有的系统上不能用：${why.zh}。`,
          en: `The output folder “${shorten(value)}” cannot be used on every system: ${why.en}.`,
        },
        { zh: "请换一个名字，如 dist。", en: "Choose a different name, such as dist." },
      ),
    );
    return;
  }
  report(
    invalid(
      span,
      {
        zh: `输出文件夹“${shorten(value)}”不在简报文件夹里${reason ? `：${reason.zh}` : ""}。`,
        en: `The output folder “${shorten(value)}” is not inside the bulletin's folder${reason ? `: ${reason.en}` : ""}.`,
      },
      {
        zh: "请写相对路径，如 dist；要写到别处请用命令行的 --out。",
        en: "Write a relative path such as dist; to write elsewhere use --out on the command line.",
      },
    ),
  );
}

function checkFontFolders({ house, folder, root, workspace, report }: ManifestCheck): void {
  const base = house.path === undefined ? folder : root;
  for (const { value, span } of house.fonts.folders) {
    if (whyNoPath(value) === undefined && staysInside(value, { folder: base, root, workspace })) continue;
    report(
      invalid(
        span,
        {
          zh: `字体文件夹“${shorten(value)}”不在简报文件夹里。`,
          en: `The font folder “${shorten(value)}” is not inside the bulletin's folder.`,
        },
        {
          zh: "请把字体文件放进简报文件夹，写相对路径，如 fonts；别处的字体请用命令行的 --fonts。",
          en: "Put the font files into the bulletin's folder and write a relative path such as fonts; for fonts elsewhere use --fonts on the command line.",
        },
      ),
    );
  }
}

/** Rules of sections belong to the house where it has a list of them; here they would do nothing. */
function checkSectionRules({ record, house, hasHouseSections, report }: ManifestCheck): void {
  if (!hasHouseSections) return;
  for (const section of record.values.sections?.items ?? []) {
    for (const key of ["attribution", "min-items", "max-items"]) {
      const span = section.keys.get(key);
      if (span === undefined) continue;
      report({
        rule: "manifest/unknown-key",
        severity: "error",
        span,
        message: {
          zh: `“${key}”写在这里不起作用：栏目的规定以“${house.path}”为准。`,
          en: `“${key}” has no effect here: the rules for sections are those in “${house.path}”.`,
        },
        help: { zh: "请移到那个文件里，或删去。", en: "Move it to that file, or delete it." },
      });
    }
  }
}

function invalid(span: Span, message: Message, help: Message): Diagnostic {
  return { rule: "manifest/invalid-value", severity: "error", span, message, help };
}

const shorten = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);
