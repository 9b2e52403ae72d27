/**
 * What a web page sets below its article, and what comes along when it is copied as text: who edited, 上一篇, 分享到,
 * 打印 关闭, 相关链接 with the titles under it, 版权所有. Cut off only where every line to the end is of that kind and one of
 * them at least is of no item by its wording; a sentence ends it.
 */
import { isWebLine } from "../web-lines.js";
import { isAddressLine, readFormLine } from "./form-fields.js";
import type { LeftOut } from "./left-out.js";
import { isPictureLine, lengthOf, type SheetPart, wordsOf } from "./sheet.js";

/** Heads of a list of other articles */
const OTHERS =
  /^[【[]?(?:相关(?:链接|阅读|文章|新闻|稿件|信息|报道|内容|推荐|资讯)|(?:延伸|推荐|扩展|更多)阅读|阅读更多|(?:热点|热门|精彩|为[您你]|编辑|猜你喜欢)?推荐|热(?:点|门)(?:新闻|文章|排行)|猜你喜欢|更多(?:新闻|内容|精彩)|往期(?:回顾|推荐|精彩|内容)|点击排行|最新(?:新闻|文章|发布|评论)|(?:最热|热门|全部)评论|喜欢此内容的人还喜欢)[】\]]?[\s\u3000]*[：:]?$/u;
/** 上一篇：, its title on the next line */
const NEIGHBOUR_ALONE = /^(?:上一[篇页条则]|下一[篇页条则])[\s\u3000]*[：:]?$/u;
/** Labels that say who runs a site, in its foot alone */
const OF_FOOT =
  /^(?:主办|承办|主管|技术支持|运维|网站标识码|联系我们|网站声明)(?:单位)?[\s\u3000]*[：:]?.{0,40}$/u;
const LONGEST_ENTRY = 60;
const MOST_ENTRIES = 30;
const MOST_LINES = 80;

/** @returns the text, and what stood below it */
export function cutPageTail(parts: readonly SheetPart[]): {
  readonly rest: readonly SheetPart[];
  readonly leftOut: readonly LeftOut[];
} {
  let cut = parts.length;
  let entries = 0;
  let isPage = false;
  let isFoot = false;
  for (let at = parts.length - 1; at > 0 && parts.length - at <= MOST_LINES; at -= 1) {
    const part = parts[at];
    if (part?.kind !== "line" || isPictureLine(part)) break;
    const text = wordsOf(part).replace(/^[·•●○■◆▪*]\s*/u, "");
    if (OTHERS.test(text) || (entries === 1 && NEIGHBOUR_ALONE.test(text))) {
      [cut, entries, isPage] = [at, 0, true];
      continue;
    }
    if (entries > 0) {
      if (!isEntry(text) || entries >= MOST_ENTRIES) break;
      entries += 1;
      continue;
    }
    if (isWebLine(text) || NEIGHBOUR_ALONE.test(text)) [cut, isPage] = [at, true];
    else if (isPage && isWhoMadeIt(text, part.place)) cut = at;
    else if (isFoot && OF_FOOT.test(text)) cut = at;
    else if (isEntry(text)) entries = 1;
    else break;
    isFoot ||= /版权|备案|ICP备|©|Copyright/iu.test(text);
  }
  // Who edited stands below the signature of a file as well: the reader of signatures knows it.
  const isText = parts.slice(0, cut).some((part) => part.kind === "line" && !isPictureLine(part));
  if (!isPage || !isText) return { rest: parts, leftOut: [] };
  return {
    rest: parts.slice(0, cut),
    leftOut: parts
      .slice(cut)
      .flatMap((part) =>
        part.kind === "line" ? [{ text: wordsOf(part), place: part.place, why: "furniture" as const }] : [],
      ),
  };
}

/** The title of another article */
const isEntry = (text: string): boolean =>
  text !== "" &&
  lengthOf(text) <= LONGEST_ENTRY &&
  !/[。；;：:]|，.*，/u.test(text.replace(/\d{1,2}:\d{2}/gu, ""));

/** 责任编辑：闻笛, between lines of a page; an address in its foot */
const isWhoMadeIt = (text: string, place: number): boolean =>
  isAddressLine(text) ||
  (readFormLine(text, place)?.every(({ kind }) => kind !== "title" && kind !== "unit" && kind !== "report") ??
    false);
