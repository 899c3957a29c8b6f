/** A whole file. Browser-safe; values are as the form's fields have them (`content/form/definition.ts`). */
import { z } from "zod";
import { BasisOfFields } from "../content/file/basis.ts";
import { Value } from "../content/file/value.ts";
import { fieldClasses } from "../content/form/definition.ts";
import { Purpose, registryCommands } from "../schema.ts";
import { HouseholdLine } from "./households.ts";
import { Count, Names, Number64, ReadAt, Somebody, TimeMs } from "./shapes.ts";

/** How long a file stays open to who has said that they open it. */
export const readingMsMax = 30 * 60 * 1_000;

/** Somebody of a household. `values` has the fields that the reader may see; `version` of each field's value. */
export const PersonFile = z.object({
  person: Number64,
  version: Count,
  ended: z.string().nullable(),
  account: Number64.nullable(),
  values: z.record(z.string(), Value),
  /** Where values come from, by the field, of which anybody has said it. */
  basis: BasisOfFields.optional(),
});
export type PersonFile = z.infer<typeof PersonFile>;

/** A field for which people said different things. `now` counts until a person decides; without a value it was emptied. */
export const OpenField = z.object({
  subject: Number64,
  field: z.string(),
  now: z.object({ version: Count, value: Value.optional(), by: Somebody, timeMs: TimeMs }),
  others: z.array(z.object({ version: Count, value: Value.optional(), by: Somebody, timeMs: TimeMs })),
});
export type OpenField = z.infer<typeof OpenField>;

const acts = (Object.keys(registryCommands) as (keyof typeof registryCommands)[]).map(
  (verb) => `registry.${verb}` as const,
);

/**
 * A whole file, for who has opened it by `registry.openFiles` within `readingMsMax`: else problem FILE_NOT_OPENED (403).
 * Unknown, or not the reader's to see: HOUSEHOLD_UNKNOWN (404).
 */
export const householdView = {
  name: "registry.household",
  params: z.object({ household: Number64 }),
  result: HouseholdLine.extend({
    keeper: Names,
    version: Count,
    openedMs: TimeMs,
    import: Number64.nullable(),
    /** What the reader opened it for, and which classes of fields they see. */
    purpose: Purpose,
    classes: z.array(z.enum(fieldClasses)),
    values: z.record(z.string(), Value),
    basis: BasisOfFields.optional(),
    residents: z.array(PersonFile),
    /** People who were here and are no more. */
    former: z.array(PersonFile),
    openFields: z.array(OpenField),
    /** What this reader may do with it. */
    may: z.array(z.enum(acts)),
    readAt: ReadAt,
  }),
} as const;
export type HouseholdFile = z.infer<typeof householdView.result>;
