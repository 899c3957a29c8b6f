import { toHex } from "@mingbai/codec/hex";
import { batchId, encodeContainerHeader, findContainerHeader } from "@mingbai/ledger/container/container";
import type { OrderedContainer, OrderedEnvelope } from "@mingbai/ledger/execute/block";
import type { Executed } from "@mingbai/ledger/execute/execute-block";
import { Replica } from "@mingbai/log/chain/replica";
import { sampleCommand, samplePaymentBody, samplePayments } from "../sample-domain/sample-envelope.ts";
import { foundSample, sampleTimeMs } from "../sample-domain/sample-ledger.ts";
import { hashOf } from "./hash-of.ts";

const amounts = [7, 8, 9];
const refused = [1];

type Void = Extract<OrderedContainer, { void: unknown }>["void"];

/** A container by its number, its envelopes or why it is void, and which of two with that number it is. */
type Made = readonly [sequence: number, content: readonly OrderedEnvelope[] | Void, twin?: number];

/**
 * Blocks of the sample ledger from genesis on, each with what went in and what must come out: an accepted command, a
 * batch with a refused line, a deadline, refusals, a losing twin that comes again, transactions without a place, containers
 * again, twice and void.
 */
export function blockVectors() {
  const { registry, genesis } = foundSample();
  const replica = new Replica(registry, genesis);
  const header = (sequence: number) => ({ chain: replica.chain, sequence });
  const note = sampleCommand({ key: "明", text: "x", dueMs: sampleTimeMs + 9 }, header(1));
  const batch = samplePayments(samplePaymentBody(amounts, { refused }), header(3));
  const other = sampleCommand({ key: "a", text: "other bytes" }, header(3));
  const erased = sampleCommand({ key: "明" }, { ...header(2), command: "sample.eraseNote" });
  const late = samplePayments(samplePaymentBody([1], { head: new Uint8Array(64).fill(1) }), header(4));
  const run = (afterMs: number, containers: readonly Made[]) => runBlock({ replica, afterMs, containers });
  return [
    run(1, [[1, [note, batch]]]),
    run(9, [[2, [erased, batch, other, other]]]),
    run(10, [[3, [sampleCommand({ key: "a", text: "x" }, { chain: hashOf(9) })]]]),
    run(11, [[4, [sampleCommand({ key: "a", text: "x" }, header(9_999))]]]),
    run(12, [[5, [late, other, batch]]]),
    run(13, [
      [1, [note, batch]],
      [5, [sampleCommand({ key: "b", text: "x" }, header(5))], 1],
      [6, "faulty"],
      [8, "lost"],
      [6, [sampleCommand({ key: "b", text: "x" }, header(5))], 1],
      [5, [sampleCommand({ key: "b", text: "x" }, header(5))], 1],
      [7, [sampleCommand({ key: "b", text: "x" }, header(5))]],
    ]),
  ];
}

function runBlock({
  replica,
  afterMs,
  containers,
}: {
  replica: Replica;
  afterMs: number;
  containers: readonly Made[];
}) {
  const made = containers.map((container) => makeContainer(replica.chain, container));
  const { executed, head } = replica.apply({
    height: replica.head.height + 2,
    timeMs: sampleTimeMs + afterMs,
    containers: made.map(({ container }) => container),
  });
  return {
    height: head.height,
    timeMs: head.timeMs,
    containers: made.map(({ container, headerBytes }) => ({
      header: toHex(headerBytes),
      void: "void" in container ? container.void : null,
      envelopes: "void" in container ? [] : container.envelopes.map((one) => toHex(one.headerBytes) + toHex(one.body)),
    })),
    leaves: executed.map(describeLeaf),
    logSize: head.logSize,
    logRoot: toHex(head.logRoot),
    effects: toHex(head.effects),
    appHash: toHex(head.appHash),
  };
}

function describeLeaf({ leaf, outcome, place }: Executed) {
  return {
    leaf: toHex(leaf),
    place: place === undefined ? null : [place.container, place.envelope],
    refusal: outcome.refusal?.refused ?? null,
    results: outcome.lineResults === undefined ? null : toHex(outcome.lineResults),
    events: outcome.events,
    // Of the sample's batch: the amount of each accepted line, since its payees had nothing.
    numbers: outcome.lineResults === undefined ? [] : amounts.filter((_, line) => !refused.includes(line)),
  };
}

function makeContainer(
  chain: Uint8Array,
  [originSequence, content, twin = 0]: Made,
): { container: OrderedContainer; headerBytes: Uint8Array } {
  const headerBytes = encodeContainerHeader({
    kind: 1,
    origin: 0,
    chainTag: chain.slice(0, 8),
    originSequence,
    expiryHeight: 4_096,
    bodyBytes: 0,
    units: 1,
    bodyRoot: hashOf(originSequence * 2 + twin),
  });
  const header = findContainerHeader(headerBytes);
  if (header === undefined) throw new Error("the header does not read back");
  const named = { header, batchId: batchId(headerBytes) };
  return {
    container: typeof content === "string" ? { ...named, void: content } : { ...named, envelopes: content },
    headerBytes,
  };
}
