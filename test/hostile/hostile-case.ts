/**
 * A hostile case: a small tree of files, the command run in it, and what must come of it. Files are
 * made when the case runs, so that the corpus is a few hundred lines and no large file is kept.
 */

/** What lies at a path of the case's folder. */
export type Entry =
  | string
  | Uint8Array
  | { readonly kind: "link"; readonly to: string }
  | { readonly kind: "pipe" }
  | { readonly kind: "folder" };

export type Tree = Readonly<Record<string, Entry>>;

export interface HostileCase {
  /** group and what is hostile: `yaml/alias bomb` */
  readonly name: string;
  /** paths relative to the case's folder; the bulletin lies in BULLETIN, all else is around it */
  readonly files: () => Tree;
  /** arguments, run in the bulletin's folder; `build` where left out */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** exit codes that are right; only 1 (refused) where left out */
  readonly codes?: readonly number[];
  /** what the output must say, beside a place */
  readonly says?: RegExp;
}

/** The folder of the bulletin inside a case's folder. */
export const BULLETIN = "bulletin";

/** Handled: built, though findings may be told. */
export const BUILT = [0];
/** Which of the two is right is a matter of rules, not of safety. */
export const EITHER = [0, 1];
/** Refused before any reading of copy: usage, or something that is no bulletin. */
export const TROUBLE = [2];

export const ISSUE = `bulletin: {name: 示例简报}
year: 2026
number: 1
date: 2026-01-15
contact: {label: 信息报送邮箱, email: submissions@example.org}
`;

export const SECTIONS = `sections:
  - name: 工作动态
    items: [items/01.md]
`;

export const MANIFEST = `${ISSUE}${SECTIONS}`;

export const FRONT = "---\ntitle: 示例单位召开信息工作座谈会\n---\n\n";

export const ITEM = `${FRONT}1月12日，示例单位召开信息工作座谈会，总结上一阶段信息报送情况，部署下一步工作。\n`;

/** A sound bulletin, in which the files given replace or join the sound ones. */
export function bulletinWith(files: Tree): Tree {
  const sound: Tree = { "issue.yaml": MANIFEST, "items/01.md": ITEM };
  return Object.fromEntries(
    Object.entries({ ...sound, ...files }).map(([path, entry]) => [`${BULLETIN}/${path}`, entry]),
  );
}

export const withManifest = (text: string | Uint8Array): Tree => bulletinWith({ "issue.yaml": text });

export const withHouse = (text: string | Uint8Array): Tree => bulletinWith({ "bulletin.yaml": text });

/** @param body what follows the front matter */
export const withBody = (body: string): Tree => bulletinWith({ "items/01.md": `${FRONT}${body}\n` });

export const withItem = (text: string | Uint8Array): Tree => bulletinWith({ "items/01.md": text });

/** @param title as YAML writes it */
export const withTitle = (title: string): Tree =>
  withItem(`---\ntitle: ${title}\n---\n\n1月12日，示例单位召开座谈会，部署下一步工作。\n`);

export const withPicture = (bytes: Uint8Array, name = "a.png"): Tree =>
  bulletinWith({
    "items/01.md": `${ITEM}\n![座谈会现场](../images/${name} "座谈会现场")\n`,
    [`images/${name}`]: bytes,
  });

/** @returns the sections key with n sections of one item each, and the items */
export function manySections(count: number): Tree {
  const names = Array.from({ length: count }, (_, index) => index);
  return bulletinWith({
    "issue.yaml": `${ISSUE}sections:\n${names.map((n) => `  - {name: 栏目${n}, items: []}\n`).join("")}`,
  });
}
