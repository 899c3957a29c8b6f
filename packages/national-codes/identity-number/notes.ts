import { type SpellingNote, spellingWords } from "../text/plain-code.ts";

/** What was done to a number that is right, so that it is in its standard's form. */
export type IdentityNote = SpellingNote | "FIFTEEN_DIGITS";

export const identityNotes: Readonly<Record<IdentityNote, { readonly en: string; readonly zh: string }>> = {
  ...spellingWords,
  FIFTEEN_DIGITS: {
    en: "This is a number of 15 digits of before 1999, written here with 18.",
    zh: "这是 15 位旧号码，已换成 18 位",
  },
};
