/** What became of a file. Browser-safe. */
import { z } from "zod";
import { BasisOfFields } from "../content/file/basis.ts";
import { changeReasons, FieldChange } from "../content/file/part.ts";
import { Count, Hash, Number64, Place, ReadAt, Somebody, TimeMs } from "./shapes.ts";

export const historyPageMax = 100;

/** One line of a household's time line: a part of a file (`kind` "part"), or something that happened to it. */
export const HistoryLine = z.object({
  at: Place,
  kind: z.enum([
    "part",
    "opened",
    "peopleAdded",
    "peopleLeft",
    "peopleCame",
    "personEnded",
    "accountBound",
    "ended",
    "reopened",
    "responsibleAssigned",
    "accessRequested",
    "accessGranted",
    "accessRevoked",
    "caseOpened",
    "caseMoved",
    "reasonSettled",
  ]),
  timeMs: TimeMs,
  transaction: Hash,
  by: Somebody,
  /** Of parts: whose file, which version, what the writer had seen, what they said of themselves. */
  subject: Number64.nullable(),
  /** Name of the person whose file it is; empty for the household's own. */
  subjectName: z.string(),
  version: Count,
  base: Count,
  reason: z.enum(changeReasons).nullable(),
  words: z.string().nullable(),
  device: z.string().nullable(),
  madeMs: TimeMs.nullable(),
  /** Version of the form that it was filled in by. */
  form: z.int().nullable(),
  /** Only fields that the reader may see. */
  sets: z.record(z.string(), FieldChange),
  basis: BasisOfFields.optional(),
  /** Of happenings: what the event says besides; of cases and settled reasons `words` says what was said with it. */
  data: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

/** The newest first. Asked like the file itself. */
export const historyView = {
  name: "registry.history",
  params: z.object({
    household: Number64,
    before: Place.optional(),
    limit: z.coerce.number().int().min(1).max(historyPageMax).default(20),
  }),
  result: z.object({ rows: z.array(HistoryLine).max(historyPageMax), total: Count, more: z.boolean(), readAt: ReadAt }),
} as const;
