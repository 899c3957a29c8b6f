/** Where a value comes from (依据), as its writer says: optional, kept with the value, told in the history. Browser-safe. */
import { z } from "zod";
import { FieldId } from "../form/definition.ts";

export const basisWordsCharsMax = 60;

/** Told by the household; a document seen; seen or measured on the spot; a department's fact; reckoned by the writer. */
export const basisKinds = ["told", "document", "onSpot", "department", "reckoned"] as const;
export type BasisKind = (typeof basisKinds)[number];

export const Basis = z.strictObject({
  kind: z.enum(basisKinds),
  /** Which one: 合同 2.0 亩. */
  words: z.string().min(1).max(basisWordsCharsMax).optional(),
});
export type Basis = z.infer<typeof Basis>;

/** By the field. */
export const BasisOfFields = z.record(FieldId, Basis);
export type BasisOfFields = z.infer<typeof BasisOfFields>;
