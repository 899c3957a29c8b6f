import { toBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { encodePromise, promiseMessage } from "@mingbai/ledger/availability/promise";
import { ledgerRefusals } from "@mingbai/ledger/refusal";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { sceneChain, sceneMembers } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneNodes } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { sceneLogKey, sceneOrganisationKeys, sceneReceipt } from "@mingbai/testkit/ledger-scene/scene-receipt";
import { sceneCommand } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { describe, expect, it } from "vitest";
import { formatPromise, type NodePromise } from "./promise.ts";
import type { SignedTransaction } from "./sign-transaction.ts";
import { verifyPromise } from "./verify-promise.ts";

const byHeight = 2_060;
const nodes = sceneNodes(5);
const first = nodes.slice(0, 4);
/** The member that promises is the one that has left when the second roster comes into force. */
const epochs = [
  { nodes: first, fromHeight: 0 },
  { nodes: nodes.slice(1), fromHeight: 5_000 },
];
const trust = { pinnedKeys: sceneOrganisationKeys(epochs) };
const note = (text: string, given: Parameters<typeof sceneCommand>[1] = {}) => sceneCommand({ key: "a", text }, given);
const promised = await note("promised", { sequence: 5 });

async function promiseOf(
  { id, bytes }: SignedTransaction,
  { signer = first[0], node = 0, chain = sceneChain } = {},
): Promise<NodePromise> {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string" || signer === undefined) throw new Error("nothing to promise");
  const said = { epoch: 0, node, byHeight, id };
  const signature = await signer.ack.sign({ message: promiseMessage(chain, said), id });
  const promise = toBase64(encodePromise({ ...said, signature }));
  return { format: "mingbai/promise/1", header: toBase64(envelope.headerBytes), promise };
}

const kept = await promiseOf(promised);
const receipt = (of: SignedTransaction, height: number, result = 0) => sceneReceipt(of, { epochs, height, result });
const judge = async (given: Promise<string>, promise = formatPromise(kept), by: { pinnedKeys: string[] } = trust) =>
  verifyPromise(promise, { receipt: await given, trust: by });
const used = ledgerRefusals.SEQUENCE_USED.number;
const refused = ledgerRefusals.EXPIRED.number;

describe("a promise, judged by a receipt", () => {
  it.each([
    ["kept by its leaf at the promised height", () => receipt(promised, byHeight), "kept"],
    ["kept by a refusal as well", () => receipt(promised, 7, refused), "kept"],
    ["kept where another had its number: the leaf says so", () => receipt(promised, 7, used), "kept"],
    ["broken by its leaf one height later", () => receipt(promised, byHeight + 1), "broken"],
    ["broken by its leaf under later members", () => receipt(promised, 6_000), "broken"],
    ["broken by another act that used its number later", async () => receipt(await under(5), byHeight + 1), "broken"],
    ["broken by one that was refused later", async () => receipt(await under(5), byHeight + 1, refused), "broken"],
    [
      "open where another act came too late to use its number",
      async () => receipt(await under(5), 9_000, used),
      "open",
    ],
    ["open where another act used its number in time", async () => receipt(await under(5), byHeight), "open"],
    ["open by an act under another number", async () => receipt(await under(6), 9_000), "open"],
    ["open by an act in another lane", async () => receipt(await under(5, { lane: 1 }), 9_000), "open"],
    [
      "open by an act of another key",
      async () => receipt(await under(5, { member: sceneMembers.second }), 9_000),
      "open",
    ],
  ] as const)("is %s", async (_, shown, outcome) => {
    const id = toHex(promised.id);
    expect(await judge(shown())).toMatchObject({ ok: true, fact: { id, byHeight, organisation: "member-0", outcome } });
  });

  const under = (sequence: number, given: object = {}) => note("another", { sequence, ...given });

  it("is shown by the log's own key too, for members of the leaf's time and no others", async () => {
    const log = (height: number) => ({ pinnedKeys: [sceneLogKey(epochs, height)] });
    const by = (height: number) => judge(receipt(promised, height), undefined, log(height));
    expect(await by(byHeight + 1)).toMatchObject({ ok: true, fact: { outcome: "broken" } });
    expect(await by(6_000)).toEqual({ ok: false, fault: "ROSTER_NOT_OF_EPOCH" });
  });

  it.each([
    ["signed by another member", () => promiseOf(promised, { signer: first[1] }), "PROMISE_SIGNATURE_WRONG"],
    ["said to be another member's", () => promiseOf(promised, { node: 1 }), "PROMISE_SIGNATURE_WRONG"],
    ["for another ledger", () => promiseOf(promised, { chain: new Uint8Array(32) }), "PROMISE_SIGNATURE_WRONG"],
    ["with another act's header", async () => ({ ...kept, header: (await other()).header }), "PROMISE_MALFORMED"],
    ["cut", async () => ({ ...kept, promise: kept.promise.slice(4) }), "PROMISE_MALFORMED"],
    ["with more in it", async () => ({ ...kept, more: 1 }), "PROMISE_MALFORMED"],
  ] as const)("is none where it is %s", async (_, make, fault) => {
    const text = formatPromise(await make());
    expect(await judge(receipt(promised, byHeight + 1), text)).toEqual({ ok: false, fault });
  });

  const other = async () => promiseOf(await note("other"));

  it("is not judged by a receipt that does not hold, nor by keys that lead nowhere", async () => {
    const good = await receipt(promised, byHeight + 1);
    const bad = good.replace(/"leaf": "(....)/, '"leaf": "AAAA');
    for (const text of ["", "{}", bad]) {
      expect(await judge(Promise.resolve(text))).toEqual({ ok: false, fault: "RECEIPT_WRONG" });
    }
    const strangers = { pinnedKeys: sceneOrganisationKeys([{ nodes: sceneNodes(9).slice(5), fromHeight: 0 }]) };
    expect(await judge(Promise.resolve(good), undefined, strangers)).toEqual({ ok: false, fault: "RECEIPT_WRONG" });
    expect(await judge(Promise.resolve(good), "no promise")).toEqual({ ok: false, fault: "PROMISE_MALFORMED" });
  });
});
