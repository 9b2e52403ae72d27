/** The header block of a part of a mail, unparsed: one header of it, and one parameter of its Content-Type. */

/** @returns value of a parameter of Content-Type, unfolded */
export function parameter(headers: string, name: string): string | undefined {
  const type = header(headers, "content-type");
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(type ?? "");
  return match?.[1] ?? match?.[2];
}

/** @returns its value, unfolded */
export function header(headers: string, name: string): string | undefined {
  const match = new RegExp(`^${name}[ \\t]*:([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, "im").exec(headers);
  return match?.[1]?.replace(/\r?\n/g, "").trim();
}
