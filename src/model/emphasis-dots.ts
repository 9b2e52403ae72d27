/**
 * Which emphasis would not be seen in a template that sets it in a face of its own: what has the same face as the text
 * around it. DOCX and HTML ask for faces by name; the PDF, which has them at hand, looks at the faces themselves
 * (layout/paragraph/collect-cells.ts).
 */
import { plainText } from "./plain-text.js";
import type { RoleName, Template } from "./template.js";
import type { Inline } from "./text.js";

/**
 * @param around the role of the text that it stands in
 * @returns true where emphasis needs dots of its own; false where all emphasis is dotted anyway
 */
export function needsDots(
  emphasised: readonly Inline[],
  { composition, roles }: Pick<Template, "composition" | "roles">,
  around: RoleName = "body",
): boolean {
  if (composition.emphasis === "dots") return false;
  const own = roles.emphasis.office;
  const { office } = roles[around];
  return /\p{Script=Han}/u.test(plainText(emphasised))
    ? own.eastAsia === office.eastAsia
    : own.latin === office.latin;
}
