/** The list of households. Browser-safe. */
import { z } from "zod";
import { Count, Names, Number64, ReadAt, Somebody, TimeMs, yes } from "./shapes.ts";

export const householdsPageMax = 200;
export const searchCharsMax = 100;

/** A household in a list. `head`: empty where the file was erased or is not here. */
export const HouseholdLine = z.object({
  household: Number64,
  number: z.string(),
  head: z.string(),
  people: Count,
  area: Names,
  team: z.string(),
  /** Codes of the form's options; empty for none. */
  monitored: z.string(),
  cause: z.string(),
  responsible: Somebody.nullable(),
  /** Fields that are open between two values. */
  open: Count,
  ended: z.string().nullable(),
  changedMs: TimeMs,
});
export type HouseholdLine = z.infer<typeof HouseholdLine>;

/** By number. `text` finds number, names, address, group; an identity number or its last four digits; a telephone number. */
export const householdsView = {
  name: "registry.households",
  params: z.object({
    area: z.string().max(48).optional(),
    monitored: z.string().max(12).optional(),
    cause: z.string().max(12).optional(),
    import: Number64.optional(),
    /** Only those that the reader answers for; with fields that are open; whose files have ended. */
    mine: yes,
    open: yes,
    ended: yes,
    text: z.string().trim().max(searchCharsMax).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(householdsPageMax).default(50),
  }),
  result: z.object({
    rows: z.array(HouseholdLine).max(householdsPageMax),
    next: z.string().nullable(),
    /** Of the whole filter. */
    households: Count,
    people: Count,
    readAt: ReadAt,
  }),
} as const;
