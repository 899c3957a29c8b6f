import { toHex } from "@mingbai/codec/hex";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { checkList } from "../disbursement/check-list.ts";
import { keepTexts } from "../disbursement/keep-texts.ts";
import type { RowFault } from "../disbursement/list-row.ts";
import { prepareList } from "../disbursement/prepare-list.ts";
import { readListFile } from "../disbursement/read-list-file.ts";
import { type RowResult, resultsOf } from "../disbursement/result-file.ts";
import { randomBytes } from "../disbursement/salted-content.ts";
import { memoryJournal, sendBatches } from "../disbursement/send-batches.ts";
import { actAs, createClient, generateSigner, getAccepted, signIn } from "../index.ts";

/** A key by its 32-byte seed and its number on the ledger. */
export interface ExampleKey {
  readonly seed: Uint8Array;
  readonly keyId: string;
}

/**
 * Pays a list of people from a CSV or a workbook: read and checked, its texts kept sealed by the node, proposed by one person, approved
 * by others, sent. Gives what the ledger said of every row, and the rows that were held back with what is wrong.
 */
export async function payList(given: {
  url: string;
  /** CSV, TSV or a workbook (xlsx). */
  file: Uint8Array;
  name: string;
  /** The office's account, and the fund and tranche that the money comes from. */
  from: { payer: string; fund: number; tranche: number };
  proposer: ExampleKey;
  approvers: readonly ExampleKey[];
}): Promise<{ manifest: string; results: readonly RowResult[]; held: readonly RowFault[] }> {
  const { read } = await readListFile(given.file);
  if ("unreadable" in read) throw new Error(`the list cannot be read: ${read.unreadable}`);
  const { good, bad } = checkList(read.rows);

  const proposer = await enter(given.url, given.proposer);
  const place = { ...given.from, manifest: toHex(randomBytes(32)) };
  const prepared = await prepareList({ name: given.name, place, rows: good }, keepTexts(proposer.client));
  const { id: proposal } = getAccepted(await proposer.actor.does.treasury.proposeManifest(prepared.proposal));

  for (const key of given.approvers) {
    const { actor } = await enter(given.url, key);
    getAccepted(await actor.does.treasury.approveManifest({ manifest: place.manifest, proposal }));
  }

  const sending = { client: proposer.client, sign: proposer.actor.signPayments, journal: memoryJournal() };
  const sent = await sendBatches(sending, prepared.batches);
  const results = resultsOf(prepared.batches.map(({ rows }, index) => ({ rows, result: sent[index] })));
  return { manifest: place.manifest, results, held: bad };
}

async function enter(url: string, { seed, keyId }: ExampleKey) {
  const client = createClient({ url });
  const signer = generateSigner("ed25519", seed);
  await signIn(client, { signer, keyId });
  return { client, actor: await actAs(client, { signer, keyId, commands: { treasury: treasuryCommands } }) };
}
