/** From options of the command line and the environment to those of a build. */
import type { BuildOptions } from "../../build.js";
import { EnvironmentError } from "../../diagnostics/diagnostic.js";
import { type EditionName, type FormChoices, formOptions } from "../../editions/edition-table.js";
import { wantsSystemFonts } from "./system-fonts-option.js";

export interface BuildChoices extends FormChoices {
  readonly edition?: readonly EditionName[];
  readonly draft?: string;
  readonly lineNumbers?: boolean;
  readonly inlinePictures?: boolean;
  /** each item alone, instead of the issue */
  readonly perItem?: boolean;
  readonly lint: boolean;
  readonly strict?: boolean;
  readonly fonts?: readonly string[];
  readonly systemFonts?: boolean;
}

export function buildOptions(options: BuildChoices): BuildOptions {
  const timestamp = readSourceDate(process.env.SOURCE_DATE_EPOCH);
  const system = wantsSystemFonts(options.systemFonts);
  return {
    ...(options.edition === undefined ? {} : { editions: options.edition }),
    ...(options.draft === undefined ? {} : { draft: options.draft }),
    lineNumbers: options.lineNumbers === true,
    inlinePictures: options.inlinePictures === true,
    perItem: options.perItem === true,
    structuralOnly: !options.lint,
    strict: options.strict === true,
    ...formOptions(options),
    fontFolders: options.fonts ?? [],
    ...(system === undefined ? {} : { systemFonts: system }),
    ...(timestamp === undefined ? {} : { timestamp }),
  };
}

/** SOURCE_DATE_EPOCH: seconds since 1970, as reproducible-builds.org defines it. */
function readSourceDate(text: string | undefined): Date | undefined {
  if (text === undefined || text === "") return undefined;
  const date = new Date(Number(text) * 1000);
  if (/^\d+$/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new EnvironmentError(
    {
      zh: `环境变量 SOURCE_DATE_EPOCH 应为秒数，现在是“${text}”。`,
      en: `SOURCE_DATE_EPOCH should be a number of seconds, but it is “${text}”.`,
    },
    { zh: "请改正或去掉这个环境变量。", en: "Correct or unset this environment variable." },
  );
}
