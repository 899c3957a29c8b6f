/** What may be asked about erasures: who asked, who decided, whose vaults have erased. Browser-safe. */
import { z } from "zod";
import { erasureGrounds } from "../schema.ts";
import { Count, Hash, Names, Number64, Somebody, TimeMs } from "./shapes.ts";

export const erasuresPageMax = 50;

/** Where an erasure stands: waits for a decision, was declined, vaults still owe it, every vault that owed it has erased. */
export const erasureStates = ["open", "declined", "owed", "complete"] as const;
export type ErasureState = (typeof erasureStates)[number];

/** A household or a person whose file is to be erased. `number`, `name`: empty once it is, or where the reader may not see it. */
const ErasureSubject = z.object({
  subject: Number64,
  kind: z.enum(["household", "person"]),
  household: Number64,
  number: z.string(),
  name: z.string(),
});

/** An act with its transaction. */
const Act = z.object({ by: Somebody, timeMs: TimeMs, transaction: Hash });

export const ErasureLine = z.object({
  erasure: Number64,
  ground: z.enum(erasureGrounds),
  state: z.enum(erasureStates),
  subjects: z.array(ErasureSubject),
  asked: Act,
  decided: Act.nullable(),
  /** Who keeps the ledger and owes it, with what each vault has said, as a digest (`content/texts/erasure-statement.ts`). */
  vaults: z.array(
    z.object({
      organisation: Names,
      said: z.object({ timeMs: TimeMs, transaction: Hash, statement: Hash }).nullable(),
    }),
  ),
  completedMs: TimeMs.nullable(),
  /** The reader may decide it. */
  mayDecide: z.boolean(),
});
export type ErasureLine = z.infer<typeof ErasureLine>;

/** The newest first; of the reader's areas, of their own household, or those that their organisation's node owes. */
export const erasuresView = {
  name: "registry.erasures",
  params: z.object({
    erasure: Number64.optional(),
    state: z.enum(erasureStates).optional(),
    cursor: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(erasuresPageMax).default(20),
  }),
  result: z.object({
    rows: z.array(ErasureLine).max(erasuresPageMax),
    next: z.string().nullable(),
    counts: z.object({ open: Count, declined: Count, owed: Count, complete: Count }),
    readAt: z.object({ height: Count, timeMs: TimeMs }),
  }),
} as const;

export const erasureViews = [erasuresView] as const;
