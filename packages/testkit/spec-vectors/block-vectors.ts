import { toHex } from "@mingbai/codec/hex";
import type { OrderedEnvelope } from "@mingbai/ledger/execute/block";
import { Replica } from "@mingbai/log/chain/replica";
import { sampleCommand, samplePaymentBody, samplePayments } from "../sample-domain/sample-envelope.ts";
import { foundSample, sampleTimeMs } from "../sample-domain/sample-ledger.ts";
import { hashOf } from "./hash-of.ts";

const amounts = [7, 8, 9];
const refused = [1];

/**
 * Blocks of the sample ledger from genesis on, each with what went in and what must come out: an accepted command, a
 * batch with a refused line, a deadline, refusals, and transactions without a place.
 */
export function blockVectors() {
  const { registry, genesis } = foundSample();
  const replica = new Replica(registry, genesis);
  const header = (sequence: number) => ({ chain: replica.chain, sequence });
  const note = sampleCommand({ key: "明", text: "x", dueMs: sampleTimeMs + 9 }, header(1));
  const batch = samplePayments(samplePaymentBody(amounts, { refused }), header(3));
  const erase = { command: "sample.eraseNote" };
  const run = (afterMs: number, envelopes: readonly OrderedEnvelope[]) => runBlock({ replica, afterMs, envelopes });
  return [
    run(1, [note, batch]),
    run(9, [sampleCommand({ key: "明" }, { ...header(2), ...erase }), batch]),
    run(10, [sampleCommand({ key: "a", text: "x" }, { chain: hashOf(9) })]),
    run(11, [sampleCommand({ key: "a", text: "x" }, header(9_999))]),
    run(12, [samplePayments(samplePaymentBody([1], { head: new Uint8Array(64).fill(1) }), header(4))]),
  ];
}

function runBlock(given: { replica: Replica; afterMs: number; envelopes: readonly OrderedEnvelope[] }) {
  const { replica, afterMs, envelopes } = given;
  const batchId = hashOf(afterMs % 256);
  const container = { kind: 1, origin: 0, originSequence: 1, expiryHeight: 9, bodyBytes: 0, units: 1 } as const;
  const header = { ...container, chainTag: replica.chain.slice(0, 8), bodyRoot: batchId };
  const { executed, head } = replica.apply({
    height: replica.head.height + 2,
    timeMs: sampleTimeMs + afterMs,
    containers: [{ header, batchId, envelopes }],
  });
  return {
    height: head.height,
    timeMs: head.timeMs,
    batchId: toHex(batchId),
    envelopes: envelopes.map((one) => toHex(one.headerBytes) + toHex(one.body)),
    leaves: executed.map(({ leaf, outcome, place }) => ({
      leaf: toHex(leaf),
      envelope: place?.envelope ?? null,
      refusal: outcome.refusal?.refused ?? null,
      results: outcome.lineResults === undefined ? null : toHex(outcome.lineResults),
      events: outcome.events,
      // Of the sample's batch: the amount of each accepted line, since its payees had nothing.
      numbers: outcome.lineResults === undefined ? [] : amounts.filter((_, line) => !refused.includes(line)),
    })),
    logSize: head.logSize,
    logRoot: toHex(head.logRoot),
    effects: toHex(head.effects),
    appHash: toHex(head.appHash),
  };
}
