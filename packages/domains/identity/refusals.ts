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
    "{organisation} would be without an administrator, now or later.",
    "这样 {organisation} 会有一段时间没有管理员",
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
  AREA_EXISTS: declare(116, 409, "Area {area} exists already.", "区域 {area} 已经登记"),
  AREA_UNKNOWN: declare(117, 404, "There is no area {area}.", "没有区域 {area}"),
  AREA_LEVEL: declare(
    118,
    422,
    "Area {area} does not fit there: a street belongs to a district, a village to a street, a district to nothing.",
    "区域 {area} 的上级不对：街道属于区，村居属于街道，区没有上级",
  ),
  AREA_OUTSIDE: declare(119, 422, "Area {area} is no part of {own}.", "区域 {area} 不在 {own} 之内"),
  TERM_WRONG: declare(
    120,
    422,
    "A term begins now or later, not more than a year ahead, and ends after it began; absences and deputies last a year at most.",
    "任期从现在或以后开始，最多提前一年，结束要晚于开始；请假和代理最长一年",
  ),
  TOO_MANY_GRANTS: declare(
    121,
    422,
    "One account has at most {max} roles and {leavesMax} leaves.",
    "一个账户最多有 {max} 项角色、{leavesMax} 次请假",
  ),
  SAME_PERSON: declare(122, 422, "One person cannot take their own place.", "不能由本人代替本人"),
  ROLE_PERSONAL: declare(
    123,
    422,
    "{role} is no office: nobody stands in for it and it is not handed over.",
    "{role} 不是职务，不能代理，也不能移交",
  ),
  DEPUTY_AWAY: declare(
    124,
    409,
    "Account {account} is away in that term and cannot stand in.",
    "账户 {account} 这段时间请假，不能代理",
  ),
  LEAVE_OVERLAPS: declare(
    125,
    409,
    "Account {account} is away in that time already.",
    "账户 {account} 这段时间已经请假",
  ),
  NOT_ON_LEAVE: declare(126, 409, "Account {account} has no leave to end.", "账户 {account} 没有可以结束的请假"),
  LEAVE_NOT_YOURS: declare(
    127,
    403,
    "Leave is taken by the person, or entered by an administrator of their organisation.",
    "请假只能由本人或本机构管理员办理",
  ),
  RECOVERY_OPEN: declare(
    128,
    409,
    "A recovery of account {account} is under way already.",
    "账户 {account} 正在找回，不能再提",
  ),
  RECOVERY_UNKNOWN: declare(129, 404, "No recovery of account {account} is under way.", "账户 {account} 没有在找回"),
  RECOVERY_APPROVED: declare(130, 409, "This recovery is approved already.", "这次找回已经批过"),
  RECOVERY_KEY_DIFFERS: declare(
    131,
    409,
    "The recovery is for another key than the one you name.",
    "找回用的不是您说的这把密钥",
  ),
  OWN_RECOVERY: declare(
    132,
    403,
    "Recovery takes two administrators of different organisations, neither of whom is the owner.",
    "找回要两家机构的管理员各办一次，都不能是本人",
  ),
  RECOVERY_NOT_YOURS: declare(
    133,
    403,
    "A recovery is stopped by the owner, the regulator, or an administrator of the owner's organisation.",
    "找回只能由本人、监管员或本机构管理员叫停",
  ),
  KEY_OF_OWNER: declare(
    134,
    403,
    "Account {account} has keys already: its owner adds and replaces them, and whoever lost theirs recovers them.",
    "账户 {account} 已经有密钥：加密钥、换密钥由本人办；密钥丢了，走找回",
  ),
  PASSKEY_NEEDED: declare(
    135,
    403,
    "Above your organisation's limit only a passkey signs. Add one under your devices, or ask a colleague who has one.",
    "超过本机构限额的，要用通行密钥签名。请在“我的设备”里加一把，或请有通行密钥的同事办",
  ),
  PASSKEY_UNCONFIRMED: declare(
    136,
    403,
    "Above your organisation's limit a passkey signs once an administrator has confirmed it. Show them its check number under your devices, or ask a colleague.",
    "这把通行密钥要先由本机构管理员确认，才能签超过限额的。请打开“我的设备”，把核对码给管理员看，或请同事办",
  ),
  RECOVERED_LATELY: declare(
    137,
    403,
    "For 7 days after a recovery nothing above your organisation's limit is approved with this account. Ask a colleague.",
    "这个账户刚找回密钥，7 天里不能批超过限额的。请让同事办",
  ),
  OWN_KEY: declare(
    138,
    403,
    "Nobody confirms their own passkey: another administrator of the organisation has to.",
    "自己的通行密钥不能自己确认，要由本机构另一位管理员办",
  ),
  ROLE_OUT_OF_SCOPE: declare(
    140,
    403,
    "{organisation} may not give the role {role}: the members decide by vote who may.",
    "{organisation} 不能授予角色 {role}，哪家机构能授予由成员机构表决",
  ),
  KEY_CONFIRMED: declare(139, 409, "Key {keyId} waits for nobody's word.", "密钥 {keyId} 不用再确认"),
} as const satisfies RefusalTable;

export const refuse = refuserOf(identityRefusals);

function declare(number: number, status: number, en: string, zh: string) {
  return { number, status, en, zh };
}
