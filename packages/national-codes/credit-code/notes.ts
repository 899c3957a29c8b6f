import { type SpellingNote, spellingWords } from "../text/plain-code.ts";

/**
 * What was done to a code that is right, or what is odd about it. An organisation code that does not hold by itself is no fault:
 * the 18th character catches any one wrong character.
 */
export type CreditCodeNote = SpellingNote | "ORGANISATION_CHECK";

export const creditCodeNotes: Readonly<Record<CreditCodeNote, { readonly en: string; readonly zh: string }>> = {
  ...spellingWords,
  ORGANISATION_CHECK: {
    en: "The organisation code within (places 9 to 17) does not have its own check character.",
    zh: "其中的组织机构代码（第 9 至 17 位）自身的校验位对不上",
  },
};
