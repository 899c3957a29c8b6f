import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { encodeEnvelope, findBodyFault, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { headerBytes, transactionKinds } from "@mingbai/ledger/transaction/header";
import { sampleEnvelopeBytes, samplePaymentBody } from "../sample-domain/sample-envelope.ts";
import { altered } from "./altered.ts";

/** Envelopes, valid and not: the identity and body hash, or the fault that wins. */
export function transactionVectors() {
  const body = utf8('{"key":"a","text":"x"}');
  const command = sampleEnvelopeBytes(body);
  const header = command.slice(0, headerBytes);
  const payments = batchOf(samplePaymentBody([1, 2, 3]), { lane: 15, sequence: 2 ** 53 - 1 });
  const faults = altered(command, [
    ["magic", 0, 0x4e],
    ["suite", 4, 2],
    ["scheme 0", 5, 0],
    ["scheme 4", 5, 4],
    ["lane 16", 6, 16],
    ["kind 2", 7, 2],
    ["body longer than what follows", 8, 255],
    ["two units of a command", 12, 2],
    ["sequence above 2^53", 31, 1],
    ["expiry above 2^53", 39, 1],
    ["key padding", 104, 1],
    ["command begins with a capital", 144, 0x53],
    ["command padding", 191, 1],
    ["body hash", 192, 0],
    ["signature length 0", 224, 0],
    ["signature longer than 1,024", 225, 5],
    ["signature padding", 319, 1],
    ["body", 320, 0],
  ]);
  return [
    { name: "a command", bytes: command },
    { name: "a batch", bytes: payments },
    { name: "cut short", bytes: command.slice(0, 225) },
    { name: "nothing", bytes: new Uint8Array() },
    { name: "a batch of a head alone", bytes: batchOf(samplePaymentBody([])) },
    { name: "a batch with half a line", bytes: batchOf(samplePaymentBody([1]).slice(0, 96)) },
    { name: "a batch of fewer lines than units", bytes: batchOf(samplePaymentBody([1, 2]), { units: 3 }) },
    { name: "a longer signature", bytes: encodeEnvelope({ header, signature: new Uint8Array(1_024).fill(8), body }) },
    {
      name: "a key of 33 bytes",
      bytes: sampleEnvelopeBytes(body, { scheme: 2, publicKey: new Uint8Array(33).fill(3) }),
    },
    ...faults,
  ].map(({ name, bytes }) => ({ name, bytes: toHex(bytes), ...judgeEnvelope(bytes) }));
}

function judgeEnvelope(bytes: Uint8Array) {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string") return { fault: envelope };
  const fault = findBodyFault(envelope);
  return fault === undefined ? { id: toHex(envelope.id), bodyHash: toHex(envelope.header.bodyHash) } : { fault };
}

function batchOf(body: Uint8Array, given: Parameters<typeof sampleEnvelopeBytes>[1] = {}) {
  return sampleEnvelopeBytes(body, { kind: transactionKinds.payments, command: "sample.pay", ...given });
}
