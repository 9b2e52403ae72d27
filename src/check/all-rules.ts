/**
 * All rules, in the order in which an editor works: submissions, files, frame, items, what items carry, people,
 * pages. `bulletin rules`, docs/rules.md and the schema list them so; findings are sorted by place,
 * not by rule. A rule that is not here does not exist.
 */
import { attributionForbidden } from "../rules/attribution/forbidden.js";
import { attributionMisplaced } from "../rules/attribution/misplaced.js";
import { attributionMissing } from "../rules/attribution/missing.js";
import { attributionPersonNamed } from "../rules/attribution/person-named.js";
import { attributionRepeated } from "../rules/attribution/repeated.js";
import { attributionSignedTwice } from "../rules/attribution/signed-twice.js";
import { attributionUnregistered } from "../rules/attribution/unregistered.js";
import { contactCompetingAddress } from "../rules/contact/competing-address.js";
import { contactEmailDomain } from "../rules/contact/email-domain.js";
import { contactEmailInvalid } from "../rules/contact/email-invalid.js";
import { contactEmailMissing } from "../rules/contact/email-missing.js";
import { contactLabelMissing } from "../rules/contact/label-missing.js";
import { contactPhoneInvalid } from "../rules/contact/phone-invalid.js";
import { contactSubmitterInvalid } from "../rules/contact/submitter-invalid.js";
import { contactSubmitterMissing } from "../rules/contact/submitter-missing.js";
import { fontChanged } from "../rules/font/changed.js";
import { fontFolder } from "../rules/font/folder.js";
import { imageAltMissing } from "../rules/image/alt-missing.js";
import { imageAttribute } from "../rules/image/attribute.js";
import { imageInsideText } from "../rules/image/inside-text.js";
import { imageMissing } from "../rules/image/missing.js";
import { imageMistyped } from "../rules/image/mistyped.js";
import { imageOutside } from "../rules/image/outside.js";
import { imagePrivateData } from "../rules/image/private-data.js";
import { imageResolution } from "../rules/image/resolution.js";
import { imageRowWidth } from "../rules/image/row-width.js";
import { imageSize } from "../rules/image/size.js";
import { imageUnsupportedFormat } from "../rules/image/unsupported-format.js";
import { imageWidth } from "../rules/image/width.js";
import { itemAccidentalMarkup } from "../rules/item/accidental-markup.js";
import { itemAttachmentList } from "../rules/item/attachment-list.js";
import { itemAttachmentMark } from "../rules/item/attachment-mark.js";
import { itemAttachmentNumber } from "../rules/item/attachment-number.js";
import { itemBodyEmpty } from "../rules/item/body-empty.js";
import { itemBodyLength } from "../rules/item/body-length.js";
import { itemDateAfterIssue } from "../rules/item/date-after-issue.js";
import { itemDateOutsidePeriod } from "../rules/item/date-outside-period.js";
import { itemEditorsNoteLabel } from "../rules/item/editors-note-label.js";
import { itemEncoding } from "../rules/item/encoding.js";
import { itemFileMissing } from "../rules/item/file-missing.js";
import { itemFrontMatter } from "../rules/item/front-matter.js";
import { itemListedTwice } from "../rules/item/listed-twice.js";
import { itemMistypedEmphasis } from "../rules/item/mistyped-emphasis.js";
import { itemMistypedHeading } from "../rules/item/mistyped-heading.js";
import { itemMistypedMarkup } from "../rules/item/mistyped-markup.js";
import { itemMistypedTable } from "../rules/item/mistyped-table.js";
import { itemMoreFindings } from "../rules/item/more-findings.js";
import { itemNearDuplicate } from "../rules/item/near-duplicate.js";
import { itemNotRead } from "../rules/item/not-read.js";
import { itemParagraphLength } from "../rules/item/paragraph-length.js";
import { itemPastedTable } from "../rules/item/pasted-table.js";
import { itemPathOutside } from "../rules/item/path-outside.js";
import { itemRawHtml } from "../rules/item/raw-html.js";
import { itemTitleLength } from "../rules/item/title-length.js";
import { itemTitlePunctuation } from "../rules/item/title-punctuation.js";
import { itemTitleRepeated } from "../rules/item/title-repeated.js";
import { itemTypedPart } from "../rules/item/typed-part.js";
import { itemUnresolvedReference } from "../rules/item/unresolved-reference.js";
import { itemUnsupportedMarkup } from "../rules/item/unsupported-markup.js";
import { itemVagueDate } from "../rules/item/vague-date.js";
import { layoutFontSubstituted } from "../rules/layout/font-substituted.js";
import { layoutLooseLine } from "../rules/layout/loose-line.js";
import { layoutMissingGlyph } from "../rules/layout/missing-glyph.js";
import { layoutOverfull } from "../rules/layout/overfull.js";
import { layoutPictureSize } from "../rules/layout/picture-size.js";
import { layoutShortLastLine } from "../rules/layout/short-last-line.js";
import { layoutShortLastPage } from "../rules/layout/short-last-page.js";
import { layoutTitleBreak } from "../rules/layout/title-break.js";
import { layoutUnshapedScript } from "../rules/layout/unshaped-script.js";
import { linkDoubtfulAddress } from "../rules/link/doubtful-address.js";
import { linkEmpty } from "../rules/link/empty.js";
import { linkMistyped } from "../rules/link/mistyped.js";
import { linkTextIsUrl } from "../rules/link/text-is-url.js";
import { linkUnsafeScheme } from "../rules/link/unsafe-scheme.js";
import { manifestFixedSeverity } from "../rules/manifest/fixed-severity.js";
import { manifestInvalidOption } from "../rules/manifest/invalid-option.js";
import { manifestInvalidValue } from "../rules/manifest/invalid-value.js";
import { manifestMissingValue } from "../rules/manifest/missing-value.js";
import { manifestSecretWeb } from "../rules/manifest/secret-web.js";
import { manifestSyntax } from "../rules/manifest/syntax.js";
import { manifestUnknownKey } from "../rules/manifest/unknown-key.js";
import { manifestUnknownRule } from "../rules/manifest/unknown-rule.js";
import { manifestUnlistedItem } from "../rules/manifest/unlisted-item.js";
import { manifestWebFolder } from "../rules/manifest/web-folder.js";
import { privacyBankCard } from "../rules/privacy/bank-card.js";
import { privacyChatAccount } from "../rules/privacy/chat-account.js";
import { privacyEmailInText } from "../rules/privacy/email-in-text.js";
import { privacyHomeAddress } from "../rules/privacy/home-address.js";
import { privacyIdNumber } from "../rules/privacy/id-number.js";
import { privacyLandline } from "../rules/privacy/landline.js";
import { privacyLicencePlate } from "../rules/privacy/licence-plate.js";
import { privacyMobileNumber } from "../rules/privacy/mobile-number.js";
import { privacyPersonalNumber } from "../rules/privacy/personal-number.js";
import type { Rule } from "../rules/rule.js";
import { sectionDuplicate } from "../rules/section/duplicate.js";
import { sectionEmpty } from "../rules/section/empty.js";
import { sectionMismatch } from "../rules/section/mismatch.js";
import { sectionOrder } from "../rules/section/order.js";
import { sectionTooFewItems } from "../rules/section/too-few-items.js";
import { sectionTooManyItems } from "../rules/section/too-many-items.js";
import { sectionUnknown } from "../rules/section/unknown.js";
import { suppressionUnknownRule } from "../rules/suppression/unknown-rule.js";
import { suppressionUnused } from "../rules/suppression/unused.js";
import { webHeldByForm } from "../rules/web/held-by-form.js";
import { copyRules } from "./copy-rules.js";
import { submissionRules } from "./submission-rules.js";

