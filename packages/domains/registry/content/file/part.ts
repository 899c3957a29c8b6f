/** What one act changes about one subject: sealed with the subject's own data key, named on the ledger by its commitment. */
import { z } from "zod";
import { FieldId, fieldsMax } from "../form/definition.ts";
import { BasisOfFields } from "./basis.ts";
import { Value } from "./value.ts";

export const wordsCharsMax = 500;
export const deviceCharsMax = 60;

/** Why a file is changed. */
export const changeReasons = [
  "visit",
  "application",
  "correction",
  "import",
  "comparison",
  "birth",
  "death",
  "move",
  "undo",
  "decision",
  "case",
] as const;
export const ChangeReason = z.enum(changeReasons);
export type ChangeReason = z.infer<typeof ChangeReason>;

/** A field as the writer saw it and as it is to be; absent: nothing was said there, or nothing is to be. */
export const FieldChange = z
  .strictObject({ from: Value.optional(), to: Value.optional() })
  .refine(({ from, to }) => from !== undefined || to !== undefined, "a change changes something");
export type FieldChange = z.infer<typeof FieldChange>;

export const SubjectPart = z.strictObject({
  kind: z.literal("part"),
  /** Version of the form that it was filled in by. */
  form: z.int().min(1),
  reason: ChangeReason,
  words: z.string().max(wordsCharsMax).optional(),
  /** The device's own name and clock (ms since 1970-01-01T00:00:00Z): said by the writer, proved by nobody. */
  device: z.string().max(deviceCharsMax).optional(),
  madeMs: z.int().nonnegative().optional(),
  sets: z
    .record(FieldId, FieldChange)
    .refine((sets) => Object.keys(sets).length <= fieldsMax, `at most ${fieldsMax} fields`),
  /** Where values come from: of fields that are set, and of those whose value was seen and found to be so. */
  basis: BasisOfFields.refine(
    (basis) => Object.keys(basis).length <= fieldsMax,
    `at most ${fieldsMax} fields`,
  ).optional(),
  /** Fields in which a person has decided between two values: `to` is what counts from now on. */
  decides: z.array(FieldId).max(fieldsMax).optional(),
});
export type SubjectPart = z.infer<typeof SubjectPart>;
