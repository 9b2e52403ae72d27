/**
 * Numbers that are called something else than a person's: of an order, a device, a batch. Eleven digits behind 订单号 are no
 * telephone, whatever they begin with. What a person is registered under (编号, 证书编号) may be an identity number still.
 */

const OF_THINGS =
  "[订运工]单(?:编?号)?|单号|流水编?号|序列号|(?:设备|产品)号|机身号|出厂号|[货批]号|档案号|案号|批次号?|条形?码|(?:追溯|识别|防伪|校验)码|合同号|发票号|资产号|标签号|(?<![A-Za-z])(?:S/?N|IMEI)";
const OF_RECORDS = "编号|序号|证书号|专利号|登记号|注册号|备案号|许可证号|准考证号|文号|学号|工号";
/** Further numbers of the same kind that stand between the word and this one. */
const MORE = "(?:[\\dA-Za-z-]{8,24}(?:[、,，/ ]{1,2}|[和及与至]))*";

const calls = (words: string) => new RegExp(`(?:${words})码?(?:分别)?[：: 为是（(“]{0,3}${MORE}$`, "i");
const THING = calls(OF_THINGS);
const RECORD = calls(OF_RECORDS);

/** UTF-16 units in front of a number within which it is called something */
const REACH = 80;

/**
 * @param at where a number begins
 * @returns what it is called: that of a thing, of a record that persons have, too, or undefined
 */
export function calledCode(text: string, at: number): "thing" | "record" | undefined {
  const front = text.slice(Math.max(0, at - REACH), at);
  if (THING.test(front)) return "thing";
  return RECORD.test(front) || (/第 ?$/.test(front) && /^\d+ ?号/.test(text.slice(at, at + REACH)))
    ? "record"
    : undefined;
}
