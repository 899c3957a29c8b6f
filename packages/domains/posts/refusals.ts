import { type RefusalTable, refuserOf } from "@mingbai/ledger/refusal";

/** Why a post is not given or ended. Numbers stand in the log for ever: 1500 to 1599. */
export const postsRefusals = {
  POST_EXISTS: declare(1500, 409, "There is a post {post} already.", "已经有任职 {post} 了"),
  POST_UNKNOWN: declare(1501, 404, "There is no post {post}.", "没有任职 {post}"),
  POST_OVER: declare(1502, 409, "The post {post} is over.", "任职 {post} 已经结束"),
  POST_ACCOUNT_UNKNOWN: declare(1503, 404, "There is no account {account}.", "没有账户 {account}"),
  POST_NOT_IN_AREA: declare(
    1504,
    403,
    "Only a leader of area {area} gives and ends posts there.",
    "{area} 的任职只能由分管这一片的领导来定",
  ),
  POST_TERM: declare(
    1505,
    422,
    "A post ends in the future and within five years of its beginning.",
    "任期要到将来的日子，最长五年",
  ),
  POSTS_FULL: declare(1506, 409, "One person holds at most {max} posts.", "一个人最多有 {max} 个任职"),
  POSTS_IN_AREA_FULL: declare(1507, 409, "There are at most {max} posts in area {area}.", "{area} 最多有 {max} 个任职"),
  HELPER_UNKNOWN: declare(1508, 404, "{account} holds no post.", "账户 {account} 没有任职"),
  HELPER_NOT_YOURS: declare(
    1509,
    403,
    "Only the person and a leader of an area of their post do this.",
    "只能由本人或者其任职所在片的领导来办",
  ),
  HELPER_SUBJECT_TAKEN: declare(1510, 409, "The number {subject} is another person's.", "编号 {subject} 是别人的"),
  HELPER_IN_POST: declare(
    1511,
    409,
    "{account} still holds a post until it ends.",
    "账户 {account} 还在任上，任职结束后才能删除",
  ),
  FORGETTING_UNKNOWN: declare(1512, 404, "Nobody was forgotten under {subject}.", "编号 {subject} 没有要删除的"),
  FORGETTING_SAID: declare(1513, 409, "{organisation} has said so already.", "{organisation} 已经确认过"),
  FORGETTING_NOT_OWED: declare(
    1514,
    403,
    "{organisation} kept no copy of the ledger when this was erased.",
    "删除的时候，{organisation} 没有保管账本",
  ),
  FORGETTING_STATEMENT: declare(1515, 422, "The statement is about something else.", "声明说的不是这一次"),
} as const satisfies RefusalTable;

export const refuse = refuserOf(postsRefusals);

function declare(number: number, status: number, en: string, zh: string) {
  return { number, status, en, zh };
}
