/** Han numerals as Word's lists write them (ISO/IEC 29500-1, 17.18.59). */

const DIGITS = "〇一二三四五六七八九";
const MOST = 99_999;

/** 一 … 十, 十一 … 九十九, then digit by digit: 一〇〇 */
export function countingNumeral(value: number): string {
  if (value < 1 || value > 99) return digitNumeral(value);
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  const head = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS.charAt(tens)}十`;
  return `${head}${unit === 0 ? "" : DIGITS.charAt(unit)}`;
}

/** Digit by digit: 一〇, 一一 */
export function digitNumeral(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
}

/** 十, 十一 … 一百, 一百零一 … 一万 */
export function thousandNumeral(value: number): string {
  if (value < 1 || value > MOST) return digitNumeral(value);
  return positional(value, "零一二三四五六七八九", ["", "十", "百", "千", "万"]).replace(/^一十/, "十");
}

/** 壹 … 壹拾, 壹拾壹 … */
export function legalNumeral(value: number, script: "simplified" | "traditional"): string {
  if (value < 1 || value > MOST) return String(value);
  return script === "simplified"
    ? positional(value, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟", "万"])
    : positional(value, "零壹貳參肆伍陸柒捌玖", ["", "拾", "佰", "仟", "萬"]);
}

/** One 零 for all places that are empty between two that are not. */
function positional(value: number, digits: string, places: readonly string[]): string {
  const written = [...String(value)].map(Number);
  let numeral = "";
  let isGap = false;
  for (const [index, digit] of written.entries()) {
    if (digit === 0) {
      isGap = true;
      continue;
    }
    if (isGap && numeral !== "") numeral += digits.charAt(0);
    isGap = false;
    numeral += `${digits.charAt(digit)}${places[written.length - 1 - index] ?? ""}`;
  }
  return numeral;
}
