const digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const places = ["", "拾", "佰", "仟"];
const groups = ["", "万", "亿", "万亿"];
const perYuan = 100;

/**
 * An amount of yuan in the capitals of Chinese papers, 壹万零贰拾元叁角整: 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》
 * (PBC, Yin Fa 1997 no. 393). `minor`: fen, not negative; the largest safe integer has a word too.
 */
export function capitalAmount(minor: number): string {
  const yuan = Math.floor(minor / perYuan);
  const [jiao, fen] = [Math.floor((minor % perYuan) / 10), minor % 10];
  const whole = yuan === 0 ? "" : `${capitalWhole(yuan)}元`;
  if (jiao === 0 && fen === 0) return whole === "" ? "零元整" : `${whole}整`;
  const isZeroSaid = whole !== "" && (jiao === 0 || yuan % 10 === 0);
  const tenth = (isZeroSaid ? "零" : "") + (jiao > 0 ? `${digits[jiao]}角` : "");
  return fen === 0 ? `${whole}${tenth}整` : `${whole}${tenth}${digits[fen]}分`;
}

function capitalWhole(value: number): string {
  let words = "";
  let isZeroOwed = false;
  for (let group = groups.length - 1; group >= 0; group--) {
    const part = Math.floor(value / 10_000 ** group) % 10_000;
    if (part === 0) {
      isZeroOwed ||= words !== "";
      continue;
    }
    if (words !== "" && (isZeroOwed || part < 1_000)) words += "零";
    words += capitalGroup(part) + groups[group];
    isZeroOwed = false;
  }
  // 万亿 and 亿 share one 亿: 壹万贰仟亿.
  return words.replace(/万亿(?=.*亿)/, "万");
}

/** Four digits; one 零 stands for any zeros between others, none for those at the end. */
function capitalGroup(part: number): string {
  let words = "";
  for (let place = places.length - 1; place >= 0; place--) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit > 0) words += `${digits[digit]}${places[place]}`;
    else if (words !== "" && part % 10 ** place !== 0 && !words.endsWith("零")) words += "零";
  }
  return words;
}
