import { fromHex } from "@mingbai/codec/hex";
import { chainView, keyView } from "@mingbai/http/ledger-views";
import { sendBatches } from "@mingbai/sdk/disbursement/send-batches";
import { type Signer, signPayments } from "@mingbai/sdk/index";
import { nodeClient } from "../../api/node-client.ts";
import { findSigner } from "../../keys/find-signer.ts";
import { keyNotHere } from "../../session/problem-texts.ts";
import { findKeptBatch, type KeptList, storedJournal } from "./list-store.ts";

/** Batches have an order of their own, so that they and single acts never wait for each other's numbers. */
const lane = 1;
const expiryMs = 60 * 60_000;

/** Another page of this browser is sending the same list. */
export class SentElsewhereError extends Error {
  override name = "SentElsewhereError";
}

/** This browser has lost a batch of the list: nothing more of it can be sent from here. */
export class BatchLostError extends Error {
  override name = "BatchLostError";
}

/**
 * Sends what is left of an approved list, batch by batch; only one page of the browser does at a time. Pressed twice or
 * begun again after a crash it goes on where it was. Throws ProblemError, BatchRefusedError, TypeError where the node is away.
 */
export async function sendList(
  keyId: string,
  { manifest, proposal }: KeptList,
  onSent: (sent: number) => void,
): Promise<void> {
  const signer = await findSigner(keyId);
  if (signer === undefined) throw keyNotHere();
  await navigator.locks.request(`mingbai list ${manifest}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) throw new SentElsewhereError("another page is sending this list");
    const parts = {
      client: nodeClient,
      sign: (command: string, body: Uint8Array) => signOne({ signer, keyId }, command, body),
      journal: storedJournal,
    };
    for (const [index, digest] of proposal.batches.entries()) {
      // One at a time: a long list does not fit into a page's memory twice.
      const batch = await findKeptBatch(digest);
      if (batch === undefined) throw new BatchLostError("a batch is not kept here");
      await sendBatches(parts, [batch]);
      onSent(index + 1);
    }
  });
}

async function signOne({ signer, keyId }: { signer: Signer; keyId: string }, command: string, body: Uint8Array) {
  const { chain, timeMs } = await nodeClient.ask(chainView, {});
  const { nextSequence } = await nodeClient.ask(keyView, { keyId, lane });
  const signing = { chain: fromHex(chain), signer, keyId, lane, sequence: nextSequence, expiryMs: timeMs + expiryMs };
  return signPayments(signing, command, body);
}
