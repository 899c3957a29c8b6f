import type { OrderedContainer } from "@mingbai/ledger/execute/block";
import { findLeaf } from "@mingbai/ledger/execute/leaf";
import type { Envelope } from "@mingbai/ledger/transaction/envelope";
import type { BlockRecord, RecordedOutcome } from "./block-record.ts";
import { readContainer } from "./read-container.ts";

/** A durable block with its transactions taken apart, for whoever reads the log without executing it. */
export function readTransactions(record: BlockRecord, bodies: readonly Uint8Array[]) {
  const containers = record.containers.map((container, index) => {
    const body = bodies[index];
    if (body === undefined) throw new RangeError(`block ${record.height}: no body for container ${index}`);
    return readContainer(container, body);
  });
  const firstIndex = record.logSize - record.outcomes.length;
  return record.outcomes.map((outcome, index) => ({
    logIndex: firstIndex + index,
    leaf: leafOf(outcome),
    leafBytes: outcome.leaf,
    events: outcome.events,
    refusal: outcome.refusal,
    refusedLines: outcome.refusedLines ?? [],
    envelope: findEnvelope(outcome, (container, envelope) => envelopesOf(containers[container])[envelope]),
  }));
}

function leafOf(outcome: RecordedOutcome) {
  const leaf = findLeaf(outcome.leaf);
  if (leaf === undefined) throw new SyntaxError("a block record holds a leaf that cannot be read");
  return leaf;
}

function envelopesOf(container: OrderedContainer | undefined): readonly Envelope[] {
  return container === undefined || "void" in container ? [] : container.envelopes;
}

function findEnvelope(
  { place }: RecordedOutcome,
  at: (container: number, envelope: number) => Envelope | undefined,
): Envelope | undefined {
  return place && at(place[0], place[1]);
}
