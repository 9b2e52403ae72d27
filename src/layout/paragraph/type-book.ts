/**
 * The styles of a template with the faces found for them: every role in every size asked for, made
 * once, so that the clusters of characters are shared by all paragraphs.
 */
import type { FaceMetrics } from "../../fonts/face.js";
import type { RoleName, Template } from "../../model/template.js";
import { type TypeStyle, typeStyle } from "./type-style.js";

/** Faces by role, in order of preference; never empty. */
export type RoleFaces = Readonly<Record<RoleName, readonly FaceMetrics[]>>;

export interface TypeBook {
  readonly template: Template;
  readonly emphasisDots: boolean;
  /** true where Han of the role `emphasis` are set in another face than those of the body */
  readonly hasEmphasisFace: boolean;
  /** @param sizePt the role's own size where it is not given */
  style(role: RoleName, sizePt?: number, color?: string): TypeStyle;
  /** the same faces in another size */
  resize(style: TypeStyle, sizePt: number): TypeStyle;
  /** the same faces in the color of links */
  linkStyle(style: TypeStyle): TypeStyle;
  /** size of code amid text of a size: as much smaller as code blocks are beside the body */
  inlineCodeSize(textSizePt: number): number;
  /** styles made so far, to see what they lacked */
  readonly styles: ReadonlyMap<string, TypeStyle>;
}

export function typeBook(template: Template, faces: RoleFaces): TypeBook {
  const styles = new Map<string, TypeStyle>();
  const names = new Map<readonly FaceMetrics[], string>();
  const styleOf = (list: readonly FaceMetrics[], sizePt: number, color: string, monospaced: boolean) => {
    let name = names.get(list);
    if (name === undefined) {
      name = String(names.size);
      names.set(list, name);
    }
    const key = `${name} ${sizePt} ${color} ${monospaced}`;
    let style = styles.get(key);
    if (style === undefined) {
      style = typeStyle({ faces: list, sizePt, monospaced, color });
      styles.set(key, style);
    }
    return style;
  };
  const { text, link } = template.colors;
  return {
    template,
    styles,
    emphasisDots: template.composition.emphasis === "dots",
    hasEmphasisFace: hanFace(faces.emphasis) !== hanFace(faces.body),
    style: (role, sizePt = template.roles[role].sizePt, color = text) =>
      styleOf(faces[role], sizePt, color, role === "code"),
    resize: (style, sizePt) => styleOf(style.faces, sizePt, style.color, style.monospaced),
    linkStyle: (style) => styleOf(style.faces, style.sizePt, link, style.monospaced),
    inlineCodeSize: (textSizePt) => textSizePt * 0.9,
  };
}

const hanFace = (faces: readonly FaceMetrics[]): FaceMetrics | undefined =>
  faces.find(({ scope }) => scope === undefined);
