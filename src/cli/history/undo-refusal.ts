/** Why `bulletin undo` does nothing, and what would help. */
import { resolve } from "node:path";
import { EnvironmentError, type Message } from "../../diagnostics/diagnostic.js";
import { changedOf, fateOf, isKeptByHand, type Standing } from "./restore-run.js";
import { shownPath } from "./shown-path.js";

export const nothingToUndo = (folder: string) =>
  new EnvironmentError(
    {
      zh: `没有可以改回的文件了（${shownPath(resolve(folder))}）。`,
      en: `There is nothing to undo in “${shownPath(resolve(folder))}”.`,
    },
    {
      zh: "只有 bulletin lint --fix 或在预览页面上改过、导入的文件才能改回。请在简报的文件夹里运行，或写出它的路径。",
      en: "Only what bulletin lint --fix changed, or was changed or imported in the preview, can be undone. Run it in the bulletin's folder, or give that folder.",
    },
  );

/** @param files of the run, one of them at least changed since */
export function changedSince(files: readonly Standing[]): EnvironmentError {
  const names = changedOf(files).map(({ path }) => shownPath(path));
  return new EnvironmentError(
    {
      zh: `没有改回任何文件：这一步之后，${names.join("、")} 又有改动。`,
      en: `Nothing was restored: ${names.join(", ")} ${names.length === 1 ? "has" : "have"} changed since.`,
    },
    remedyOf(files),
  );
}

function remedyOf(files: readonly Standing[]): Message {
  const namesOf = (some: readonly Standing[]) => some.map(({ path }) => shownPath(path));
  const theirs = namesOf(files.filter(isKeptByHand));
  const inTheWay = namesOf(files.filter(({ state }) => state === "refused"));
  const overwritten = namesOf(
    files.filter((standing) => standing.state === "changed" && fateOf(standing) === "brought back"),
  );
  if (files.every((standing) => fateOf(standing) === "left")) return leftAlone(theirs, inTheWay);
  const left = [...theirs, ...inTheWay];
  if (left.length === 0) {
    return {
      zh: `${LOOK.zh}确要改回，请加 --force${overwritten.length > 0 ? "，现有的内容会另留一份" : ""}。`,
      en: `${LOOK.en}add --force to do it${overwritten.length > 0 ? ", keeping a copy of the present contents" : ""}.`,
    };
  }
  if (overwritten.length === 0) {
    return {
      zh: `${LOOK.zh}确要改回其余的，请加 --force；${left.join("、")} 会留着不动。`,
      en: `${LOOK.en}add --force to restore the others; ${left.join(", ")} will be left alone.`,
    };
  }
  return {
    zh: `${LOOK.zh}确要改回，请加 --force：${overwritten.join("、")} 现有的内容会另留一份，${left.join("、")} 会留着不动。`,
    en: `${LOOK.en}add --force to do it: a copy of the present contents of ${overwritten.join(", ")} is kept, and ${left.join(", ")} will be left alone.`,
  };
}

const LOOK: Message = {
  zh: "可用 bulletin undo --dry-run 查看会改回什么；",
  en: "Use bulletin undo --dry-run to see what it would do; ",
};

/** Where force does nothing either. */
function leftAlone(theirs: readonly string[], inTheWay: readonly string[]): Message {
  const isOne = theirs.length === 1;
  const zh = [
    ...(theirs.length > 0
      ? [`${theirs.join("、")} 是导入时新建的，改过就不会自动删去；不再需要的话，请自己删去。`]
      : []),
    ...(inTheWay.length > 0
      ? [`${inTheWay.join("、")} 现在是链接、文件夹，或不能读取，请先移开，再运行一次。`]
      : []),
  ];
  const en = [
    ...(theirs.length > 0
      ? [
          `${theirs.join(", ")} ${isOne ? "was" : "were"} made by an import and ${isOne ? "is" : "are"} not removed once changed; delete ${isOne ? "it" : "them"} yourself if no longer needed.`,
        ]
      : []),
    ...(inTheWay.length > 0
      ? [
          `${inTheWay.join(", ")} ${inTheWay.length === 1 ? "is" : "are"} a link or folder now, or cannot be read; move ${inTheWay.length === 1 ? "it" : "them"} away and run this again.`,
        ]
      : []),
  ];
  return { zh: zh.join(""), en: en.join(" ") };
}
