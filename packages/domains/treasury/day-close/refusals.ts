/** Why a difference or a bank day is not taken as it was signed: 1150 to 1179. Amounts in details are minor units. */
export const dayCloseRefusals = {
  NOT_DEPOSIT_OFFICE: declare(
    1150,
    403,
    "Bank days are for an office that receives deposits of a fund; yours does not.",
    "对账由收存款的资金主管单位办，您的单位不收存款",
  ),
  DAY_AHEAD: declare(1151, 422, "Day {day} has not begun on the ledger.", "账本上还没到 {day}"),
  DAY_CLOSED: declare(
    1152,
    409,
    "Day {closedDay} is closed by both sides, and with it all days before.",
    "{closedDay} 已经双方签结，之前的日子也一并结了",
  ),
  DAY_CLOSE_PENDING: declare(
    1153,
    409,
    "This close is signed already; it waits for the bank.",
    "这一天的日终证明已经签发，等银行会签",
  ),
  STATEMENT_ALTERED: declare(
    1154,
    422,
    "The statement is not what the bank signed with key {keyId}. Get it from the bank again.",
    "对账单和银行用密钥 {keyId} 签的不是同一份，请向银行重新取",
  ),
  STATEMENT_NOT_BANKS: declare(
    1155,
    403,
    "Key {keyId} is no key of an escrow bank in force.",
    "密钥 {keyId} 不是托管银行现在有效的密钥",
  ),
  STATEMENT_CURRENCY: declare(
    1156,
    422,
    "The statement is in {currency}, the ledger in another currency.",
    "对账单的币种是 {currency}，和账本不同",
  ),
  DIFFERENCE_OPEN: declare(
    1157,
    409,
    "A difference is open: {kind} {reference}, {effect}. Two people have to settle it before the day is closed.",
    "还有差异没有了结：{kind} {reference}，{effect}。要由两人处理以后才能签结",
  ),
  DAY_MOVED: declare(
    1158,
    409,
    "The ledger has booked more: as of block {height} vouchers are {outstanding}, suspense {suspense}. Compare again.",
    "账本后来又入了账：到区块 {height}，凭证是 {outstanding}，挂账 {suspense}。请重新比对",
  ),
  ITEM_UNPROVEN: declare(
    1159,
    422,
    "Item {kind} {reference} is neither on its way by the ledger's own lines nor a settled difference of this amount.",
    "{kind} {reference} 这一项，账本的流水看不出在途，也不是已了结的这个金额的差异",
  ),
  ITEM_TWICE: declare(1160, 422, "Item {kind} {reference} stands in the list twice.", "{kind} {reference} 列了两次"),
  DAY_UNEQUAL: declare(
    1161,
    422,
    "Vouchers {outstanding} + suspense {suspense} + items {inTransit} are not the bank's {closingBalance}: {gap} is missing.",
    "凭证 {outstanding} 加挂账 {suspense} 加在途 {inTransit} 不等于银行的 {closingBalance}，差 {gap}",
  ),
  CLOSE_UNKNOWN: declare(
    1162,
    404,
    "No close of day {day} waits for the bank's signature.",
    "{day} 没有等银行会签的日终证明",
  ),
  CLOSE_DIFFERS: declare(1163, 409, "The office has signed other bytes for day {day}.", "{day} 单位签的不是这一份"),
  OWN_CLOSE: declare(
    1164,
    403,
    "Who closed the day, or is of the same organisation, does not countersign it.",
    "签发的人和同一单位的人不能会签",
  ),
  DIFFERENCE_REPORTED: declare(
    1165,
    409,
    "Difference {kind} {reference} is reported already; it is {state}.",
    "差异 {kind} {reference} 已经登记（{state}）",
  ),
  DIFFERENCES_FULL: declare(
    1166,
    507,
    "There are {max} differences. Settle them and close a bank day first.",
    "差异已有 {max} 项。请先了结并签结银行日",
  ),
  DIFFERENCE_UNKNOWN: declare(1167, 404, "There is no difference {kind} {reference}.", "没有差异 {kind} {reference}"),
  DIFFERENCE_SETTLED: declare(
    1168,
    409,
    "Difference {kind} {reference} is settled.",
    "差异 {kind} {reference} 已经了结",
  ),
  SETTLEMENT_PROPOSED: declare(
    1169,
    409,
    "You have proposed this settlement. Somebody of another organisation has to agree.",
    "您已经提了这个处理意见，要由另一单位的人同意",
  ),
  SETTLEMENT_DIFFERS: declare(
    1170,
    409,
    "The settlement is another than the one you saw.",
    "处理意见和您看到的不是同一份",
  ),
  OWN_SETTLEMENT: declare(1171, 403, "Who proposes a settlement does not agree to it.", "自己提的处理意见不能自己同意"),
  OWN_REPORT: declare(1172, 403, "Who reported a difference does not settle it.", "登记差异的人不能自己了结"),
  SAME_ORGANISATION: declare(
    1173,
    403,
    "Somebody of another organisation has to agree: the finance office, the bank or an auditor.",
    "要由另一单位的人同意：财政、银行或审计",
  ),
  COUNTERSIGN_OTHER_KEY: declare(
    1175,
    403,
    "The bank countersigns with key {keyId}, which signed the statement.",
    "会签要用签对账单的那把密钥 {keyId}",
  ),
  MINT_STOPPED: declare(
    1174,
    423,
    "Minting is stopped: difference {kind} {reference} of {day}, {effect}, is open. Two people of different organisations (finance supervisor, bank, auditor) can settle it.",
    "新的发行已暂停：{day} 的差异 {kind} {reference}（{effect}）没有了结。要由不同单位的两人（财务监理、银行、审计）处理",
  ),
} as const;

function declare(number: number, status: number, en: string, zh: string) {
  return { number, status, en, zh };
}
