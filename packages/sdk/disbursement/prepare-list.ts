import { addAmounts } from "@mingbai/codec/money";
import { linesPerBatchMax, type ProposeManifest } from "@mingbai/treasury/schema";
import type { z } from "zod";
import type { TextSink } from "./keep-texts.ts";
import type { ListRow } from "./list-row.ts";
import { type ListPlace, type MadeBatch, makeBatch } from "./make-batch.ts";
import { getRow, Places, pickRows, type Rows } from "./rows.ts";
import { type RandomBytes, randomBytes, salted } from "./salted-content.ts";

/** A batch with the rows that it pays, in the order of its lines. */
export interface ListBatch extends MadeBatch {
  readonly rows: Rows<ListRow>;
}

/** A list ready to be proposed. The same batches must be sent once it is approved: keep them. */
export interface PreparedList {
  readonly name: string;
  readonly proposal: z.infer<typeof ProposeManifest>;
  readonly batches: readonly ListBatch[];
}

/** Rows of one batch, and where they stand in the list. */
interface CutRows {
  readonly rows: readonly ListRow[];
  readonly places: Uint32Array;
}

/**
 * Rows cut into batches, one after another: those paid by the bank apart from those paid into accounts, each kind in the file's
 * order. A batch comes when it is full, and what is left of both at the end.
 */
export function* cutBatches(rows: Rows<ListRow>): Generator<CutRows> {
  const [toAccounts, byBank] = [newCut(), newCut()];
  for (let place = 0; place < rows.length; place++) {
    const row = getRow(rows, place);
    const cut = row.bankAccount === "" ? toAccounts : byBank;
    cut.rows.push(row);
    cut.places.add(place);
    if (cut.rows.length === linesPerBatchMax) yield takeCut(cut);
  }
  for (const cut of [toAccounts, byBank]) if (cut.rows.length > 0) yield takeCut(cut);
}

interface Cut {
  rows: ListRow[];
  places: Places;
}

function newCut(): Cut {
  return { rows: [], places: new Places() };
}

function takeCut(cut: Cut): CutRows {
  const taken = { rows: cut.rows, places: cut.places.done() };
  Object.assign(cut, newCut());
  return taken;
}

/**
 * Makes the batches of a checked list and the manifest that proposes them. `texts` gets those of each batch as soon as it is
 * made, and the list's own content last: its commitment is the proposal's `listDigest`. When this resolves all are kept.
 * Throws RangeError on no rows, or on more than one manifest takes: `checkList` lets neither through.
 */
export async function prepareList(
  { name, place, rows }: { name: string; place: ListPlace; rows: Rows<ListRow> },
  texts: TextSink,
  random: RandomBytes = randomBytes,
): Promise<PreparedList> {
  if (rows.length === 0) throw new RangeError("a list without rows pays nobody");
  const batches: ListBatch[] = [];
  for (const cut of cutBatches(rows)) {
    const { contents, ...made } = makeBatch(place, cut.rows, random);
    // A batch keeps the places of its rows: the rows themselves would be the whole list once more.
    batches.push({ ...made, rows: pickRows(rows, cut.places) });
    await texts.add(contents);
  }
  const named = batches.map(({ digest, texts }) => ({ digest, texts }));
  const content = salted({ kind: "list", name, batches: named }, random);
  await texts.add([content]);
  await texts.done();
  const proposal = {
    ...place,
    listDigest: content.commitment,
    total: batches.reduce((sum, { total }) => addAmounts(sum, total), 0),
    count: rows.length,
    batches: batches.map(({ digest }) => digest),
  };
  return { name, proposal, batches };
}
