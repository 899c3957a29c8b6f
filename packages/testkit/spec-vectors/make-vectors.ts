import { concat, utf8 } from "@mingbai/codec/bytes";
import { findCanonical } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { bodyRoot, findEnvelopes } from "@mingbai/ledger/container/body";
import {
  batchId,
  containerKinds,
  encodeContainerHeader,
  findContainerHeader,
} from "@mingbai/ledger/container/container";
import { appHash } from "@mingbai/ledger/execute/app-hash";
import { eventsRoot } from "@mingbai/ledger/execute/execute-block";
import { encodeLeaf, findLeaf } from "@mingbai/ledger/execute/leaf";
import { genesisBytes } from "@mingbai/ledger/genesis/genesis";
import { rosterHash } from "@mingbai/ledger/genesis/roster";
import { judgeSequence, useSequence, windowTable } from "@mingbai/ledger/replay/window";
import { findBodyFault, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { transactionKinds } from "@mingbai/ledger/transaction/header";
import { sampleEnvelopeBytes, samplePaymentBody } from "../sample-domain/sample-envelope.ts";
import { foundSample, sampleKeyId } from "../sample-domain/sample-ledger.ts";

const hashOf = (byte: number) => new Uint8Array(32).fill(byte);

/** The files of docs/spec/vectors that this package answers for, by name. */
export function makeVectors() {
  return {
    "canonical-json": canonicalVectors(),
    transactions: transactionVectors(),
    containers: containerVectors(),
    leaves: leafVectors(),
    windows: windowVectors(),
    "app-hash": appHashVectors(),
  };
}

function canonicalVectors() {
  const texts = [
    '{"a":1,"b":[true,false,"明白"]}',
    "{}",
    "[]",
    "0",
    "-9007199254740991",
    "9007199254740991",
    "9007199254740992",
    '"\\u0000\\b\\t\\n\\f\\r\\"\\\\/"',
    '"\\/"',
    '"\u007f\u2028"',
    '"\\u001F"',
    '"\\u001f"',
    '{"b":1,"a":2}',
    '{"B":1,"a":2}',
    '{"a":1,"a":1}',
    '{"_a":1}',
    '{"":1}',
    `{"${"a".repeat(64)}":1}`,
    `{"${"a".repeat(65)}":1}`,
    "null",
    "[null]",
    "-0",
    "1.0",
    "1e3",
    "01",
    " 1",
    "1\n",
    '"\\ud800"',
    "\ufeff1",
    "[".repeat(17) + "]".repeat(17),
    "[".repeat(18) + "]".repeat(18),
    "",
  ];
  const all = [...texts.map(utf8), Uint8Array.of(0x22, 0xff, 0x22), Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)];
  return all.map((bytes) => ({ bytes: toHex(bytes), valid: findCanonical(bytes) !== undefined }));
}

/** Copies with one byte set, at each place that a layout says something about. */
function altered(bytes: Uint8Array, changes: readonly (readonly [string, number, number])[]) {
  return changes.map(([name, at, value]) => {
    const copy = bytes.slice();
    copy[at] = value;
    return { name, bytes: copy };
  });
}

function transactionVectors() {
  const command = sampleEnvelopeBytes(utf8('{"key":"a","text":"x"}'));
  const payments = sampleEnvelopeBytes(samplePaymentBody([1, 2, 3]), {
    kind: transactionKinds.payments,
    command: "sample.pay",
    lane: 15,
    sequence: 2 ** 53 - 1,
  });
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
    ...faults,
  ].map(({ name, bytes }) => ({ name, bytes: toHex(bytes), ...judgeEnvelope(bytes) }));
}

function judgeEnvelope(bytes: Uint8Array) {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string") return { fault: envelope };
  const fault = findBodyFault(envelope);
  return fault === undefined ? { id: toHex(envelope.id), bodyHash: toHex(envelope.header.bodyHash) } : { fault };
}

function containerVectors() {
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
  };
}

function leafVectors() {
  const leaf = encodeLeaf({
    kind: 1,
    result: 300,
    height: 12,
    timeMs: 1_750_000_000_000,
    index: 2,
    units: 8_192,
    id: hashOf(1),
    batchId: hashOf(2),
    linesRoot: hashOf(3),
    resultsRoot: hashOf(4),
    eventsRoot: hashOf(5),
    rosterHash: hashOf(6),
  });
  const changed = altered(leaf, [
    ["nothing changed", 4, 1],
    ["a genesis leaf", 4, 3],
    ["magic", 0, 0],
    ["kind 4", 4, 4],
    ["suite 2", 5, 2],
    ["height above 2^53", 15, 1],
    ["time above 2^53", 23, 1],
  ]);
  const cut = { name: "one byte short", bytes: leaf.slice(1) };
  const events = [[], [{ type: "sample.noteErased", data: { key: "a" } }]];
  return {
    leaves: [...changed, cut].map(({ name, bytes }) => {
      const read = findLeaf(bytes);
      return {
        name,
        bytes: toHex(bytes),
        valid: read !== undefined,
        ...(read && { result: read.result, units: read.units }),
      };
    }),
    events: events.map((list) => ({ events: list, root: toHex(eventsRoot(list)) })),
  };
}

function windowVectors() {
  const { state } = foundSample();
  const place = { keyId: sampleKeyId, lane: 0 };
  const sequences = [0, 1, 1, 3, 1_025, 1_026, 2, 1_026, 1_028, 5, 4, 3, 2 ** 53 - 1, 1_024, 1_024];
  return sequences.map((sequence) => {
    const verdict = judgeSequence(state, place, sequence);
    if (verdict === "free") useSequence(state, place, sequence);
    const row = state.table(windowTable).find(`${place.keyId}/0`);
    return { sequence, verdict, base: row?.base ?? 1, used: row?.used ?? "" };
  });
}

function appHashVectors() {
  const { genesis, chain, state } = foundSample();
  const roster = {
    epoch: 0,
    members: [{ organisation: "office", ackKey: "aa".repeat(32), logKey: "bb".repeat(32), power: 1 }],
  };
  const parts = { logRoot: hashOf(1), effects: hashOf(2), stateRoot: hashOf(3), rosterHash: hashOf(4) };
  const hash = appHash({ lastHeight: 1_024, logSize: 99, ...parts });
  const sealed = state.seal();
  return {
    appHash: { lastHeight: 1_024, logSize: 99, ...hexed(parts), hash: toHex(hash) },
    roster: { ...roster, hash: toHex(rosterHash(roster)) },
    genesis: { bytes: toHex(genesisBytes(genesis)), chain: toHex(chain) },
    stateRoot: {
      // Every bucket that is not written here is the empty list, "[]".
      tables: sealed.stores.map(({ name, chunks }) => ({
        name,
        chunks: chunks.length,
        buckets: chunks.flatMap(({ bytes }, bucket) => (bytes.length === 2 ? [] : [{ bucket, bytes: toHex(bytes) }])),
      })),
      root: toHex(sealed.root),
    },
  };
}

function hexed<Name extends string>(parts: Record<Name, Uint8Array>) {
  return Object.fromEntries(Object.entries<Uint8Array>(parts).map(([name, bytes]) => [name, toHex(bytes)]));
}
