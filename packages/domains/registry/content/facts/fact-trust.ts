/** Which source counts where several speak about one person, as data: a county publishes it with its rules. Browser-safe. */
import { z } from "zod";
import { FieldId } from "../form/definition.ts";
import { FactKind, factFieldsMax, Source, sources } from "./fact.ts";

export const oldMonthsMax = 240;

const Fields = z.array(FieldId).max(factFieldsMax);

export const KindTrust = z.strictObject({
  /** The most trusted first; sources that are not named follow, all alike. */
  sources: z.array(Source).max(sources.length),
  /** Fields by which lines of one list are told apart: of lines alike in them, the newest counts. */
  linesBy: Fields,
  /** Fields that say what a line is about: of sources that speak about the same, the most trusted counts. */
  sourcesBy: Fields,
  /** Full months after which a fact is called old, and gives way to one that is not. Absent: it stays true. */
  oldMonths: z.int().min(1).max(oldMonthsMax).optional(),
});
export type KindTrust = z.infer<typeof KindTrust>;

export const FactTrust = z.record(FactKind, KindTrust);
export type FactTrust = z.infer<typeof FactTrust>;
