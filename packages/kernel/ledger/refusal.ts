import type { CanonicalObject } from "@mingbai/codec/canonical-json";

/** Why a command was not carried out: a value, not an exception. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  /** What the person needs to know to do better: limits, amounts, who could. No personal data. */
  readonly detail?: CanonicalObject;
}

/** A declared reason: its number in the log for ever, its HTTP status, its words. `{name}` stands for a detail. */
export interface RefusalDeclaration {
  readonly number: number;
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

export type RefusalTable = { readonly [code: string]: RefusalDeclaration };

// What a refusal is known by: who made it, not what it looks like. Rows and inputs may have a field of that name too.
const refusals = new WeakSet<object>();

/** A function that makes refusals of one table's codes and of no others. */
export function refuserOf<Table extends RefusalTable>(_table: Table) {
  return <Code extends keyof Table & string>(code: Code, detail?: CanonicalObject): Refusal<Code> => {
    const refusal = detail === undefined ? { refused: code } : { refused: code, detail };
    refusals.add(refusal);
    return refusal;
  };
}

/** The same refusal, saying more. */
export function withDetail<Code extends string>(refusal: Refusal<Code>, more: CanonicalObject): Refusal<Code> {
  const said = { refused: refusal.refused, detail: { ...refusal.detail, ...more } };
  refusals.add(said);
  return said;
}

export function isRefusal(value: object): value is Refusal {
  return refusals.has(value);
}

/** Reasons that any transaction may meet. Numbers 1 to 99; docs/spec/transaction.md says in which order they are looked for. */
export const ledgerRefusals = {
  SEQUENCE_USED: {
    number: 1,
    status: 409,
    en: "Another transaction has used this sequence number. Take the next one and sign again.",
    zh: "这个序号已经用过。换下一个序号，重新签名",
  },
  EXPIRED: {
    number: 2,
    status: 410,
    en: "The transaction was ordered after its expiry. Sign it again.",
    zh: "这笔交易排到时已经过期。请重新签名",
  },
  EXPIRY_TOO_FAR: { number: 3, status: 422, en: "The expiry is more than 24 hours ahead.", zh: "有效期超过 24 小时" },
  KEY_NOT_IN_FORCE: {
    number: 4,
    status: 403,
    en: "The key was not in force at this height: revoked, or not yet valid.",
    zh: "这把密钥当时没有生效：已注销或还没到生效高度",
  },
  ASSERTION_REFUSED: {
    number: 5,
    status: 403,
    en: "The passkey's answer is not for this site, or the person was not verified.",
    zh: "通行密钥的应答不是给本站的，或没有核验本人",
  },
  AFTER_MISSING: {
    number: 6,
    status: 409,
    en: "The transaction that this one must follow was not accepted.",
    zh: "要排在它后面的那笔交易没有入账本",
  },
  OVER_QUOTA: {
    number: 7,
    status: 429,
    en: "The organisation has used its share of this minute.",
    zh: "本机构这一分钟的份额已用完",
  },
  COMMAND_UNKNOWN: { number: 8, status: 404, en: "The ledger knows no such command.", zh: "账本没有这个命令" },
  BODY_INVALID: {
    number: 9,
    status: 422,
    en: "The command's fields are not as its schema says.",
    zh: "命令的字段不合格式",
  },
  NOT_ALLOWED: {
    number: 10,
    status: 403,
    en: "None of the roles of this account may do this.",
    zh: "这个账户的角色不能办这件事",
  },
  ORGANISATION_FROZEN: {
    number: 11,
    status: 423,
    en: "A regulator has stopped {organisation}: nobody acts for it until that ends.",
    zh: "{organisation} 已被监管方停用，停用结束前它的人都不能办事",
  },
  DUPLICATE_CONTAINER: {
    number: 12,
    status: 409,
    en: "Another container of this origin has this number. The first one counts.",
    zh: "同一来源的这个编号已有另一个容器。以先排到的为准",
  },
  VOID_CONTAINER: {
    number: 13,
    status: 422,
    en: "The container holds something that is no valid transaction. Nothing in it counts.",
    zh: "容器里有不成立的交易，整个容器无效",
  },
  BODY_LOST: {
    number: 14,
    status: 410,
    en: "No node has the container's body any more, and two thirds of the organisations gave it up. Nothing in it counts: sign again.",
    zh: "容器内容所有节点都已丢失，三分之二以上的机构已声明作废。其中的交易都不算数，请重新签名",
  },
} as const satisfies RefusalTable;

export const refuseByLedger = refuserOf(ledgerRefusals);
