import { readFileSync } from "node:fs";
import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { equalBytes, utf8 } from "@mingbai/codec/bytes";
import { canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import { findHex, fromHex, toHex } from "@mingbai/codec/hex";
import { findKeyFileForm } from "@mingbai/crypto/key-file/key-file-form";
import { encodeAssertion, findAssertion } from "@mingbai/crypto/webauthn/assertion";
import { findClientData } from "@mingbai/crypto/webauthn/client-data";
import { encodeCertificate, findCertificate } from "@mingbai/ledger/availability/certificate";
import { findEnvelopes } from "@mingbai/ledger/container/body";
import { encodeContainerHeader, findContainerHeader } from "@mingbai/ledger/container/container";
import { encodeItem, findItem, type Item } from "@mingbai/ledger/container/item";
import { OrderedContainers } from "@mingbai/ledger/container/ordered-containers";
import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import { encodeLeaf, findLeaf } from "@mingbai/ledger/execute/leaf";
import { findCheckpoint, formatCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { findNote, formatNote } from "@mingbai/ledger/proofs/note";
import { findVkey, formatVkey } from "@mingbai/ledger/proofs/note-key";
import { findRosterNote } from "@mingbai/ledger/proofs/roster-note";
import { findTlogProof, formatTlogProof } from "@mingbai/ledger/proofs/tlog-proof";
import { findPaymentBody } from "@mingbai/ledger/transaction/body";
import { findBodyFault, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { encodeHeader, findHeader, headerBytes } from "@mingbai/ledger/transaction/header";
import { decodeBlockRecord } from "@mingbai/log/chain/block-record";
import { frameChunks, splitChunks } from "@mingbai/log/chain/chunk-frames";
import { findEntries, formatEntryBundle } from "@mingbai/log/merkle/entry-bundle";
import { findTile, tilePath } from "@mingbai/log/merkle/tile-path";
import { findWitnessRequest, formatWitnessRequest } from "@mingbai/log/merkle/witness-request";
import { readPrefix } from "@mingbai/log/prefix/readable-log";
import { LogDamaged } from "@mingbai/log/segments/log-error";
import { diskWithLog, testFolder } from "@mingbai/log/segments/test-log";
import { followSnapshots, openSnapshotStore } from "@mingbai/log/snapshots/snapshot-store";
import { findPromise, formatPromise } from "@mingbai/sdk/promise";
import { findReceipt, formatReceipt, formatReceiptProof, type Receipt } from "@mingbai/sdk/receipt";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { deepCount } from "@mingbai/testkit/deep";
import { fuzz, mutateBytes, mutateText } from "@mingbai/testkit/fuzz";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { encodeBatchHead } from "@mingbai/treasury/batch/encode-batch";
import { findBatchHead, readLine } from "@mingbai/treasury/batch/read-batch";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { registry } from "./registry.ts";
import { encodeAnswer, findAnswer, type SealedAnswer } from "./sealed/frames/answers.ts";
import { encodeAsk, findAsk } from "./sealed/frames/ask.ts";
import { splitVaultEntry } from "./vault/vault-record.ts";

/**
 * Every decoder of the product, by name, on input that is nearly right. Those of what strangers send never throw; those
 * of a node's own files, which checksums guard, throw an Error at worst. What has one spelling is written back as it was
 * read. `packages/tabular/payments/read-payments.test.ts` does the same for lists to import.
 */
const seed = runSeed();
const count = deepCount(3_000, 100_000);

const vectors = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/spec/vectors/${name}.json`, import.meta.url), "utf8"));
const envelopes: Uint8Array[] = vectors("transactions").map(({ bytes }: { bytes: string }) => fromHex(bytes));
const containers: { header: string; body: string }[] = vectors("containers").valid;
const items: Uint8Array[] = vectors("availability").proposals.flatMap((one: { items: string[] }) =>
  one.items.map(fromHex),
);
const leaves: Uint8Array[] = vectors("leaves").leaves.map(({ bytes }: { bytes: string }) => fromHex(bytes));
const records: Uint8Array[] = vectors("block-records").map(({ bytes }: { bytes: string }) => fromHex(bytes));
const assertions: Uint8Array[] = vectors("signatures").assertions.map(({ signature }: { signature: string }) =>
  fromHex(signature),
);
const { valid: checkpoints, logVkey } = vectors("checkpoints");
const notes: string[] = checkpoints.map(({ note }: { note: string }) => note);
const { inclusion, witnessRequest } = vectors("proofs");
const proofs: string[] = inclusion.map(({ proof }: { proof: string }) => proof);
const rosters: string[] = vectors("rosters").rosters.flatMap(({ notes: texts }: { notes: string[] }) => texts);
const nodePromise = formatPromise({
  format: "mingbai/promise/1",
  header: toBase64(envelopes[0]?.subarray(0, 224) ?? new Uint8Array()),
  promise: toBase64(fromHex(vectors("availability").promise.bytes)),
});
const receipt: Receipt = {
  format: "mingbai/receipt/1",
  header: toBase64(envelopes[0]?.subarray(0, 224) ?? new Uint8Array()),
  signature: toBase64(new Uint8Array(64)),
  body: toBase64(utf8('{"key":"a"}')),
  line: {
    index: 1,
    record: toBase64(new Uint8Array(64)),
    path: [toBase64(new Uint8Array(32))],
    results: "",
    resultsPath: [],
  },
  leaf: toBase64(leaves[0] ?? new Uint8Array()),
  rosters: rosters.slice(0, 1),
  proof: proofs[0] ?? "",
};
const keyFile = JSON.stringify({
  format: "mingbai-key/1",
  kind: "ed25519",
  publicKey: "00".repeat(32),
  kdf: { name: "scrypt", logN: 17, r: 8, p: 1, salt: "00".repeat(16) },
  cipher: { name: "aes-256-gcm", nonce: "00".repeat(12), ciphertext: "00".repeat(48) },
});

const sealedAsk = { request: 9, piece: 2, sealingKey: new Uint8Array(32), path: ["content/ab", "file/cd"] };
const sealedAnswers: SealedAnswer[] = [
  { kind: "entry", request: 1, bytes: new Uint8Array(90) },
  { kind: "piece", request: 2, bytes: new Uint8Array(9) },
  { kind: "none", request: 3, isBusy: true },
];

/** `findHeader` reads the first bytes of what may be longer. */
function findWholeHeader(bytes: Uint8Array) {
  return bytes.length === headerBytes ? findHeader(bytes) : undefined;
}

/** What is read is written as it was; what is not read is undefined. */
function oneSpelling<Read>(find: (bytes: Uint8Array) => Read | undefined, write: (read: Read) => Uint8Array) {
  return (bytes: Uint8Array): void => {
    const read = find(bytes);
    if (read !== undefined && !equalBytes(write(read), bytes)) throw new Error("two spellings are read alike");
  };
}

function oneText<Read>(find: (text: string) => Read | undefined, write: (read: Read) => string) {
  return (text: string): void => {
    const read = find(text);
    if (read !== undefined && write(read) !== text) throw new Error("two spellings are read alike");
  };
}

/** For what checksums guard: an Error is an answer. */
function orError(decode: (bytes: Uint8Array) => unknown) {
  return (bytes: Uint8Array): void => {
    try {
      decode(bytes);
    } catch (error) {
      if (!(error instanceof Error)) throw new Error("what was thrown is no Error");
    }
  };
}

function writeItem({ headerBytes, originSignature, certificate, inlineBody }: Item): Uint8Array {
  if (certificate !== undefined) return encodeItem({ headerBytes, originSignature, certificate });
  return encodeItem({ headerBytes, originSignature, inlineBody: inlineBody ?? new Uint8Array() });
}

function checkBytes(bytes: Uint8Array): void {
  const header = findContainerHeader(bytes.subarray(0, 96));
  if (header !== undefined) checkContainer(header, bytes.subarray(96));
}

function loadOrdered(bytes: Uint8Array): void {
  new OrderedContainers().load([bytes]);
}

const ofBytes: [string, readonly Uint8Array[], (bytes: Uint8Array) => void][] = [
  ["header of a transaction", envelopes.map((one) => one.subarray(0, 224)), oneSpelling(findWholeHeader, encodeHeader)],
  [
    "transaction",
    envelopes,
    (bytes) => {
      const read = readEnvelope(bytes);
      if (typeof read !== "string") findBodyFault(read);
    },
  ],
  ["body of a batch", [new Uint8Array(64), new Uint8Array(192)], (bytes) => void findPaymentBody(bytes)],
  [
    "header of a container",
    containers.map(({ header }) => fromHex(header)),
    oneSpelling(findContainerHeader, encodeContainerHeader),
  ],
  ["body of a container", containers.map(({ body }) => fromHex(body)), (bytes) => void findEnvelopes(1, bytes)],
  ["item of a block", items, oneSpelling(findItem, writeItem)],
  ["certificate", items.map((item) => item.subarray(160)), oneSpelling(findCertificate, encodeCertificate)],
  ["container, with its verdict", containers.map(({ header, body }) => fromHex(header + body)), checkBytes],
  ["range of ordered containers", [new Uint8Array(58), new Uint8Array(108)], orError(loadOrdered)],
  ["leaf", leaves, oneSpelling(findLeaf, encodeLeaf)],
  ["canonical JSON", [utf8('{"a":[1,true,"明"],"b":{}}'), utf8("[]")], oneSpelling(findCanonical, canonicalBytes)],
  ["head of a payment batch", [new Uint8Array(64)], oneSpelling(findBatchHead, encodeBatchHead)],
  ["line of a payment batch", [new Uint8Array(64)], orError(readLine)],
  ["answer of a passkey", assertions, oneSpelling(findAssertion, encodeAssertion)],
  [
    "client data of a passkey",
    [utf8('{"type":"webauthn.get","challenge":"c","origin":"o"}')],
    (bytes) => void findClientData(bytes),
  ],
  ["bundle of entries", [formatEntryBundle(leaves.slice(0, 2))], oneSpelling(findEntries, formatEntryBundle)],
  ["record of a block", records, orError(decodeBlockRecord)],
  ["chunks of a snapshot", [...frameChunks(leaves)], orError((bytes) => splitChunks([bytes]))],
  ["question for a sealed entry", [encodeAsk(sealedAsk)], oneSpelling(findAsk, encodeAsk)],
  ["answer with a sealed entry", sealedAnswers.map(encodeAnswer), oneSpelling(findAnswer, encodeAnswer)],
  ["entry of a vault", [Uint8Array.of(2, 0, 97, 98, 1, 2, 3)], orError(splitVaultEntry)],
];

const ofText: [string, readonly string[], (text: string) => void][] = [
  ["hexadecimal", ["", "00ff"], oneText(findHex, toHex)],
  ["base64", ["", "AA==", "AAA=", "AAAA"], oneText(findBase64, toBase64)],
  ["note", notes, oneText(findNote, formatNote)],
  ["checkpoint", notes.map((note) => note.split("\n\n")[0] ?? ""), oneText(findCheckpoint, formatCheckpoint)],
  ["verifier key", [logVkey], oneText(findVkey, formatVkey)],
  ["tlog-proof", proofs, oneText(findTlogProof, formatTlogProof)],
  ["request to a witness", [witnessRequest], oneText(findWitnessRequest, formatWitnessRequest)],
  ["note of a roster", rosters, (text) => void findRosterNote(text)],
  ["path of a tile", ["tile/0/x001/067", "tile/entries/000.p/5"], oneText(findTile, tilePath)],
  ["key file", [keyFile], (text) => void findKeyFileForm(text)],
  ["receipt", [formatReceipt(receipt), formatReceiptProof(receipt)], (text) => void findReceipt(text)],
  [
    "receipt, with its verdict",
    [formatReceipt(receipt), formatReceiptProof(receipt)],
    (text) => void verifyReceipt(text, { pinnedKeys: [logVkey] }),
  ],
  ["promise of a node", [nodePromise], (text) => void findPromise(text)],
];

describe(`decoders on ${count} inputs each (seed ${seed})`, () => {
  it.each(ofBytes)("of bytes: %s", async (_, examples, judge) => {
    await fuzz({ seed, count, make: (draw) => mutateBytes(draw, examples), judge });
  });

  it.each(ofText)("of text: %s", async (_, examples, judge) => {
    await fuzz({ seed, count, make: (draw) => mutateText(draw, examples), judge });
  });

  it("of input: the schema of every command", async () => {
    const schemas = [...registry.commands.values()].map(({ schema }) => schema);
    expect(schemas.length).toBeGreaterThan(20);
    const fields = [...new Set(schemas.flatMap((schema) => commandFields(schema)))];
    const make = (draw: Random) => ({ schema: draw.pick(schemas), input: anyValue(draw, fields, 4) });
    await fuzz({ seed, count, make, judge: ({ schema, input }) => void schema.safeParse(input) });
  });
});

function commandFields(schema: z.ZodType): string[] {
  return Object.keys(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }).properties ?? {});
}

const leafValues = [
  0,
  1,
  -1,
  1.5,
  Number.NaN,
  2 ** 53,
  "",
  "ab".repeat(16),
  "00".repeat(32),
  "0000000000000001",
  "明",
  true,
  null,
];

/** A value of no kind in particular, with the names that commands use. */
function anyValue(draw: Random, fields: readonly string[], depth: number): unknown {
  const some = Array.from({ length: draw.below(6) });
  if (depth === 0 || draw.chance(1, 2)) return draw.pick<unknown>(leafValues);
  if (draw.chance(1, 3)) return some.map(() => anyValue(draw, fields, depth - 1));
  return Object.fromEntries(
    some.map(() => [draw.pick([...fields, "kind", "__proto__"]), anyValue(draw, fields, depth - 1)]),
  );
}

/** Own files, read by way of a disk: what does not fit is damage, never anything else. */
async function damageOr(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
  }
}

describe(`files of a node on ${count} damaged copies each (seed ${seed})`, () => {
  it("segment log", async () => {
    const disk = await diskWithLog(6, { closed: false });
    const [path = ""] = disk.paths().filter((name) => name.endsWith(".segment"));
    const example = disk.content(path).slice();
    await fuzz({
      seed,
      count,
      make: (draw) => mutateBytes(draw, [example]),
      judge: (bytes) => {
        disk.putFile(path, bytes);
        return damageOr(() => readPrefix({ disk, folder: testFolder }));
      },
    });
  });

  it("snapshot", async () => {
    const disk = simulatedDisk({ seed });
    const store = await openSnapshotStore({ disk, folder: "snapshots" });
    await store.write({ height: 7, sections: [{ name: "marks", chunks: [utf8("{}"), random(seed).bytes(300)] }] });
    const [path = ""] = disk.paths();
    const example = disk.content(path).slice();
    const followed = followSnapshots({ disk, folder: "snapshots" });
    await fuzz({
      seed,
      count,
      make: (draw) => mutateBytes(draw, [example]),
      judge: (bytes) => {
        disk.putFile(path, bytes);
        return damageOr(() => followed.open(7));
      },
    });
  });
});
