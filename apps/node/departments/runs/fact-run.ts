import { Source } from "@mingbai/registry/content/facts/fact";
import { z } from "zod";

/** Bad lines that are kept by line and reason; beyond it they are only counted. */
export const faultsKeptMax = 1_000;

/** Why a line is no fact. Names columns, never what stands in them. */
export const lineFaults = ["NOT_JSON", "FIELD", "NUMBER", "OTHER_SOURCE", "OTHER_PERSON", "CELLS", "SEAL"] as const;

export const LineFault = z.strictObject({
  /** In the file, from 1; of an answer, the place of the record in all of its answers. */
  line: z.int().min(1),
  fault: z.enum(lineFaults),
  field: z.string().max(40).optional(),
});
export type LineFault = z.infer<typeof LineFault>;

/** One time that a department's facts were taken: what may be told of it to anybody who runs the node. */
export const FactRun = z.strictObject({
  run: z.string().regex(/^[0-9a-f]{16}$/),
  /** Name of the source in the node's configuration. */
  source: z.string(),
  sources: z.array(Source),
  /** Which of its lists: a newer run of the same list replaces this one. */
  list: z.string().max(100),
  /** People asked about in each record, where people were asked about. */
  batch: z.int().min(1).optional(),
  state: z.enum(["taking", "done"]),
  startedMs: z.int(),
  endedMs: z.int().optional(),
  /** When the department says that it is from. */
  sourceMs: z.int().optional(),
  facts: z.int().min(0),
  /** Lines that are no facts. */
  bad: z.int().min(0),
  faults: z.array(LineFault).max(faultsKeptMax),
});
export type FactRun = z.infer<typeof FactRun>;
