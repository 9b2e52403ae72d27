/** What a picture is by its first bytes, whatever its name says. */

/** @returns the file extensions of its format in a Word file, or that there is none */
export function formatOf(bytes: Uint8Array): "png" | "jpg" | "unknown" {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (head === "\x89PNG\r\n\x1a\n") return "png";
  return head.startsWith("\xff\xd8\xff") ? "jpg" : "unknown";
}
