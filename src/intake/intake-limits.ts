/** How much of what units send is read before it is refused: more than any submission needs, less than hurts. */

const MIB = 1 << 20;

/** A file that came; mail servers carry about 50 MiB. */
export const MAX_SUBMISSION_BYTES = 64 * MIB;
/** Text and pages, the pictures pasted into a page counted apart. */
export const MAX_TEXT_BYTES = 8 * MIB;
/** Mail in mail: a message that is forwarded as an attachment of an attachment … */
export const MAX_MAIL_DEPTH = 4;
/** Files that hang on one mail, those of nested mails counted with them. */
export const MAX_ATTACHMENTS = 200;
export const MAX_ZIP_ENTRIES = 4096;
