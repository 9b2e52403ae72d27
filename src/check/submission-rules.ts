/**
 * Rules about what comes in by Word, mail or text, before it is an item: the file, what reading lost of it, what was
 * decided, what became of its text and its pictures. They stand first in all-rules.ts, as an editor meets them.
 */
import { importAttachment } from "../rules/import/attachment.js";
import { importCaption } from "../rules/import/caption.js";
import { importComment } from "../rules/import/comment.js";
import { importDate } from "../rules/import/date.js";
import { importDuplicate } from "../rules/import/duplicate.js";
import { importEmpty } from "../rules/import/empty.js";
import { importEncoding } from "../rules/import/encoding.js";
import { importHeading } from "../rules/import/heading.js";
import { importHiddenText } from "../rules/import/hidden-text.js";
import { importJoinedLines } from "../rules/import/joined-lines.js";
import { importLeftOut } from "../rules/import/left-out.js";
import { importList } from "../rules/import/list.js";
import { importLostObject } from "../rules/import/lost-object.js";
import { importMacro } from "../rules/import/macro.js";
import { importMergedCell } from "../rules/import/merged-cell.js";
import { importPictureChanged } from "../rules/import/picture-changed.js";
import { importPictureRefused } from "../rules/import/picture-refused.js";
import { importRegister } from "../rules/import/register.js";
import { importRevision } from "../rules/import/revision.js";
import { importRuby } from "../rules/import/ruby.js";
import { importSection } from "../rules/import/section.js";
import { importSeveralItems } from "../rules/import/several-items.js";
import { importSymbol } from "../rules/import/symbol.js";
import { importTable } from "../rules/import/table.js";
import { importTextOnly } from "../rules/import/text-only.js";
import { importTitle } from "../rules/import/title.js";
import { importTitleMissing } from "../rules/import/title-missing.js";
import { importUnit } from "../rules/import/unit.js";
import { importUnitMissing } from "../rules/import/unit-missing.js";
import { importUnreadable } from "../rules/import/unreadable.js";
import type { DocumentedRule } from "../rules/rule.js";

export const submissionRules: readonly DocumentedRule[] = [
  importUnreadable,
  importEmpty,
  importAttachment,
  importSeveralItems,
  importDuplicate,
  importSection,
  importEncoding,
  importTextOnly,
  importRegister,
  importRevision,
  importComment,
  importHiddenText,
  importLostObject,
  importMacro,
  importSymbol,
  importRuby,
  importTitleMissing,
  importTitle,
  importUnitMissing,
  importUnit,
  importDate,
  importLeftOut,
  importJoinedLines,
  importHeading,
  importList,
  importTable,
  importMergedCell,
  importCaption,
  importPictureRefused,
  importPictureChanged,
];
