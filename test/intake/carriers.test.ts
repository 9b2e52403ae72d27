/**
 * Submissions as units send them, and what is read of each: texts in the encodings of Chinese Windows, pages as
 * Word and browsers put them on the clipboard, mails as QQ, NetEase and Outlook write them.
 */
import { describe, expect, it } from "vitest";
import { readSubmissionFile } from "../../src/intake/read-submission-file.js";
import { ENCODED_MAILS, ENCODED_TEXTS } from "./encoding-cases.js";
import { MAILS } from "./mail-cases.js";
import { PAGES } from "./page-cases.js";
import { printSubmission } from "./print-submission.js";
import { TEXTS } from "./text-cases.js";

export interface CarrierCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: readonly string[];
}

describe.each([
  ["texts", "稿.txt", TEXTS],
  ["pages", "稿.html", PAGES],
  ["mails", "信.eml", MAILS],
  ["texts in rare encodings", "稿.txt", ENCODED_TEXTS],
  ["mails in rare encodings", "信.eml", ENCODED_MAILS],
] as const)("%s", (_, file, cases) => {
  it.each(cases)("$name", async ({ bytes, expected }) => {
    const submission = await readSubmissionFile(bytes, { path: `来稿/${file}`, name: file });
    expect(printSubmission(submission)).toEqual(expected);
  });
});
