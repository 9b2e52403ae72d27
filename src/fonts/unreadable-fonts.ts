/** Fonts in a folder whose names are not UTF-8: they cannot be opened, and would be missed in silence. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { UNREADABLE_NAME_HELP } from "../diagnostics/unreadable-name.js";
import type { Span } from "../model/located.js";

/** Names of such files; each byte that is not UTF-8 shows as U+FFFD. */
export const UNREADABLE_FONT = /\ufffd.*\.(ttf|otf|ttc|otc)$/i;

/**
 * @param names what lies in the folder
 * @param place the folder as it is shown, and where the author asked for it
 */
export function unreadableFonts(
  names: readonly string[],
  { folder, span }: { readonly folder: string; readonly span: Span },
): readonly Diagnostic[] {
  return names
    .filter((name) => UNREADABLE_FONT.test(name))
    .map((name) => ({
      rule: "layout/font-substituted",
      severity: "warning",
      span,
      message: {
        zh: `字体文件“${folder}/${name}”没有使用：它的名字不是 UTF-8 编码，打不开。`,
        en: `The font file “${folder}/${name}” is not used: its name is not UTF-8, and it cannot be opened.`,
      },
      help: UNREADABLE_NAME_HELP,
    }));
}
