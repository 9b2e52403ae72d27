/**
 * Rules about the copy itself: marks and spaces, numbers and dates, words and names. They stand among the rules of items
 * in all-rules.ts, in the order in which an editor meets them.
 */

import { nameOrder } from "../rules/name/order.js";
import { namePostMissing } from "../rules/name/post-missing.js";
import { nameUnknownSpelling } from "../rules/name/unknown-spelling.js";
import { nameWrongPost } from "../rules/name/wrong-post.js";
import { numberApproximateTwice } from "../rules/number/approximate-twice.js";
import { numberDocumentNumber } from "../rules/number/document-number.js";
import { numberFullWidthMark } from "../rules/number/full-width-mark.js";
import { numberImpossibleDate } from "../rules/number/impossible-date.js";
import { numberImpossibleShare } from "../rules/number/impossible-share.js";
import { numberIncompleteDate } from "../rules/number/incomplete-date.js";
import { numberLegalUnit } from "../rules/number/legal-unit.js";
import { numberMixedNumerals } from "../rules/number/mixed-numerals.js";
import { numberPercentRange } from "../rules/number/percent-range.js";
import { numberReversedRange } from "../rules/number/reversed-range.js";
import { numberSumMismatch } from "../rules/number/sum-mismatch.js";
import { numberThousands } from "../rules/number/thousands.js";
import { numberTwoDigitYear } from "../rules/number/two-digit-year.js";
import { numberUnitCase } from "../rules/number/unit-case.js";
import { numberWeekdayMismatch } from "../rules/number/weekday-mismatch.js";
import { organisationFormerName } from "../rules/organisation/former-name.js";
import { organisationMixedNames } from "../rules/organisation/mixed-names.js";
import type { Rule } from "../rules/rule.js";
import { textBookMark } from "../rules/text/book-mark.js";
import { textBracketNesting } from "../rules/text/bracket-nesting.js";
import { textColonStacked } from "../rules/text/colon-stacked.js";
import { textCommaInNumbers } from "../rules/text/comma-in-numbers.js";
import { textCompatibilityCharacter } from "../rules/text/compatibility-character.js";
import { textDash } from "../rules/text/dash.js";
import { textEllipsis } from "../rules/text/ellipsis.js";
import { textEnumerationComma } from "../rules/text/enumeration-comma.js";
import { textFullWidthAlphanumeric } from "../rules/text/full-width-alphanumeric.js";
import { textHalfWidthMark } from "../rules/text/half-width-mark.js";
import { textHardWrap } from "../rules/text/hard-wrap.js";
import { textIndirectQuestion } from "../rules/text/indirect-question.js";
import { textInvisibleCharacter } from "../rules/text/invisible-character.js";
import { textLookalike } from "../rules/text/lookalike.js";
import { textMarkAfterQuote } from "../rules/text/mark-after-quote.js";
import { textOrdinalMark } from "../rules/text/ordinal-mark.js";
import { textPrivateUse } from "../rules/text/private-use.js";
import { textQuoteNesting } from "../rules/text/quote-nesting.js";
import { textRangeMark } from "../rules/text/range-mark.js";
import { textRepeatedMark } from "../rules/text/repeated-mark.js";
import { textRepeatedWord } from "../rules/text/repeated-word.js";
import { textReplacementCharacter } from "../rules/text/replacement-character.js";
import { textSpaceAroundMark } from "../rules/text/space-around-mark.js";
import { textSpaceBetweenCjkAndLatin } from "../rules/text/space-between-cjk-and-latin.js";
import { textSpaceBetweenHan } from "../rules/text/space-between-han.js";
import { textStopInBrackets } from "../rules/text/stop-in-brackets.js";
import { textStraightQuote } from "../rules/text/straight-quote.js";
import { textTraditionalCharacter } from "../rules/text/traditional-character.js";
import { textUnfinishedParagraph } from "../rules/text/unfinished-paragraph.js";
import { textUnpairedMark } from "../rules/text/unpaired-mark.js";
import { wordConfusable } from "../rules/word/confusable.js";
import { wordForbidden } from "../rules/word/forbidden.js";
import { wordPack } from "../rules/word/pack.js";
import { wordPackLine } from "../rules/word/pack-line.js";
import { wordRedundant } from "../rules/word/redundant.js";
import { wordReplace } from "../rules/word/replace.js";

export const copyRules: readonly Rule[] = [
  // Words and marks as they are typed: marks first, then spaces and characters.
  textHalfWidthMark,
  textStraightQuote,
  textQuoteNesting,
  textBracketNesting,
  textUnpairedMark,
  textIndirectQuestion,
  textRepeatedMark,
  textEllipsis,
  textDash,
  textOrdinalMark,
  textRangeMark,
  textEnumerationComma,
  textCommaInNumbers,
  textColonStacked,
  textUnfinishedParagraph,
  textMarkAfterQuote,
  textStopInBrackets,
  textBookMark,
  textSpaceBetweenCjkAndLatin,
  textSpaceBetweenHan,
  textSpaceAroundMark,
  textFullWidthAlphanumeric,
  textInvisibleCharacter,
  textCompatibilityCharacter,
  textPrivateUse,
  textReplacementCharacter,
  textTraditionalCharacter,
  textRepeatedWord,
  textHardWrap,
  textLookalike,
  // Numbers and dates.
  numberImpossibleDate,
  numberIncompleteDate,
  numberWeekdayMismatch,
  numberTwoDigitYear,
  numberMixedNumerals,
  numberPercentRange,
  numberApproximateTwice,
  numberUnitCase,
  numberThousands,
  numberImpossibleShare,
  numberSumMismatch,
  numberReversedRange,
  numberDocumentNumber,
  numberFullWidthMark,
  numberLegalUnit,
  // Words, names and organisations, by the dictionary of the house.
  wordReplace,
  wordForbidden,
  wordPack,
  wordPackLine,
  wordConfusable,
  wordRedundant,
  namePostMissing,
  nameWrongPost,
  nameUnknownSpelling,
  nameOrder,
  organisationMixedNames,
  organisationFormerName,
];
