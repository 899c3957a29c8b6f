import { type RefusalTable, refuserOf } from "@mingbai/ledger/refusal";

/** Why governance says no. Numbers stand in the log for ever: 1200 to 1299, and two of the treasury's. */
export const governanceRefusals = {
  PROPOSAL_UNKNOWN: declare(1200, 404, "There is no proposal {proposal}.", "没有提案 {proposal}"),
  PROPOSAL_CLOSED: declare(1201, 409, "The proposal has ended: {outcome}.", "这项提案已经结束：{outcome}"),
  BASE_CHANGED: declare(
    1202,
    409,
    "{subject} has been changed by vote meanwhile. Look at it as it is now and propose again.",
    "{subject} 在这期间已经表决改过。请看现在的样子，再提一次",
  ),
  NOT_A_VOTER: declare(1203, 403, "This proposal is voted on by {level}.", "这项提案由 {level} 表决"),
  OWN_MOTION: declare(
    1204,
    403,
    "Who makes a proposal does not vote on it: others do.",
    "自己提的提案自己不投票，由别人表决",
  ),
  VOTED: declare(1205, 409, "{voter} has voted on it already: {choice}.", "{voter} 已经投过票：{choice}"),
  ELECTORATE_SHORT: declare(
    1206,
    409,
    "{needed} must be in favour, and only {voters} could vote on it.",
    "要 {needed} 票赞成，能投的只有 {voters} 个",
  ),
  NOT_A_MEMBER: declare(1207, 403, "{organisation} is no member.", "{organisation} 不是成员机构"),
  MEMBER_ALREADY: declare(1208, 409, "{organisation} is a member already.", "{organisation} 已经是成员机构"),
  LAST_MEMBER: declare(1209, 409, "A ledger keeps at least one member.", "账本至少要有一家成员机构"),
  FREEZE_CONFIRMED: declare(
    1212,
    409,
    "The members have confirmed this freeze: only they can lift it. Propose that.",
    "成员机构已表决确认这次冻结，要解冻请提案表决",
  ),
  FREEZE_SPENT: declare(
    1213,
    409,
    "A freeze of it was not confirmed. It can be frozen again from {againMs}.",
    "上次冻结没有得到确认，{againMs} 之后才能再冻结",
  ),
  OWN_STOP: declare(1214, 403, "A regulator does not stop the own organisation.", "监管方不能停用自己的机构"),
  TOO_MANY_PROPOSALS: declare(1215, 429, "At most {max} may be open at a time.", "同时最多 {max} 项"),
  VALUE_OUT_OF_BOUNDS: declare(1216, 422, "It must be from {min} to {max}.", "要在 {min} 到 {max} 之间"),
  PARAMETER_SCOPE: declare(
    1217,
    422,
    "{name} is set for: {scope}. Name that and nothing else.",
    "{name} 按 {scope} 设定，请写明，别的不写",
  ),
  NOT_CONCERNED: declare(
    1218,
    403,
    "What {organisation} decides for itself is proposed there.",
    "{organisation} 自己的事，由它自己的人提",
  ),
  RULE_TOO_WEAK: declare(
    1220,
    422,
    "Rosters need all members or more than two thirds of them.",
    "名册要全体成员或超过三分之二的成员同意",
  ),
  RULE_NOWHERE: declare(
    1221,
    422,
    "This rule must name the organisation whose people vote.",
    "这条规则要写明由哪家机构的人表决",
  ),
  NOT_AWAITED: declare(1222, 403, "The proposal does not wait for {organisation}.", "这项提案不等 {organisation} 同意"),
  NOT_YOUR_PROPOSAL: declare(
    1223,
    403,
    "Only {organisation} can take this proposal back.",
    "只有 {organisation} 能撤回这项提案",
  ),
  FREEZE_NOT_WITHDRAWN: declare(
    1224,
    409,
    "This is the vote on a freeze. A regulator ends it by letting go what is frozen.",
    "这是对冻结的表决，要由监管方解冻来结束",
  ),
  NO_SUCH_FUND: declare(1225, 404, "There is no fund {fund}.", "没有专项资金 {fund}"),
  NO_SUCH_ORGANISATION: declare(1226, 404, "There is no organisation {organisation}.", "没有机构 {organisation}"),
  KEY_NOT_AWAITED: declare(
    1227,
    409,
    "The proposal does not wait for key {publicKey}.",
    "这项提案不等密钥 {publicKey} 的证明",
  ),
  PROOF_WRONG: declare(
    1228,
    422,
    "Key {publicKey} has not signed the roster that is proposed.",
    "密钥 {publicKey} 没有签过这份名册",
  ),
  ROSTER_TWICE: declare(1229, 422, "An organisation or a key stands twice in the roster.", "名册里有机构或密钥重复"),
  ROSTER_WAITS: declare(
    1230,
    409,
    "Another roster takes effect first. Propose again in a moment.",
    "上一份名册还没有生效，请稍后再提",
  ),
  MEMBER_KEEPS_LEDGER: declare(
    1231,
    409,
    "{organisation} keeps the ledger: take it off the roster first.",
    "{organisation} 还在名册里记账，请先从名册里去掉",
  ),
  DEMO_STAYS_ALONE: declare(
    1232,
    409,
    "A demo's keys are published: no network is made of it.",
    "演示账本的密钥是公开的，不能变成多家机构的网络",
  ),
  KEPT_BY_SEVERAL: declare(1233, 409, "The ledger is kept by several already.", "账本已经由多家机构共同维护"),
  KEEPER_STAYS: declare(
    1234,
    422,
    "{organisation} keeps the ledger and hands it to the others: it must be one of them.",
    "{organisation} 维护着账本，要由它交给别人，所以名册里必须有它",
  ),
  NOBODY_ELSE: declare(1235, 422, "The roster names nobody but the one who keeps it.", "名册里只有现在的维护者自己"),
  ORDERED_BY_NETWORK: declare(
    1236,
    409,
    "A network orders this ledger already, though it has one member: propose a roster that names the others.",
    "这本账从一开始就由网络排序，只是成员只有一家：请提名册变更，写上其他机构",
  ),
  // Numbers of the treasury, from which freezing has come.
  ALREADY_FROZEN: declare(1081, 409, "It is frozen already.", "已经冻结"),
  NOT_FROZEN: declare(1082, 409, "It is not frozen.", "没有冻结"),
} as const satisfies RefusalTable;

export const refuse = refuserOf(governanceRefusals);

function declare(number: number, status: number, en: string, zh: string) {
  return { number, status, en, zh };
}
