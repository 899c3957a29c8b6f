import { type RefusalTable, refuserOf } from "@mingbai/ledger/refusal";

/** Why levels says no. Numbers stand in the log for ever: 1300 to 1399. */
export const levelsRefusals = {
  TIE_UNKNOWN: declare(1300, 404, "This ledger does not know ledger {ledger}.", "本账本不认识账本 {ledger}"),
  TIE_KNOWN: declare(1301, 409, "Ledger {ledger} is known already as {as}.", "账本 {ledger} 已经登记为 {as}"),
  TIE_FROZEN: declare(
    1302,
    423,
    "Ledger {name} has shown two histories. Nothing new is taken from it or sent to it.",
    "账本 {name} 出现过两套历史，已冻结：不再接收它的新内容，也不再向它转账",
  ),
  TIE_CLOSED: declare(1303, 410, "The tie to ledger {name} is closed.", "与账本 {name} 的联系已经关闭"),
  TIE_IS_SELF: declare(1304, 422, "That is this ledger itself.", "这就是本账本自己"),
  PARENT_EXISTS: declare(
    1305,
    409,
    "This ledger has a parent: {name}. Close that tie first.",
    "本账本已有上级账本 {name}，请先关闭那条联系",
  ),
  TIES_FULL: declare(1306, 507, "At most {max} ledgers can be known.", "最多登记 {max} 个账本"),
  TIE_NOT_CLOSED: declare(
    1307,
    409,
    "The tie to ledger {name} is {state}: its answer may still come.",
    "与账本 {name} 的联系是 {state}，对方还可能答复",
  ),
  NOT_A_CHILD: declare(1308, 422, "Ledger {name} is not a child of this one.", "账本 {name} 不是本账本的下级"),
  NO_PARENT: declare(1309, 409, "This ledger has no parent.", "本账本没有上级账本"),
  ROSTER_NOTE_WRONG: declare(1310, 422, "The roster's note does not hold: {fault}.", "名册文书不成立：{fault}"),
  ROSTER_OF_OTHER: declare(1311, 422, "The roster's note is of ledger {ledger}.", "这份名册文书属于账本 {ledger}"),
  FUND_NOT_HERE: declare(1316, 404, "There is no fund {fund} here.", "这里没有专项资金 {fund}"),
  NOTE_MALFORMED: declare(1320, 422, "This is no signed checkpoint.", "这不是已签名的检查点"),
  OTHER_LOG: declare(1321, 422, "The checkpoint is of log {origin}.", "这个检查点属于日志 {origin}"),
  NOTE_NOT_TRUSTED: declare(
    1322,
    403,
    "The checkpoint is not signed as its approved roster asks: {fault}.",
    "检查点的签名不符合已同意的名册：{fault}",
  ),
  TREE_MOVED: declare(
    1323,
    409,
    "The last accepted size is {size}. Make the proof from there.",
    "最近接受的大小是 {size}，请从那里重新出证明",
  ),
  TREE_KNOWN: declare(1324, 409, "This very checkpoint was accepted already.", "这个检查点已经接受过"),
  TREE_OLD: declare(
    1325,
    409,
    "The checkpoint is older than the accepted one and agrees with it.",
    "这个检查点比已接受的旧，内容一致",
  ),
  TREE_NOT_SHOWN: declare(1326, 422, "The hashes do not show how the two trees agree.", "这些哈希没有证明两棵树的关系"),
  SIZE_NOT_KEPT: declare(
    1330,
    409,
    "The tree of {size} leaves is not among those kept. The newest has {newest}.",
    "没有保留 {size} 个叶子的树，最新的有 {newest} 个",
  ),
  LEAF_NOT_INCLUDED: declare(
    1331,
    422,
    "The proof does not lead from this leaf to the accepted root.",
    "证明没有从这个叶子到达已接受的根",
  ),
  LEAF_MALFORMED: declare(1332, 422, "These bytes are no leaf of an accepted command.", "这些字节不是已接受命令的叶子"),
  EVENTS_DIFFER: declare(1333, 422, "The events are not those of the leaf.", "事件和叶子里的不一致"),
  EVENT_MISSING: declare(
    1334,
    422,
    "The events do not hold exactly one {type} for this ledger.",
    "事件里没有恰好一条给本账本的 {type}",
  ),
  TRANSFER_COUNTED: declare(
    1340,
    409,
    "Transfer {n} was decided already; number {expected} is next.",
    "第 {n} 笔跨级转账已经有结果，下一笔是第 {expected} 笔",
  ),
  TRANSFER_EARLY: declare(
    1341,
    409,
    "Transfer {expected} comes before number {n}.",
    "第 {expected} 笔要先于第 {n} 笔办理",
  ),
  TRANSFER_UNKNOWN: declare(
    1342,
    404,
    "No transfer {transfer} waits for an answer.",
    "没有等待答复的跨级转账 {transfer}",
  ),
  TRANSFER_OF_OTHER: declare(
    1343,
    422,
    "Transfer {transfer} went to another ledger.",
    "跨级转账 {transfer} 是发给另一个账本的",
  ),
  DEADLINE_WRONG: declare(
    1344,
    422,
    "The deadline must lie ahead, at most {daysMax} days.",
    "截止时间要在将来，最多 {daysMax} 天",
  ),
  FUND_NOT_TIED: declare(1345, 422, "Fund {fund} does not go to ledger {name}.", "专项资金 {fund} 不通往账本 {name}"),
  CLAIM_SHORT: declare(
    1346,
    409,
    "Of this fund {has} came from ledger {name}; this needs {needs}.",
    "这项资金从账本 {name} 收到 {has}，这笔要 {needs}",
  ),
  UNDER_WAY_FULL: declare(
    1347,
    429,
    "{max} transfers to ledger {name} wait for answers.",
    "发往账本 {name} 的转账已有 {max} 笔在等答复",
  ),
  TOTALS_OLD: declare(1350, 409, "Newer totals of this ledger are known.", "已有这个账本更新的汇总"),
} as const satisfies RefusalTable;

export const refuse = refuserOf(levelsRefusals);

function declare(number: number, status: number, en: string, zh: string) {
  return { number, status, en, zh };
}
