import type { CanonicalObject } from "@mingbai/codec/canonical-json";

/** What the sender of a transaction is told once it is final: executed, and durable on this node. */
export interface FinalAnswer {
  readonly status: "final";
  readonly id: string;
  /** Undefined where it was accepted. */
  readonly refused?: string;
  readonly detail?: CanonicalObject;
  readonly height: number;
  readonly timeMs: number;
  /** Its place in the Merkle log. */
  readonly logIndex: number;
  readonly units: number;
  /** Lines that were refused, as [line, code]; of an accepted batch all others were paid. */
  readonly refusedLines: readonly (readonly [number, number])[];
}

/** Said before ordering: nothing stands in the log, and the same bytes may be sent again. */
export interface AdmissionAnswer {
  readonly status: "not admitted";
  readonly id: string | undefined;
  readonly refused: AdmissionRefusal;
  /** After how long trying again makes sense; for BUSY, READ_ONLY, HANDED_OVER and OVER_QUOTA. */
  readonly retryAfterMs?: number;
}

export type Answer = FinalAnswer | AdmissionAnswer;

/** Said before ordering by a member that has stored the transaction: its signed promise (availability.md), base64. */
export interface ReceivedAnswer {
  readonly status: "received";
  readonly id: string;
  readonly promise: string;
}

/** The first that can be said for certain. */
export type EarlyAnswer = Answer | ReceivedAnswer;

/** Why a node does not take a transaction in, with HTTP status and words. Not in the log, so without numbers. */
export const admissionRefusals = {
  MALFORMED: { status: 400, en: "These bytes are not a transaction of this format.", zh: "这些字节不是本格式的交易" },
  BODY_HASH_WRONG: { status: 400, en: "The body is not the one that was signed.", zh: "内容与签名时的不一致" },
  SIGNATURE_WRONG: {
    status: 400,
    en: "The signature does not fit the key and the bytes.",
    zh: "签名与密钥、内容对不上",
  },
  CHAIN_WRONG: { status: 409, en: "Signed for another ledger.", zh: "这是给另一个账本签的" },
  KEY_UNKNOWN: { status: 403, en: "The ledger does not know this key.", zh: "账本不认识这把密钥" },
  EXPIRED: { status: 410, en: "The transaction has expired. Sign it again.", zh: "交易已经过期。请重新签名" },
  SEQUENCE_USED: { status: 409, en: "Another transaction has used this sequence number.", zh: "这个序号已经用过" },
  SEQUENCE_TOO_FAR: {
    status: 409,
    en: "The sequence number runs more than 1,024 ahead. Fill the gap first.",
    zh: "序号跳得太远（超过 1,024）。先把前面的补上",
  },
  OVER_QUOTA: {
    status: 429,
    en: "The organisation has used its share of this minute.",
    zh: "本机构这一分钟的份额已用完",
  },
  BUSY: {
    status: 503,
    en: "The node has as much waiting as it can hold. Send the same bytes again later.",
    zh: "现在排队的太多。稍后把同样的内容再发一次",
  },
  READ_ONLY: {
    status: 503,
    en: "The disk is full: the node only answers questions until there is room.",
    zh: "磁盘已满，现在只能查询，腾出空间后恢复",
  },
  HANDED_OVER: {
    status: 503,
    en: "This ledger is being handed to several organisations. Send the same bytes again when their nodes run.",
    zh: "账本正在交给多家机构共同维护。等它们的节点启动后，把同样的内容再发一次",
  },
} as const;

export type AdmissionRefusal = keyof typeof admissionRefusals;
