import { z } from "zod";

export const caseWordsCharsMax = 2_000;

/** What somebody says with an act about a case: an application, a finding, an opinion, an objection, an answer, a decision. */
export const CaseText = z.strictObject({
  kind: z.literal("caseText"),
  words: z.string().min(1).max(caseWordsCharsMax),
});
export type CaseText = z.infer<typeof CaseText>;
