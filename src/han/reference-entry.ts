/**
 * Entries of a list of references (GB/T 7714-2015): their points, colons and hyphens divide author, title,
 * volume and pages, and are no marks of a sentence.
 */

/** The letter that tells the kind of a source: [J], [M], [EB/OL]. */
const KIND = /[[［][A-Z]{1,2}(?:\/[A-Z]{2})?[\]］]/;
/** 2020，15(3)：45-50 */
const VOLUME = /(?:19|20)\d\d[,，] ?\d{1,4} ?[(（][^()（）]{1,6}[)）] ?[:：] ?\d/;

export const isReferenceEntry = (text: string): boolean =>
  /\d|[[［]/.test(text) && (KIND.test(text) || VOLUME.test(text));
