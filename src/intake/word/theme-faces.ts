/** The faces of a theme (ISO/IEC 29500-1, 20.1.4.1.18): styles name them by their part: `minorEastAsia`. */
import type { ThemeFaces } from "./run-format.js";
import { attribute, child, descendant, type XmlElement } from "./xml-element.js";

/** @param theme root of the theme's part */
export function readThemeFaces(theme: XmlElement | undefined): ThemeFaces {
  const scheme = theme === undefined ? undefined : descendant(theme, "a:fontScheme");
  const faces = new Map<string, string>();
  for (const [part, name] of [
    ["major", "a:majorFont"],
    ["minor", "a:minorFont"],
  ] as const) {
    const fonts = child(scheme, name);
    if (fonts === undefined) continue;
    const typeface = (tag: string): string | undefined => {
      const found = child(fonts, tag);
      const face = found === undefined ? undefined : attribute(found, "typeface");
      return face === "" ? undefined : face;
    };
    // An empty face for East Asia means: by the script of the language; ours is simplified Chinese.
    const hans = fonts.children.find((one) => one.name === "a:font" && attribute(one, "script") === "Hans");
    const han = typeface("a:ea") ?? (hans === undefined ? undefined : attribute(hans, "typeface"));
    const latin = typeface("a:latin");
    if (han !== undefined) faces.set(`${part}EastAsia`, han);
    if (latin !== undefined) {
      faces.set(`${part}Ascii`, latin);
      faces.set(`${part}HAnsi`, latin);
    }
  }
  return (name) => faces.get(name);
}
