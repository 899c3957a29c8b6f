import { type RefusalTable, refuserOf } from "@mingbai/ledger/refusal";

/**
 * Why a matter does not move. Numbers stand in the log for ever: 500 to 599. `roles` and `at` say who could act instead:
 * any of these roles at that organisation, or the account of a person who acts for nobody.
 */
export const workflowRefusals = {
  MATTER_EXISTS: declare(500, 409, "Matter {matter} exists already.", "事项 {matter} 已经有了"),
  MATTER_UNKNOWN: declare(501, 404, "There is no matter {matter}.", "没有事项 {matter}"),
  VERSION_STALE: declare(
    502,
    409,
    "You looked at version {seen}; the matter is at version {version} by now.",
    "您看的是第 {seen} 版，事项现在是第 {version} 版",
  ),
  STAGE_WRONG: declare(
    503,
    409,
    "The matter is {stage}; this is not the next step there.",
    "事项现在是 {stage}，不能这样办",
  ),
  WRONG_TURN: declare(504, 403, "It is the turn of {roles} at {at}.", "现在该 {at} 的 {roles} 办"),
  OWN_ENTRY: declare(
    505,
    403,
    "Who entered a matter does not decide on it. Another of {roles} at {at} can.",
    "自己提的事项不能自己办，要由 {at} 的另一位 {roles} 办",
  ),
  OWN_REVIEW: declare(
    506,
    403,
    "You have decided on this version already. Another of {roles} at {at} can act now.",
    "这一版您已经审过，要由 {at} 的另一位 {roles} 办",
  ),
  ADDRESSEE_UNKNOWN: declare(507, 404, "There is no organisation {organisation}.", "没有机构 {organisation}"),
  ADDRESSEE_IS_PARTY: declare(
    508,
    422,
    "{organisation} takes part in the matter already.",
    "{organisation} 已经是这件事项的一方",
  ),
  PAYEE_NOT_YOURS: declare(
    509,
    422,
    "A person applies for their own account, {account}.",
    "个人只能为自己的账户 {account} 申请",
  ),
  FORWARDED: declare(
    510,
    409,
    "The matter is at {at} for an opinion and has to be handed back first.",
    "事项已转 {at} 征求意见，要先交回",
  ),
  NOT_FORWARDED: declare(
    511,
    409,
    "The matter is with the one who decides; there is nothing to hand back.",
    "事项就在决定方，没有可交回的",
  ),
  AMOUNT_DIFFERS: declare(
    512,
    422,
    "{paid} was paid; you confirm {said}. Dispute it if the amount is wrong.",
    "付的是 {paid}，您确认的是 {said}。金额不对请提出异议",
  ),
  VERSIONS_FULL: declare(513, 409, "A matter has at most {max} versions.", "一件事项最多 {max} 版"),
} as const satisfies RefusalTable;

export const refuse = refuserOf(workflowRefusals);

function declare(number: number, status: number, en: string, zh: string) {
  return { number, status, en, zh };
}
