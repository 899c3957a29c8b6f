import { type RefusalTable, refuserOf } from "@mingbai/ledger/refusal";

/** Why identity says no. Numbers stand in the log for ever: 100 to 199. */
export const identityRefusals = {
  ORGANISATION_EXISTS: declare(100, 409, "Organisation {organisation} exists already.", "机构 {organisation} 已经登记"),
  ORGANISATION_UNKNOWN: declare(101, 404, "There is no organisation {organisation}.", "没有机构 {organisation}"),
  OTHER_ORGANISATION: declare(
    102,
    403,
    "An administrator acts for the people of {own} only, not for those of {organisation}.",
    "管理员只管本机构（{own}）的人，{organisation} 的不行",
  ),
  ACTOR_EXISTS: declare(103, 409, "Account {account} is registered already.", "账户 {account} 已经登记"),
  ACTOR_UNKNOWN: declare(104, 404, "Account {account} is not registered.", "账户 {account} 没有登记"),
  ROLES_EXCLUDE: declare(
    105,
    422,
    "{one} and {other} exclude each other: who governs, operates, supervises or pays out are different people.",
    "{one} 和 {other} 不能由一人担任：管理、经办、监督、付款要分开",
  ),
  ROLE_HELD: declare(106, 409, "The account has the role {role} already.", "这个账户已经有角色 {role}"),
  ROLE_NOT_HELD: declare(107, 409, "The account does not have the role {role}.", "这个账户没有角色 {role}"),
  LAST_ADMINISTRATOR: declare(
    108,
    409,
    "{organisation} would be left without an administrator.",
    "这样 {organisation} 就没有管理员了",
  ),
  OWN_ROLES: declare(109, 403, "Nobody gives roles to themselves.", "不能给自己加角色"),
  KEY_EXISTS: declare(110, 409, "Key {keyId} exists already.", "密钥 {keyId} 已经登记"),
  KEY_UNKNOWN: declare(111, 404, "There is no key {keyId}.", "没有密钥 {keyId}"),
  KEY_NOT_YOURS: declare(
    112,
    403,
    "Only its owner and an administrator of its owner's organisation may change key {keyId}.",
    "密钥 {keyId} 只能由本人或本机构管理员改",
  ),
  KEY_REVOKED: declare(
    113,
    409,
    "Key {keyId} ends at height {untilHeight} already.",
    "密钥 {keyId} 到高度 {untilHeight} 已停用",
  ),
  KEY_MALFORMED: declare(114, 422, "The key's length is not that of its scheme.", "公钥长度和算法不符"),
  HEIGHT_PAST: declare(
    115,
    422,
    "It can take effect from height {earliest} at the earliest and {latest} at the latest.",
    "生效高度最早 {earliest}，最晚 {latest}",
  ),
} as const satisfies RefusalTable;

export const refuse = refuserOf(identityRefusals);

function declare(number: number, status: number, en: string, zh: string) {
  return { number, status, en, zh };
}
