import type { RefusalTable } from "@mingbai/ledger/refusal";

/** Why an offer says no: 1100 to 1139 of the treasury's numbers. Amounts in details are minor units. */
export const offerRefusals = {
  OFFER_UNKNOWN: declare(1100, 404, "There is no such offer.", "没有这个消费券活动"),
  OFFER_NOT_PROPOSED: declare(
    1101,
    409,
    "The offer is {state}; only one that waits for approval is approved.",
    "这个活动的状态是 {state}，只有待批准的才能批准",
  ),
  OFFER_NOT_OPEN: declare(
    1102,
    409,
    "The offer is {state}: nobody can take it. Ask the office that made it.",
    "这个活动的状态是 {state}，现在领不了，请问发放单位",
  ),
  OFFER_NOT_BEGUN: declare(1103, 409, "The offer begins later, at {fromMs}.", "活动还没开始（{fromMs} 开始）"),
  OFFER_OVER: declare(
    1104,
    410,
    "The offer ended at {untilMs}; what was left goes back to the office.",
    "活动已在 {untilMs} 结束，没用完的退回发放单位",
  ),
  OFFER_NOT_OVER: declare(
    1105,
    409,
    "The offer runs until {untilMs}; what people hold is theirs until then.",
    "活动到 {untilMs} 才结束，在这之前领到的券归领取人用",
  ),
  OFFER_TIMES_WRONG: declare(
    1106,
    422,
    "An offer ends later than it begins, and later than now.",
    "结束时间要晚于开始时间，也要晚于现在",
  ),
  OFFER_ENDS_TOO_LATE: declare(
    1107,
    422,
    "The money expires too soon for this offer: end it by {latestMs}, so that merchants have time to redeem.",
    "这笔钱的有效期不够：活动最晚到 {latestMs} 结束，商户才来得及兑付",
  ),
  OFFER_AREA_UNKNOWN: declare(1108, 422, "There is no area {area}.", "没有辖区 {area}"),
  OFFER_ORGANISATION_UNKNOWN: declare(1109, 422, "There is no organisation {organisation}.", "没有机构 {organisation}"),
  OFFER_MONEY: declare(
    1110,
    422,
    "This money is set aside for offer tranche {tranche}: it is only taken, spent with a merchant, or collected at the end.",
    "批次 {tranche} 是消费券的钱，只能领取、在登记商户用掉，或结束后收回",
  ),
  NOT_A_PERSON: declare(
    1111,
    403,
    "Account {account} is not a person's. Offers are for people.",
    "账户 {account} 不是个人账户，消费券只发给个人",
  ),
  OFFER_NOT_FOR_YOU: declare(
    1112,
    403,
    "This offer is for others. The office that made it can say who, and register you where you belong.",
    "这个活动不面向您。面向谁可以问发放单位，登记有误也请它改",
  ),
  OFFER_TAKEN: declare(
    1113,
    409,
    "You have taken this offer; each person does so once.",
    "您已经领过了，每人只能领一次",
  ),
  OFFER_USED_UP: declare(1114, 409, "All {count} of this offer are taken.", "{count} 份都已领完"),
  OFFER_NOT_TAKEN: declare(
    1115,
    403,
    "Account {account} has not taken this offer. Take it first.",
    "账户 {account} 还没领这个券，请先领取",
  ),
  NOT_A_MERCHANT: declare(
    1116,
    422,
    "Account {merchant} is no merchant of this offer. Ask for the code of a shop that takes part.",
    "账户 {merchant} 不是这个活动的商户，请扫参加活动的商户的收款码",
  ),
  OWN_MERCHANT: declare(
    1117,
    403,
    "You act for this merchant yourself; vouchers are spent with others.",
    "这是您自己的商户，券只能在别人的商户用",
  ),
  SPENT_ALREADY: declare(1118, 409, "This purchase is paid already.", "这一单已经付过了"),
  OFFER_SHORT: declare(
    1119,
    409,
    "You have {holds} left of this offer; this needs {needs}. Pay the rest in another way.",
    "这个券还剩 {holds}，这一单要 {needs}，差额请另付",
  ),
  DAY_LIMIT: declare(
    1120,
    409,
    "At most {perDay} a day: {left} is left today, this needs {needs}. Pay the rest in another way, or tomorrow.",
    "每天最多用 {perDay}，今天还能用 {left}，这一单要 {needs}。差额请另付，或明天再用",
  ),
  MERCHANT_UNKNOWN: declare(
    1121,
    404,
    "Account {account} is not registered as a merchant of your organisation.",
    "账户 {account} 没有在您的单位登记为商户",
  ),
  MERCHANT_KIND: declare(
    1122,
    422,
    "Account {account} is not a supplier's; only a supplier's can be a merchant's.",
    "账户 {account} 不是供应商账户，只有供应商账户能登记为商户",
  ),
  LISTED_TWICE: declare(1123, 422, "Account {account} stands in the list twice.", "清单里账户 {account} 出现两次"),
  NOTHING_TO_COLLECT: declare(1124, 409, "Nothing of this offer is left with them.", "没有可收回的钱"),
} as const satisfies RefusalTable;

function declare(number: number, status: number, en: string, zh: string) {
  return { number, status, en, zh };
}
