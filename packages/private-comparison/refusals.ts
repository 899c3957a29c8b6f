/** Why an ask is not answered. Codes are stable. */
export type AskRefusal = "ASK_MALFORMED" | "OFFER_UNKNOWN" | "ASK_SIGNATURE_WRONG" | "OFFER_ENDED" | "BUDGET_USED";

/** Why nothing is asked under an offer. */
export type OfferFault = "OFFER_MALFORMED" | "OFFER_SIGNATURE_WRONG" | "ENTRIES_DIFFER" | "ENTRIES_NOT_SORTED";

/** Why an answer is not read. */
export type AnswerFault = "ANSWER_MALFORMED" | "ANSWER_OF_ANOTHER_ASK" | "PROOF_WRONG";

/** The same for people, to be shown as it stands. */
export const refusalTexts: Readonly<Record<AskRefusal | OfferFault | AnswerFault, { en: string; zh: string }>> = {
  ASK_MALFORMED: { en: "This query cannot be read; nothing was counted", zh: "这次询问读不出来，没有计数" },
  OFFER_UNKNOWN: { en: "The department keeps no such list", zh: "对方没有这份名单" },
  ASK_SIGNATURE_WRONG: {
    en: "The query is not signed by the organisation that may ask",
    zh: "这次询问不是有权询问的机构签的名",
  },
  OFFER_ENDED: {
    en: "The term for this comparison has ended; ask the department for a new list",
    zh: "这次比对的期限已到，请对方重新给名单",
  },
  BUDGET_USED: {
    en: "All queries of this comparison or of this period are used; the rest can be asked in the next period",
    zh: "这次比对或本期的次数已用完，余下的下一期再问",
  },
  OFFER_MALFORMED: { en: "The list's cover note cannot be read", zh: "名单的说明读不出来" },
  OFFER_SIGNATURE_WRONG: { en: "The list is not signed by the department", zh: "名单不是该部门签的名" },
  ENTRIES_DIFFER: { en: "The list is not the one that the department signed", zh: "名单与该部门签名的不是同一份" },
  ENTRIES_NOT_SORTED: { en: "The list is not in its order, so it was not used", zh: "名单次序不对，没有使用" },
  ANSWER_MALFORMED: { en: "The answer cannot be read", zh: "回答读不出来" },
  ANSWER_OF_ANOTHER_ASK: { en: "The answer belongs to another query", zh: "这是另一次询问的回答" },
  PROOF_WRONG: {
    en: "The department did not answer with the key of its list; nothing of the answer was used",
    zh: "对方没有用这份名单的密钥回答，回答没有使用",
  },
};
