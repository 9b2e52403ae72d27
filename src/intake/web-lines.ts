/**
 * Lines that a web page sets around its text, and that come along when it is copied: 来源：… 发布时间：… 浏览次数：…,
 * 【字体：大 中 小】, 打印 关闭, 上一篇：…. Told by their wording alone, and only where nothing else stands in the line.
 */
import { isUnitName } from "../han/unit-names.js";

/** None of them is longer. */
const LONGEST = 160;
const LONGEST_VALUE = 30;
/** Labels that no text of an item has. */
const OF_PAGES =
  /^(?:(?:发布|发表|更新|上传|录入|添加)(?:时间|日期)|(?:已?浏览|点击|已?阅读|访问|查看)(?:次数|总?量|数|人数)?|字体(?:大小)?|字号|大小|信息来源|发布(?:机构|单位|人|者)|索引号)(?:([：:])(.*)|(\d+次?|))$/u;
/** Labels beside them, which a text may have as well. */
const BESIDE = /^(?:(?:文章|稿件)?来源|作者|责编|编辑|审核|校对|时间|日期|供稿|文号|栏目|分类)[：:](.*)$/u;
const SIZE = /^(?:特大|超大|大|中|小|默认|[+-]|A[+-]?)$/u;
const BUTTON =
  /^(?:全文?打印|打印预览|一键分享|分享按钮|打印(?:本页|本文|此页|文章)?|关闭(?:窗口|本页|此页|页面|本窗口)?|返回(?:顶部|首页|上一页|列表|目录)?|分享(?:到|至|给(?:好友|朋友))?[：:]?|更多|QQ好友|QQ|Qzone|腾讯微博|人人网|豆瓣|微信好友|朋友圈|微信扫码|二维码|听全文|语音播报|政务微信|政务微博|无障碍(?:阅读|浏览)?|长者模式|收藏(?:本页|本文)?|复制链接|我要纠错|纠错|扫一扫.{0,16}|微信|微博|新浪微博|QQ空间|朋友圈|点赞|在看|转发|朗读|阅读原文|下载|点击下载|回到顶部|网站地图|加入收藏|设为首页|打印关闭|调整字体|关注新华网|加载更多|新闻评论|图集)$/u;
const WHEN = /^(?:\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?|\d{1,2}:\d{2}(?::\d{2})?|\d+次?)$/u;
/** 2026-03-05 09:12 来源：某网 作者：某人, or with seconds: when a site put it up, and from where */
const STAMP =
  /^(?:(?:(?:发布|发表|更新)?(?:时间|日期)[：:]|发表于)[\s\u3000]*)?\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?[\s\u3000]*\d{1,2}:\d{2}(?::\d{2})?[\s\u3000|｜]*(?:文章|稿件|信息)?来源[\s\u3000]*[：:][^。；]{0,40}$/u;
const NEIGHBOUR = /^[【[（(<＜«]?(?:上一?|下一?)[篇页条则][】\]）)>＞»]?[\s\u3000]*(?:[：:]|没有了?$|无$)/u;
const PATH =
  /^(?:您?(?:当前|现在|所在)?的?位置(?:是)?[\s\u3000]*[：:].*|首页(?:[\s\u3000]*[>＞»›→/\-–—－][\s\u3000]*[^>＞»›→/\-–—－。，]{2,12}){1,6})$/u;
const FOOT = /^(?:版权所有|版权归|Copyright\b|©)|ICP备\d|公网安备|网站标识码/iu;
/** The row of a menu, and what reading apps and WeChat put around an article */
const MENU = /^(?:网站)?首页(?:[\s\u3000|｜丨·]+[^\s\u3000|｜丨·，。；：]{2,8}){2,}$/u;
const APP =
  /^(?:分享[到至给][：:][^，。；]{0,30}|(?:点击|戳|轻触)?[上下右左]?[方面边]?[“「]?(?:蓝色?字|名片|卡片).{0,8}关注.{0,8}|(?:长按|扫描|识别|扫一扫|扫码).{0,12}(?:二维码|关注|下载|分享|手机).{0,12}|关注该公众号|继续滑动看下一个|轻触阅读原文|预览时标签不可点|向上滑动看下一个|喜欢作者|赞赏|微信扫一扫|使用小程序|人划线|[-—=\s]*(?:END|完)[-—=\s]*|正文已结束.{0,20}|查看(?:更多|全部)\s*\d*\s*条?(?:跟[贴帖]|评论)[\s>》]*|\d+\s*条评论|返回.{2,6}首页(?:返回.{2,8}首页)*|阅读\s*\d+|点赞\s*\d+|在看\s*\d+|(?:收录于合集|收录于话题)\s*#.{0,60})$/iu;

/** @returns true for a line that a page sets around its text */
export function isWebLine(text: string): boolean {
  if (text.length > LONGEST) return false;
  return [STAMP, NEIGHBOUR, PATH, FOOT, MENU, APP].some((kind) => kind.test(text)) || isHeadOfPage(text);
}

const wordsIn = (text: string): readonly string[] =>
  text
    .split(
      /[\s\u3000|｜丨[\]【】（）()]+|(?<=\d)(?=(?:文章|稿件|信息)?来源[：:])|(?<=\p{Script=Han})(?=作者[：:])|(?<=\p{Script=Han})[/／](?=\p{Script=Han})|(?<=^分享[到至][：:])/u,
    )
    .filter((word) => word !== "");

/** 来源：… 发布时间：… 浏览次数：…, 【字体：大 中 小】, 打印 关闭 */
function isHeadOfPage(text: string): boolean {
  let isOfPage = false;
  let isBehindLabel = false;
  const words = wordsIn(text);
  for (const word of words) {
    const own = OF_PAGES.exec(word);
    const value = own?.[2] ?? BESIDE.exec(word)?.[1];
    if (value !== undefined && (value.length > LONGEST_VALUE || /[。，；]/.test(value))) return false;
    if (own !== null || value !== undefined) {
      isOfPage ||= own !== null && (own[1] !== undefined || own[3] !== "");
      isBehindLabel = value === "" || own?.[3] === "";
    } else if (SIZE.test(word) || WHEN.test(word)) {
      isOfPage ||= isBehindLabel && SIZE.test(word);
      isBehindLabel = false;
    } else if (BUTTON.test(word)) {
      isOfPage = true;
      isBehindLabel = false;
    } else if (isBehindLabel && word.length <= LONGEST_VALUE && !/[。，；：:]/.test(word)) {
      isBehindLabel = false;
    } else return false;
  }
  return isOfPage;
}

/** @returns the unit that a page names as where it has its text from: weak evidence, as papers and sites are named too */
export function unitOfWebLine(text: string): string | undefined {
  if (!isWebLine(text)) return undefined;
  const words = wordsIn(text);
  for (const [index, word] of words.entries()) {
    const value = /^(?:文章|稿件|信息)?来源[：:](.*)$/u.exec(word)?.[1];
    const unit = value === "" ? words[index + 1] : value;
    if (unit !== undefined && isUnitName(unit)) return unit;
  }
  return undefined;
}
