/** How much of what units send is read before it is refused: more than any submission needs, less than hurts. */

const MIB = 1 << 20;

/** A file that came; mail servers carry about 50 MiB. */
export const MAX_SUBMISSION_BYTES = 64 * MIB;
/** Text: 700,000 Han characters, a long novel. */
export const MAX_TEXT_BYTES = 2 * MIB;
/** A page, the pictures pasted into it counted apart; Word writes ten bytes of markup for each of text. */
export const MAX_PAGE_CHARACTERS = 8 * MIB;
/** Tags of a page, each of which costs a parser a kilobyte. */
export const MAX_PAGE_TAGS = 100_000;
/** Mail in mail: a message that is forwarded as an attachment of an attachment … */
export const MAX_MAIL_DEPTH = 4;
/** Files that hang on one mail, those of nested mails counted with them. */
export const MAX_ATTACHMENTS = 200;
export const MAX_ZIP_ENTRIES = 4096;
