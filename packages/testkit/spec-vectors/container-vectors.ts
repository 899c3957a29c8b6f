import { concat, utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { bodyRoot, findEnvelopes } from "@mingbai/ledger/container/body";
import {
  batchId,
  containerKinds,
  encodeContainerHeader,
  findContainerHeader,
} from "@mingbai/ledger/container/container";
import { transactionKinds } from "@mingbai/ledger/transaction/header";
import { sampleEnvelopeBytes, samplePaymentBody } from "../sample-domain/sample-envelope.ts";
import { altered } from "./altered.ts";
import { containerChecks } from "./container-checks.ts";
import { hashOf } from "./hash-of.ts";

/** Containers with their bodies and names; headers and bodies, valid and not; and what the check without state says. */
export async function containerVectors() {
  const first = sampleEnvelopeBytes(utf8('{"key":"a","text":"x"}'));
  const second = sampleEnvelopeBytes(utf8('{"key":"b","text":"y"}'), { sequence: 2 });
  const payments = sampleEnvelopeBytes(samplePaymentBody([5, 6]), {
    kind: transactionKinds.payments,
    command: "sample.pay",
  });
  const bodies = [
    { kind: containerKinds.payments, units: 2, body: payments },
    { kind: containerKinds.gathered, units: 2, body: concat(first, second) },
    { kind: containerKinds.inline, units: 1, body: first },
  ];
  const valid = bodies.map(({ kind, units, body }) => {
    const root = bodyRoot(kind, body, findEnvelopes(kind, body) ?? []);
    const header = encodeContainerHeader({
      kind,
      origin: 3,
      chainTag: hashOf(5).slice(0, 8),
      originSequence: 7,
      expiryHeight: 4_096,
      bodyBytes: body.length,
      units,
      bodyRoot: root,
    });
    return { header, body: toHex(body), bodyRoot: toHex(root) };
  });
  const [some] = valid;
  const faults = altered(some?.header ?? new Uint8Array(), [
    ["magic", 3, 0x32],
    ["kind 3", 4, 3],
    ["suite 0", 5, 0],
    ["origin sequence above 2^53", 23, 1],
    ["expiry height above 2^53", 31, 1],
    ["first zero byte", 40, 1],
    ["last zero byte", 63, 1],
  ]);
  return {
    valid: valid.map((one) => ({ ...one, header: toHex(one.header), batchId: toHex(batchId(one.header)) })),
    headers: faults.map(({ name, bytes }) => ({
      name,
      header: toHex(bytes),
      valid: findContainerHeader(bytes) !== undefined,
    })),
    bodies: [
      { name: "no envelope", kind: containerKinds.gathered, body: new Uint8Array() },
      { name: "two batches", kind: containerKinds.payments, body: concat(payments, payments) },
      { name: "two batches, gathered", kind: containerKinds.gathered, body: concat(payments, payments) },
      { name: "zeros between", kind: containerKinds.gathered, body: concat(first, new Uint8Array(64), second) },
      { name: "a byte too few", kind: containerKinds.inline, body: first.slice(0, -1) },
    ].map((one) => ({ ...one, body: toHex(one.body), valid: findEnvelopes(one.kind, one.body) !== undefined })),
    checks: await containerChecks(),
  };
}
