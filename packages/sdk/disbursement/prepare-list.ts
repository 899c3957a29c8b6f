import { addAmounts } from "@mingbai/codec/money";
import { linesPerBatchMax, type ProposeManifest } from "@mingbai/treasury/schema";
import type { z } from "zod";
import type { ListRow } from "./list-row.ts";
import {
  type ListPlace,
  type MadeBatch,
  makeBatch,
  type RandomBytes,
  randomBytes,
  type SaltedContent,
  salted,
} from "./make-batch.ts";

/** A list ready to be proposed. The same batches must be sent once it is approved: keep them. */
export interface PreparedList {
  readonly name: string;
  readonly proposal: z.infer<typeof ProposeManifest>;
  readonly batches: readonly MadeBatch[];
  /** The topmost content, under `proposal.listDigest`. */
  readonly content: SaltedContent;
}

/** Rows cut into batches: those paid by the bank apart from those paid into accounts, each kind in the file's order. */
export function cutBatches(rows: readonly ListRow[]): ListRow[][] {
  const byBank = rows.filter(({ bankAccount }) => bankAccount !== "");
  const toAccounts = rows.filter(({ bankAccount }) => bankAccount === "");
  return [toAccounts, byBank].flatMap((some) =>
    Array.from({ length: Math.ceil(some.length / linesPerBatchMax) }, (_, at) =>
      some.slice(at * linesPerBatchMax, (at + 1) * linesPerBatchMax),
    ),
  );
}

/**
 * Makes the batches of a checked list and the manifest that proposes them. Throws RangeError on no rows, or on more
 * than one manifest takes: `checkList` lets neither through.
 */
export function prepareList(
  { name, place, rows }: { name: string; place: ListPlace; rows: readonly ListRow[] },
  random: RandomBytes = randomBytes,
): PreparedList {
  if (rows.length === 0) throw new RangeError("a list without rows pays nobody");
  const batches = cutBatches(rows).map((some) => makeBatch(place, some, random));
  const named = batches.map(({ digest, texts }) => ({ digest, texts }));
  const content = salted({ kind: "list", name, batches: named }, random);
  const proposal = {
    ...place,
    listDigest: content.commitment,
    total: batches.reduce((sum, { total }) => addAmounts(sum, total), 0),
    count: rows.length,
    batches: batches.map(({ digest }) => digest),
  };
  return { name, proposal, batches, content };
}
