/**
 * Sentences that bring an item and are none of it: 领导好，信息一篇，请审。 现将我区科普活动情况报上。 They speak to who
 * receives the item: they greet, hand something over, and ask for something that only an editor can do. One of these
 * alone may stand in a story as well; two of them, or one beside the name of what is sent, do not.
 */
import { isPaper } from "./front-lines.js";
import { lengthOf } from "./sheet.js";

const LONGEST = 120;
/** News begin so, whatever else the sentence says. */
const LEAD =
  /^(?:本报讯|.{0,8}讯[（(\s]|(?:\d{4}年)?\d{1,2}月\d{1,2}日[^，。]{0,20}[，,]\s*(?!现|特|兹))|^(?:近日|日前|近期|连日来)，/u;
const OFFICE =
  "(?:编辑部?|老师|领导|主任|主编|总编|处长|科长|部长|局长|书记|秘书长?|主席|会长|站长|馆长|校长|院长|同志|(?<=\\p{Script=Han})总)";
/** 编辑老师：, 张主任，, 领导好！, 您好； no quotation in front: somebody speaks in the story then */
const ADDRESS = new RegExp(
  `^(?:(?:尊敬的|敬爱的|亲爱的|各位)?[^，。：:！!；“”\\s]{0,12}?${OFFICE}(?:老师|同志|们){0,2}(?:您|你|大家)?好?|(?:您|你|你们|大家|各位|早上|上午|中午|下午|晚上)好)(?=[，,：:！!。～~\\s]|$)`,
  "u",
);
/** What a unit sends in. */
const SENT = /稿|信息|材料|新闻|通讯(?!录)|报道|文章|简讯|动态|总结|照片|图片|情况|事迹|一文|拙作|附件|投来/u;
/** 信息一篇, 2篇稿件 */
const COUNTED =
  /(?:稿件?|信息|材料|新闻稿?|通讯|报道|文章|简讯|动态|总结)[^，。！；]{0,4}[一两二三四五六七八九十\d]{1,3}[篇则条份组]|[一两二三四五六七八九十\d]{1,3}[篇则条份组](?:[^，。！；]{0,10})(?:稿件?|信息|材料|新闻稿?|通讯|报道|文章|简讯|动态|总结)/u;
const GIVES =
  /报送|呈送|呈报|报上|送上|呈上|上报|寄上|发上|发去|附上|附后|奉上|传上|递上|交上|提交|投送|投寄|投来|投稿|供稿|(?:发|传|报|送|交|寄)给?(?:您|你|贵|编辑部)/u;
/** 现将…, 今送上, 随信附上; what was reported to others in the course of events begins otherwise. */
const HANDING_OVER =
  /^(?:现(?![已有在代场任])|今(?=[送报呈寄附发将把奉])|兹|特(?=[此将报呈送发寄])|谨|随[信函文]|遵嘱|附上|报上|送上|寄上|发上|呈上|投来|按照?[^，。]{2,16}(?:要求|通知|安排)|根据[^，。]{0,16}(?:要求|通知|安排))/u;
/** An editor alone is asked so. */
const ASKS =
  /(?:请|望|盼|希|麻烦|劳烦|烦|有劳|拜托|帮忙?)[^，。；！？]{0,12}?(?:审(?!判|计)|查收|收阅|查阅|收悉|斧正|指正|雅正|赐教|采用|采纳|刊用|刊发|刊登|登载|录用|编发|选用|过目|批评|批示|指示|惠存|把关|修改|改改|编辑|看看|看一下|看下|一阅|(?:^|[^\p{Script=Han}])阅)|(?:能不能|能否|可否|可不可以|是否可以?)[用采刊发行]|行不行|行吗|(?:不妥|不当|不足)之处|(?:采用|采纳|刊用|刊发|审阅|查收|支持)为[盼荷感]|望采/u;
/** 稿件如下： */
const ANNOUNCES =
  /^(?:(?:收到|好的?|您好|你好)[，,。！! ]?)?(?:[^，。：]{0,8})(?:稿[件子]?|来稿|投稿|新闻稿|信息稿|文稿)(?:内容|正文|全文)?(?:如下|见下|在下[面方])[：:。]?$/u;
/** 编辑您好，… */
const GREETS = /^[^，。：:！!；“”]{0,14}好[，,：:！!。～~\s]/u;
/** What stands beside it in a letter, and says nothing of events. */
const COURTESY =
  /谢谢|感谢(?:您|你|编辑|领导|老师|支持|关注)|多谢|辛苦|打扰|麻烦|添麻烦|给您拜|此致|敬礼|祝(?:您|你|好|各位|工作|编辑)|顺[祝颂]|如有(?:问题|疑问|不妥|需要|修改)|^[^，。]{0,3}(?:我是|我叫|我们是|这是|这里是)/u;
const THIS_IS =
  /(?:^|[，。：:！!\s])(?:这|以下|下面|附件|以上|上面|这里|这边)(?:里)?(?:就)?(?:是|为)(?:我|本|您|你|关于|上|[^，。]{0,10}(?:的|本|新)?(?:稿|投稿|信息|材料))[^。！？]{0,40}?(?:稿|信息|材料|报道|新闻|总结|通讯|动态)/u;

/** @param isInLetter a line in front greets or hands over already: then one of them is enough */
export function isCoveringSentence(text: string, isInLetter: boolean): boolean {
  const words = text.trim();
  if (lengthOf(words) > LONGEST || LEAD.test(words) || isPaper(words)) return false;
  const gives = GIVES.test(words) && SENT.test(words);
  const asks = ASKS.test(words);
  const isAddressed = ADDRESS.test(words);
  const isCourteous = COURTESY.test(words);
  const names = COUNTED.test(words) || THIS_IS.test(words);
  if (ANNOUNCES.test(words)) return true;
  if (isAddressed && (GREETS.test(words) || /稿/u.test(words))) return true;
  if (isAddressed) return gives || asks || names || (isCourteous && lengthOf(words) <= 40);
  if (isInLetter) return gives || asks || names || (isCourteous && lengthOf(words) <= 40);
  if (gives && (asks || isHandedOver(words, names))) return true;
  return asks && (names || (isCourteous && SENT.test(words)) || MATTER.test(words));
}

/** 现将我区科普展情况报上。 今送上稿件一篇。: it begins with handing over, and says what or ends with it. */
const isHandedOver = (words: string, names: boolean): boolean =>
  HANDING_OVER.test(words) && (names || HANDED.test(words));

const HANDED =
  /(?:报上|送上|呈上|寄上|发上|附上|附后|奉上|传上|递上|报送|呈送|呈报|上报|投稿|如下)[^，。]{0,8}[。：:！!]?$/u;
/** 稿件已改好，请审。 */
const MATTER = /稿件?|投稿|来稿|文稿|附件|本月信息|信息[已见]/u;
