/**
 * Quotation marks of code and commands that stand amid a sentence: git commit -m "更新", print("你好"), str = '你好'. What is
 * typed there is copied to be run, and curved marks would break it. What stands in front of the mark tells it.
 */
import { isInCall } from "./half-width-notation.js";

/** UTF-16 units that are looked at in front of a mark */
const REACH = 60;

/** -m "更新", --name="某某" */
const OPTION = /(?:^|\s)-{1,2}[A-Za-z][\w-]*[ =]?$/;
/** str = '你好' */
const ASSIGNED = /[\w\])] *(?:[=!<>+]?=|=>|<-) *$/;
/** 输入命令 tar -xf "资料" */
const ASKED_TO_TYPE =
  /(?:命令行?|指令|终端|控制台|脚本|语句|代码|函数|执行|运行|输入|键入)[行中里下为是了]{0,2}[：:]? ?[A-Za-z][!-~]*(?: [!-~]+)* +$/;
const PROGRAM =
  /(?:^|[^\w.-])(?:git|echo|grep|cd|mkdir|rm|cp|mv|cat|ls|sed|awk|find|curl|wget|ssh|sudo|python3?|node|npm|pip|docker|printf?|return|import|require|include)(?: [!-~]+)* +$/;
const LOWER_CASE = /(?:^|[^\w])[a-z][\w.-]* +$/;

/**
 * @param at the place of a straight mark that opens
 * @returns whether it opens a string of code; unsure where a product in small letters may stand in front
 */
export function opensCode(text: string, at: number): "code" | "unsure" | "prose" {
  const front = text.slice(Math.max(0, at - REACH), at);
  if (isInCall(text, at) || OPTION.test(front) || ASSIGNED.test(front)) return "code";
  if (ASKED_TO_TYPE.test(front) || PROGRAM.test(front)) return "code";
  return LOWER_CASE.test(front) ? "unsure" : "prose";
}
