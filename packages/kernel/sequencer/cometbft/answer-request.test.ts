import { create, fromBinary, type MessageInitShape } from "@bufbuild/protobuf";
import { concat } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { describe, expect, it } from "vitest";
import { type AbciApplication, snapshotChunkBytesMax } from "./abci-application.ts";
import { answerRequest } from "./answer-request.ts";
import { FrameReader } from "./frame-reader.ts";
import {
  CheckTxType,
  RequestSchema,
  ResponseApplySnapshotChunk_Result,
  ResponseOfferSnapshot_Result,
  ResponseProcessProposal_Status,
  ResponseSchema,
} from "./proto/generated/abci_pb.js";
import { testApplication } from "./test-application.ts";

type RequestValue = NonNullable<MessageInitShape<typeof RequestSchema>["value"]>;

/** The answer's frame to a request, and what the application was asked. */
async function ask(request: RequestValue, answers: Partial<AbciApplication>) {
  const asked: unknown[] = [];
  const seen = Object.fromEntries(
    Object.entries({ ...testApplication({}), ...answers }).map(([name, method]) => [
      name,
      (...parts: unknown[]) => {
        asked.push(...parts);
        return Reflect.apply(method, undefined, parts);
      },
    ]),
  );
  const { value } = create(RequestSchema, { value: request });
  if (value.case === undefined) throw new Error("no request");
  const parts = await answerRequest({ ...testApplication({}), ...seen }, value);
  const frame = new FrameReader().push(concat(...parts)).frames[0] ?? new Uint8Array();
  return { asked, frame, answer: fromBinary(ResponseSchema, frame).value };
}

const bytes = Uint8Array.of(1, 2, 3);
const time = { seconds: 2n, nanos: 5_999_999 };
const snapshot = { height: 7, format: 1, chunks: 2, hash: bytes, metadata: Uint8Array.of(9) };
const publicKey = new Uint8Array(32).fill(4);

interface Case {
  readonly name: string;
  readonly request: RequestValue;
  readonly answers: Partial<AbciApplication>;
  readonly asked: readonly unknown[];
  readonly answer: unknown;
}

