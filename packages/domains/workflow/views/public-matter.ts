/**
 * The part of every matter that all members and the public see (MONEY 23, docs/adr/0018-what-all-see-of-a-matter.md).
 * Browser-safe. Amounts are minor units, days YYYY-MM-DD in the ledger's zone.
 */
import { z } from "zod";
import { matterKinds } from "../schema.ts";
import { stages } from "../stages.ts";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Count = z.int().nonnegative();

export const publicMattersPageRowsMax = 200;

/**
 * The one list of what is public: the number that offices say, what kind, who decides, from which fund, how much, how far,
 * since when, and the transactions that anyone can check. No title, no text, no file, nobody's name or account.
 */
export const publicMatterFields = {
  number: z.string(),
  kind: z.enum(matterKinds),
  stage: z.enum(stages),
  /** The organisation that decides. */
  unit: z.object({ id: z.string(), en: z.string(), zh: z.string() }),
  fund: z.int(),
  fundName: z.string(),
  amountMinor: z.int(),
  submittedOn: Day,
  /** Of the last act. */
  changedOn: Day,
  /** The transaction of the last act: its receipt proves that the matter stands so. */
  transaction: Hash,
  /** The transaction that paid; null before. */
  paidBy: Hash.nullable(),
} as const;
export const PublicMatter = z.object(publicMatterFields);
export type PublicMatter = z.infer<typeof PublicMatter>;

/** Newest first. `count`, `sumMinor` and `paidMinor` are of the whole filter; `units` are those that ever decided. */
export const publicMattersView = {
  name: "workflow.publicMatters",
  params: z.object({
    stage: z.enum(stages).optional(),
    fund: z.coerce.number().int().optional(),
    unit: z.string().max(60).optional(),
    cursor: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(publicMattersPageRowsMax).default(50),
  }),
  result: z.object({
    rows: z.array(PublicMatter).max(publicMattersPageRowsMax),
    next: z.string().nullable(),
    count: Count,
    sumMinor: z.int(),
    byStage: z.array(z.object({ stage: z.enum(stages), count: Count, sumMinor: z.int() })),
    units: z.array(z.object({ id: z.string(), en: z.string(), zh: z.string() })),
    funds: z.array(z.object({ fund: z.int(), fundName: z.string() })),
    readAt: z.object({ height: Count, timeMs: z.int().nonnegative() }),
  }),
} as const;
