import { concat, utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { linesRoot } from "@mingbai/codec/line-tree/lines-root";
import { bodyRoot, findEnvelopes } from "@mingbai/ledger/container/body";
import {
  batchId,
  type ContainerKind,
  containerKinds,
  encodeContainerHeader,
  findContainerHeader,
} from "@mingbai/ledger/container/container";
import { rosterHash } from "@mingbai/ledger/genesis/roster";
import { findPayments } from "@mingbai/ledger/transaction/envelope";
import { transactionKinds } from "@mingbai/ledger/transaction/header";
import { encodeBlockRecord } from "@mingbai/log/chain/block-record";
import { recordBlock, type StoredContainer } from "@mingbai/log/chain/record-block";
import { Replica } from "@mingbai/log/chain/replica";
import { sampleEnvelopeBytes, samplePaymentBody } from "../sample-domain/sample-envelope.ts";
import { foundSample, sampleTimeMs } from "../sample-domain/sample-ledger.ts";
import { hashOf } from "./hash-of.ts";

/** Record of the body log in which the batch's body is said to lie. */
const batchBodyNumber = 4;
/** The first height at which the whole state is hashed. */
const sealedHeight = 1_024;

/**
 * Blocks of the sample ledger as they stand in the block log: a body within and one elsewhere, a refused line, a
 * refusal, a deadline, a hash of the whole state. Beside the bytes stands what a reader must find in them.
 */
export function blockRecordVectors() {
  const { registry, genesis } = foundSample();
  const replica = new Replica(registry, genesis);
  const { chain } = replica;
  const note = utf8(`{"dueMs":${sampleTimeMs + 9},"key":"明","text":"x"}`);
  const batch = { kind: transactionKinds.payments, command: "sample.pay", chain, sequence: 2 };
  const written = sampleEnvelopeBytes(note, { chain, sequence: 1 });
  const paid = sampleEnvelopeBytes(samplePaymentBody([7, 8, 9], { refused: [1] }), batch);
  const missing = sampleEnvelopeBytes(utf8('{"key":"b"}'), { chain, sequence: 3, command: "sample.eraseNote" });
  const { inline, payments } = containerKinds;
  const runs = [
    { height: 1, bodies: [[inline, written] as const, [payments, paid] as const] },
    { height: sealedHeight, bodies: [[inline, missing] as const] },
  ];
  return runs.map(({ height, bodies: given }, run) => {
    const containers = given.map(([kind, body], at) => containerOf(chain, { kind, body, sequence: run * 2 + at }));
    const applied = replica.apply({ height, timeMs: sampleTimeMs + 8 + run, containers });
    const placed = containers.map((container) => ({
      container,
      bodyNumber: container.header.kind === payments ? batchBodyNumber : undefined,
    }));
    const bodies = { unorderedFrom: batchBodyNumber - 1, bodiesBelow: batchBodyNumber + 1 };
    const record = recordBlock(applied, { containers: placed, ...bodies });
    return { bytes: toHex(concat(...encodeBlockRecord(record))), ...said(record.height, containers) };
  });

  function said(height: number, containers: readonly StoredContainer[]) {
    const { head } = replica;
    return {
      height,
      timeMs: head.timeMs,
      rosterHash: toHex(rosterHash(genesis.roster)),
      appHash: toHex(head.appHash),
      bodies: containers.map(({ header, batchId: id, body }) => ({
        batchId: toHex(id),
        bodyNumber: header.kind === payments ? batchBodyNumber : null,
        body: toHex(body),
      })),
    };
  }
}

function containerOf(
  chain: Uint8Array,
  { kind, body, sequence }: { kind: ContainerKind; body: Uint8Array; sequence: number },
): StoredContainer {
  const envelopes = findEnvelopes(kind, body) ?? [];
  const headerBytes = encodeContainerHeader({
    kind,
    origin: 0,
    chainTag: chain.slice(0, 8),
    originSequence: sequence,
    expiryHeight: 4_096,
    bodyBytes: body.length,
    units: envelopes.reduce((units, { header }) => units + header.units, 0),
    bodyRoot: bodyRoot(kind, body, envelopes),
  });
  const header = findContainerHeader(headerBytes);
  if (header === undefined) throw new Error("the header does not read back");
  const ordered = envelopes.map((envelope) => {
    const lines = findPayments(envelope)?.lines;
    return { ...envelope, linesRoot: lines === undefined ? hashOf(0) : linesRoot(lines) };
  });
  const id = batchId(headerBytes);
  return {
    header,
    headerBytes,
    batchId: id,
    envelopes: ordered,
    signature: new Uint8Array(64).fill(9),
    body,
    groupRoots: new Uint8Array(),
  };
}
