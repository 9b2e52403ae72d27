/** A value of YAML as whoever writes a file (new, import) puts it down: what yaml-document.ts reads back as the same string. */

/**
 * Plain where YAML reads it as the same string, else in single quotes, in which nothing but a single
 * quote needs doubling; in double quotes only what has no other form.
 */
export function quoted(text: string): string {
  if (isPlain(text)) return text;
  return CONTROL.test(text) || text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

const CONTROL = /[\p{Cc}\u2028\u2029\ufeff]/u;

/** YAML 1.2.2, 7.3.3: no indicator in front, no `: `, ` #` or blanks at an edge, no number, date or word of YAML's own. */
function isPlain(text: string): boolean {
  if (!/^[\p{L}\p{N}“‘《〈（【「『]/u.test(text) || text !== text.trim() || CONTROL.test(text)) return false;
  if (/:(?:\s|$)|\s#|[[\]{}]|,\s/.test(text)) return false;
  return !/^(?:true|false|null|yes|no|on|off|~)$/i.test(text) && !/^[-+.\d][\d_.:eExXoO+-]*$/.test(text);
}
