import { rm } from "node:fs/promises";
import { sendAll } from "../benches/lines-e2e.ts";
import { preparePayments } from "./prepare-payments.ts";
import { makeBenchFolder, startLedger } from "./start-ledger.ts";

/** A ledger at rest on the disk, with 100,000 accounts and this many paid lines. */
export interface FilledLedger {
  readonly folder: string;
  readonly paidLines: number;
  remove(): Promise<void>;
}

/** Pays batches of 8,192 lines through a node, and stops it. */
export async function fillLedger({ lines, batches }: { lines: number; batches: number }): Promise<FilledLedger> {
  const folder = await makeBenchFolder();
  const node = await startLedger({ folder });
  await sendAll(node, await preparePayments(node.client, { lines, batches }));
  await node.stop();
  return { folder, paidLines: lines * batches, remove: () => rm(folder, { recursive: true, force: true }) };
}
