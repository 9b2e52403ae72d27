/** Comments (ISO/IEC 29500-1, 17.13.4) and whether they are resolved (MS-DOCX 2.5.4.1, commentsExtended). */
import type { Comment } from "./reading-notes.js";
import { attribute, childrenOf, descendants, type XmlElement } from "./xml-element.js";

/** @returns by id, in the order of their part */
export function readComments(
  root: XmlElement | undefined,
  extended: XmlElement | undefined,
): ReadonlyMap<string, Comment> {
  const done = new Set<string>();
  for (const one of extended?.children ?? []) {
    const paragraph = attribute(one, "w15:paraId");
    if (paragraph !== undefined && ["1", "true"].includes(attribute(one, "w15:done") ?? ""))
      done.add(paragraph);
  }
  const comments = new Map<string, Comment>();
  for (const comment of childrenOf(root, "w:comment")) {
    const id = attribute(comment, "w:id");
    if (id === undefined) continue;
    const paragraphs = [...descendants(comment, "w:p")];
    const words = paragraphs.map((one) => [...descendants(one, "w:t")].map(({ text }) => text).join(""));
    comments.set(id, {
      // Some carry their address: «Name <name@example.org>».
      author: (attribute(comment, "w:author") ?? "").replace(/<.*$/s, "").trim(),
      words: words.join(" ").trim(),
      isDone: paragraphs.some((one) => done.has(attribute(one, "w14:paraId") ?? "")),
    });
  }
  return comments;
}
