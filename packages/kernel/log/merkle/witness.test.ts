import { toHex } from "@mingbai/codec/hex";
import { findCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { findNote, findSignatures, formatNote, type Note } from "@mingbai/ledger/proofs/note";
import { noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { findVerified } from "@mingbai/ledger/proofs/verify-note";
import { describe, expect, it } from "vitest";
import { logSigner, vectorLeaf, vectorLog, vectorOrigin } from "./make-vectors.ts";
import { signCheckpoint } from "./sign-checkpoint.ts";
import type { TileLog } from "./tile-log.ts";
import { vectorKey, verifyVector } from "./vector-keys.ts";
import { Witness, type WitnessMark, type WitnessState, witnessWaitingMax } from "./witness.ts";
import { formatWitnessRequest } from "./witness-request.ts";

const nowSeconds = 1_767_225_600;
const signer = vectorKey("witness.example", noteKeyTypes.cosignature);

function witnessOver(state: WitnessState, seen: string[] = []) {
  const sign = (message: Uint8Array) => {
    seen.push("signed");
    return signer.sign(message);
  };
  const logs = new Map([[vectorOrigin, [logSigner.key]]]);
  return new Witness({ key: signer.key, sign, verify: verifyVector, state, logs, nowSeconds: () => nowSeconds });
}

function memoryState(seen: string[] = []) {
  const marks = new Map<string, WitnessMark>();
  const state: WitnessState = {
    find: async (origin) => marks.get(origin),
    store: async (origin, mark) => {
      seen.push(`stored ${mark.size}`);
      marks.set(origin, mark);
    },
  };
  return { state, marks };
}

async function noteAt(log: TileLog, size: number): Promise<Note> {
  return signCheckpoint({ origin: vectorOrigin, size, root: await log.rootAt(size) }, logSigner);
}

async function requestOf(log: TileLog, sizes: { from: number; to: number }): Promise<string> {
  return formatWitnessRequest({
    oldSize: sizes.from,
    proof: await log.proveConsistency(sizes),
    note: await noteAt(log, sizes.to),
  });
}

describe("a witness", () => {
  it("cosigns what grows, storing before it signs, and its signature verifies", async () => {
    const { log } = await vectorLog(300);
    const seen: string[] = [];
    const { state } = memoryState(seen);
    const witness = witnessOver(state, seen);
    for (const sizes of [
      { from: 0, to: 100 },
      { from: 100, to: 256 },
      { from: 256, to: 256 },
      { from: 256, to: 300 },
    ]) {
      const answer = await witness.addCheckpoint(await requestOf(log, sizes));
      expect(answer?.status).toBe(200);
      const note = await noteAt(log, sizes.to);
      const signatures = findSignatures((answer?.body ?? "").trimEnd().split("\n")) ?? [];
      const verified = findVerified({ ...note, signatures }, { keys: [signer.key], verify: verifyVector });
      expect(verified?.map(({ timeSeconds }) => timeSeconds)).toEqual([nowSeconds]);
    }
    expect(seen).toEqual([
      "stored 100",
      "signed",
      "stored 256",
      "signed",
      "stored 256",
      "signed",
      "stored 300",
      "signed",
    ]);
  });

  it("answers every refusal of the protocol and keeps its mark", async () => {
    const { log } = await vectorLog(300);
    const { state, marks } = memoryState();
    const witness = witnessOver(state);
    await witness.addCheckpoint(await requestOf(log, { from: 0, to: 200 }));
    const good = await requestOf(log, { from: 200, to: 300 });
    const otherLog = vectorKey("other.example", noteKeyTypes.ed25519);
    const fork = await signCheckpoint({ origin: vectorOrigin, size: 200, root: vectorLeaf(1) }, logSigner);
    const emptyFork = await signCheckpoint({ origin: vectorOrigin, size: 0, root: vectorLeaf(1) }, logSigner);
    const note = await noteAt(log, 300);
    const strange = await signCheckpoint({ origin: "other.example", size: 300, root: vectorLeaf(1) }, otherLog);
    const unsigned = { text: note.text, signatures: strange.signatures };
    const table: { request: string; status: number; body?: string }[] = [
      { request: "nonsense", status: 400 },
      { request: good.replace("old 200", "old 301"), status: 400 },
      { request: formatWitnessRequest({ oldSize: 0, proof: [], note: strange }), status: 404 },
      { request: formatWitnessRequest({ oldSize: 200, proof: [], note: unsigned }), status: 403 },
      { request: good.replace("\n300\n", "\n299\n"), status: 403 },
      { request: good.replace("old 200", "old 0"), status: 409, body: "200\n" },
      { request: await requestOf(log, { from: 100, to: 150 }), status: 409, body: "200\n" },
      { request: formatWitnessRequest({ oldSize: 200, proof: [], note }), status: 422 },
      { request: formatWitnessRequest({ oldSize: 200, proof: [vectorLeaf(0)], note }), status: 422 },
      { request: formatWitnessRequest({ oldSize: 200, proof: [], note: fork }), status: 422 },
    ];
    for (const { request, status, body } of table) {
      const answer = await witness.addCheckpoint(request);
      expect([answer?.status, body ?? answer?.body]).toEqual([status, answer?.body]);
    }
    expect(marks.get(vectorOrigin)?.size).toBe(200);
    const fresh = witnessOver(memoryState().state);
    expect((await fresh.addCheckpoint(formatWitnessRequest({ oldSize: 0, proof: [], note: emptyFork })))?.status).toBe(
      422,
    );
    const needless = formatWitnessRequest({ oldSize: 0, proof: [vectorLeaf(0)], note });
    expect((await fresh.addCheckpoint(needless))?.status).toBe(422);
  });

  it("judges one request at a time, so that two cannot roll it back, and bounds those that wait", async () => {
    const { log } = await vectorLog(300);
    const { state, marks } = memoryState();
    const witness = witnessOver(state);
    const requests = [await requestOf(log, { from: 0, to: 300 }), await requestOf(log, { from: 0, to: 200 })];
    const answers = await Promise.all(requests.map((request) => witness.addCheckpoint(request)));
    expect(answers.map((answer) => answer?.status)).toEqual([200, 409]);
    expect(marks.get(vectorOrigin)?.size).toBe(300);
    const many = await Promise.all(Array.from({ length: witnessWaitingMax + 1 }, () => witness.addCheckpoint("")));
    expect(many.map((answer) => answer?.status).filter((status) => status === undefined).length).toBe(1);
  });

  it("gives no signature where the size could not be stored, and judges the next request", async () => {
    const { log } = await vectorLog(20);
    const seen: string[] = [];
    const { state } = memoryState();
    let isBroken = true;
    const failing: WitnessState = {
      find: (origin) => state.find(origin),
      store: async (origin, mark) => {
        if (isBroken) throw new Error("disk full");
        await state.store(origin, mark);
      },
    };
    const witness = witnessOver(failing, seen);
    await expect(witness.addCheckpoint(await requestOf(log, { from: 0, to: 10 }))).rejects.toThrow("disk full");
    expect(seen).toEqual([]);
    isBroken = false;
    expect((await witness.addCheckpoint(await requestOf(log, { from: 0, to: 20 })))?.status).toBe(200);
  });

  it("reads back the notes that it is sent", async () => {
    const { log } = await vectorLog(5);
    const note = await noteAt(log, 5);
    const checkpoint = findCheckpoint(findNote(formatNote(note))?.text ?? "");
    expect(toHex(checkpoint?.root ?? new Uint8Array())).toBe(toHex(await log.rootAt(5)));
  });
});