const cases: readonly Case[] = [
  {
    name: "info",
    request: { case: "info", value: { abciVersion: "2.0.0" } },
    answers: { info: async () => ({ height: 7, appHash: bytes }) },
    asked: [],
    answer: { lastBlockHeight: 7n, lastBlockAppHash: bytes },
  },
  {
    name: "initChain",
    request: {
      case: "initChain",
      value: {
        time,
        chainId: "mingbai",
        initialHeight: 1n,
        validators: [{ pubKey: { sum: { case: "ed25519", value: publicKey } }, power: 10n }],
      },
    },
    answers: { initChain: async () => ({ appHash: bytes }) },
    asked: [
      {
        chainId: "mingbai",
        timeMs: 2005,
        initialHeight: 1,
        validators: [{ publicKey, power: 10 }],
        appState: new Uint8Array(),
      },
    ],
    answer: { appHash: bytes, validators: [] },
  },
  {
    name: "query",
    request: { case: "query", value: { path: "/a", data: bytes, height: 3n, prove: true } },
    answers: { query: async () => ({ code: 0, value: bytes, height: 3 }) },
    asked: [{ path: "/a", data: bytes, height: 3, isProofAsked: true }],
    answer: { code: 0, value: bytes, height: 3n },
  },
  {
    name: "checkTx",
    request: { case: "checkTx", value: { tx: bytes, type: CheckTxType.RECHECK } },
    answers: { checkTx: async () => ({ code: 4, log: "no" }) },
    asked: [{ bytes, isRecheck: true }],
    answer: { code: 4, log: "no" },
  },
  {
    name: "insertTx",
    request: { case: "insertTx", value: { tx: bytes } },
    answers: { insertTx: async () => ({ code: 5, log: "there is no place for it" }) },
    asked: [bytes],
    answer: { code: 5 },
  },
  {
    name: "reapTxs",
    request: { case: "reapTxs", value: { maxBytes: 100n, maxGas: 0n } },
    answers: { reapTxs: async () => [bytes] },
    asked: [{ bytesMax: 100, gasMax: 0 }],
    answer: { txs: [bytes] },
  },
  ...[true, false].map(
    (isAccepted): Case => ({
      name: `processProposal, ${isAccepted}`,
      request: { case: "processProposal", value: { txs: [bytes], height: 3n, time, hash: bytes } },
      answers: { processProposal: async () => isAccepted },
      asked: [expect.objectContaining({ height: 3, timeMs: 2005, hash: bytes, items: [bytes] })],
      answer: { status: ResponseProcessProposal_Status[isAccepted ? "ACCEPT" : "REJECT"] },
    }),
  ),
  {
    name: "commit",
    request: { case: "commit", value: {} },
    answers: { commit: async () => ({ retainHeight: 12 }) },
    asked: [],
    answer: { retainHeight: 12n },
  },
  {
    name: "listSnapshots",
    request: { case: "listSnapshots", value: {} },
    answers: { listSnapshots: async () => [snapshot] },
    asked: [],
    answer: { snapshots: [{ ...snapshot, height: 7n }] },
  },
  {
    name: "offerSnapshot",
    request: { case: "offerSnapshot", value: { snapshot: { ...snapshot, height: 7n }, appHash: bytes } },
    answers: { offerSnapshot: async () => "rejectSender" },
    asked: [{ snapshot, appHash: bytes }],
    answer: { result: ResponseOfferSnapshot_Result.REJECT_SENDER },
  },
  {
    name: "loadSnapshotChunk, of one that is not here",
    request: { case: "loadSnapshotChunk", value: { height: 7n, format: 1, chunk: 2 } },
    answers: { loadSnapshotChunk: async () => undefined },
    asked: [{ height: 7, format: 1, chunk: 2 }],
    answer: { chunk: new Uint8Array() },
  },
  {
    name: "applySnapshotChunk",
    request: { case: "applySnapshotChunk", value: { index: 1, chunk: bytes, sender: "aa" } },
    answers: { applySnapshotChunk: async () => ({ result: "retry", refetchChunks: [0], rejectSenders: ["aa"] }) },
    asked: [{ index: 1, chunk: bytes, sender: "aa" }],
    answer: { result: ResponseApplySnapshotChunk_Result.RETRY, refetchChunks: [0], rejectSenders: ["aa"] },
  },
];

describe("answerRequest", () => {
  it.each(cases)("carries $name there and back", async ({ request, answers, asked, answer }) => {
    const result = await ask(request, answers);
    expect(result.asked).toEqual(asked);
    expect(result.answer).toMatchObject({ case: request.case, value: answer });
  });

  it("writes an empty result for each item of a block", async () => {
    const { frame } = await ask(
      { case: "finalizeBlock", value: { txs: [bytes, bytes], height: 1n, time } },
      { finalizeBlock: async () => ({ appHash: bytes, validatorUpdates: [] }) },
    );
    expect(toHex(frame)).toBe("aa0109120012002a03010203");
  });

  it.each<[string, RequestValue, Partial<AbciApplication>, string]>([
    [
      "a chunk that is too long for peers",
      { case: "loadSnapshotChunk", value: {} },
      { loadSnapshotChunk: async () => new Uint8Array(snapshotChunkBytesMax + 1) },
      "15000001 bytes",
    ],
    ["an offer of nothing", { case: "offerSnapshot", value: {} }, {}, "offered no snapshot"],
    [
      "a validator with another kind of key",
      { case: "initChain", value: { time, validators: [{ pubKey: { sum: { case: "secp256k1", value: bytes } } }] } },
      {},
      "not Ed25519",
    ],
  ])("throws for %s", async (_, request, answers, text) => {
    await expect(ask(request, answers)).rejects.toThrow(text);
  });
});
