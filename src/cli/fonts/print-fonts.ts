/** The fonts of an issue for people: roles that are set alike stand together. */
import type { Language } from "../../diagnostics/language.js";
import { printableLines } from "../../diagnostics/printable.js";
import type { FontListing, ListedFont, ListedRole } from "../../list-fonts.js";
import { FONTS_WORDS } from "./fonts-words.js";

/** Characters lacked that are shown. */
const MOST_SHOWN = 60;
/** Of a digest, as much as tells files apart at a glance. */
const DIGEST_SHOWN = 12;

export function printFonts({ manifest, roles = [] }: FontListing, language: Language): string {
  const groups = new Map<string, ListedRole[]>();
  for (const role of roles) {
    const key = JSON.stringify([role.asked, role.font, role.latin]);
    groups.set(key, [...(groups.get(key) ?? []), role]);
  }
  const blocks = [...groups.values()].map((group) => printGroup(group, language));
  return `${printableLines(`${manifest}\n\n${blocks.join("\n")}`)}\n`;
}

function printGroup(group: readonly ListedRole[], language: Language): string {
  const words = FONTS_WORDS[language];
  const [first] = group;
  if (first === undefined) return "";
  const { font, latin, lacks, asked } = first;
  const characters = [...lacks];
  const rest = characters.length > MOST_SHOWN ? "…" : "";
  const lines = [
    group.map(({ label }) => label[language]).join(words.and),
    ...printFont(font, language),
    ...(asked[0] === font.family ? [] : [`    ${words.asked(asked)}`]),
    ...(characters.length === 0
      ? []
      : [`    ${words.lacks(characters.length, characters.slice(0, MOST_SHOWN).join("") + rest)}`]),
    ...(latin === undefined ? [] : [`  ${words.latin}`, ...printFont(latin, language)]),
  ];
  return `${lines.join("\n")}\n`;
}

function printFont(
  { family, weight, file, isShipped, version, sha256, embedding }: ListedFont,
  language: Language,
) {
  const words = FONTS_WORDS[language];
  const facts = [words.weight(weight), version, words.embedding[embedding]].filter(
    (fact) => fact !== undefined,
  );
  return [
    `  ${family}  ${facts.join("  ")}`,
    `    ${isShipped ? `${words.shipped}  ${file.slice(file.lastIndexOf("/") + 1)}` : file}  sha256 ${sha256.slice(0, DIGEST_SHOWN)}`,
  ];
}
