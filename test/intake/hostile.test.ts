/**
 * What is built to do harm is refused with a reason, or read as far as it can be: the door never throws, and what
 * would take it minutes would stop this suite.
 */
import { describe, expect, it } from "vitest";
import { readSubmissionFile } from "../../src/intake/read-submission-file.js";
import { HOSTILE } from "./hostile-inputs.js";

describe("a hostile submission", () => {
  it.each(HOSTILE)("$name is $outcome", async ({ make, outcome }) => {
    const { manuscripts, loosePictures, notices, item } = await readSubmissionFile(make(), {
      path: "来稿/稿",
      name: "稿",
    });
    const isRead = manuscripts.length + loosePictures.length > 0 || item !== undefined;
    const isRefused = notices.some(
      ({ rule, severity }) => /unreadable|empty/.test(rule) && severity === "error",
    );
    expect({ isRead: isRead || isRefused, outcome: isRead ? "read" : "refused" }).toEqual({
      isRead: true,
      outcome,
    });
  });
});