export const allRules: readonly Rule[] = [
  // Before there is an item: the file that came.
  ...submissionRules,
  // Can the two YAML files be read, and do they say what an issue needs?
  manifestSyntax,
  manifestMissingValue,
  manifestUnknownKey,
  manifestInvalidValue,
  manifestUnlistedItem,
  manifestUnknownRule,
  manifestInvalidOption,
  manifestFixedSeverity,
  manifestSecretWeb,
  manifestWebFolder,
  // The frame: sections before what stands in them.
  sectionUnknown,
  sectionDuplicate,
  sectionOrder,
  sectionEmpty,
  sectionTooFewItems,
  sectionTooManyItems,
  sectionMismatch,
  // Items: the file, its markup, its title, its body, its dates.
  itemFileMissing,
  itemPathOutside,
  itemNotRead,
  itemEncoding,
  itemListedTwice,
  itemFrontMatter,
  itemRawHtml,
  itemUnsupportedMarkup,
  itemUnresolvedReference,
  itemMistypedHeading,
  itemMistypedEmphasis,
  itemMistypedTable,
  itemPastedTable,
  itemMistypedMarkup,
  itemAccidentalMarkup,
  itemTitleLength,
  itemTitlePunctuation,
  itemTitleRepeated,
  itemBodyEmpty,
  itemBodyLength,
  itemParagraphLength,
  itemNearDuplicate,
  itemDateOutsidePeriod,
  itemDateAfterIssue,
  itemVagueDate,
  // Words, marks and numbers of the copy.
  ...copyRules,
  // Who sent an item, known once the item is read.
  attributionMissing,
  attributionForbidden,
  attributionUnregistered,
  attributionRepeated,
  attributionPersonNamed,
  attributionMisplaced,
  attributionSignedTwice,
  itemTypedPart,
  itemEditorsNoteLabel,
  itemAttachmentList,
  itemAttachmentNumber,
  itemAttachmentMark,
  // What items carry beside words: pictures, then links.
  imageMistyped,
  imageWidth,
  imageRowWidth,
  imageInsideText,
  imageAttribute,
  imageMissing,
  imageOutside,
  imageUnsupportedFormat,
  imageAltMissing,
  imageResolution,
  imageSize,
  imagePrivateData,
  linkMistyped,
  linkUnsafeScheme,
  linkEmpty,
  linkTextIsUrl,
  linkDoubtfulAddress,
  // How readers reach the house, and what must not be printed about persons.
  contactEmailMissing,
  contactEmailInvalid,
  contactEmailDomain,
  contactPhoneInvalid,
  contactLabelMissing,
  contactSubmitterMissing,
  contactSubmitterInvalid,
  contactCompetingAddress,
  privacyIdNumber,
  privacyBankCard,
  privacyMobileNumber,
  privacyLandline,
  privacyLicencePlate,
  privacyChatAccount,
  privacyHomeAddress,
  privacyPersonalNumber,
  privacyEmailInText,
  // Seen only on composed pages.
  layoutMissingGlyph,
  layoutUnshapedScript,
  layoutFontSubstituted,
  fontChanged,
  fontFolder,
  layoutTitleBreak,
  layoutOverfull,
  layoutPictureSize,
  layoutLooseLine,
  layoutShortLastLine,
  layoutShortLastPage,
  webHeldByForm,
  // Last, because they judge which findings above were silenced.
  suppressionUnknownRule,
  suppressionUnused,
  // Counts what is left of all of them.
  itemMoreFindings,
];
