import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Event } from "@mingbai/ledger/definition/event";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { erasureTable } from "@mingbai/registry/tables";
import { formatErasureProof } from "@mingbai/sdk/erasure-proof";
import type { Receipt } from "@mingbai/sdk/receipt";
import { verifyErasureProof } from "@mingbai/sdk/verify-erasure-proof";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeReceipt } from "../answers/make-receipt.ts";
import { demoNumber, demoSigner } from "../demo/demo-keys.ts";
import { nodeAccountOf } from "../keys/node-account.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { LocalActor } from "../local-actor.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { openDemo } from "../test-open-demo.ts";
import { openAcknowledger } from "./open-acknowledger.ts";

const household = "00000000000000b1";
const person = "00000000000000b2";
const erasure = "00000000000000e1";
const content = "c1".repeat(32);
const faults: string[] = [];
let root = "";
let ledger: OpenLedger;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-acknowledged-"));
  ledger = await open();
});
afterEach(async () => {
  await ledger.close();
  await rm(root, { recursive: true });
});

const open = () => openDemo(root, ({ message }) => faults.push(message));

function act(id: string, command: string, input: CanonicalObject) {
  return new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) }).act(command, input);
}

async function erase(): Promise<void> {
  const people = [{ subject: person, content }];
  await act("grid-0", "registry.openHouseholds", {
    households: [{ household, area: "fengxi-yunling", content, people }],
  });
  await act("grid-0", "registry.requestErasure", { erasure, ground: "enteredByMistake", subjects: [person] });
  await act("town-leader", "registry.decideErasure", { erasure, approve: true });
}

async function acknowledge(): Promise<void> {
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(5));
  const tablesReached = () => Promise.resolve();
  const onFatal = ({ message }: Error) => void faults.push(message);
  const acknowledger = openAcknowledger({ ledger, keys, tablesReached, onFatal });
  await acknowledger?.settled();
  acknowledger?.close();
}

async function lastEvents(): Promise<readonly Event[]> {
  const { chain } = ledger;
  for await (const { outcomes } of chain.blocksFromHeight(chain.head.height))
    return outcomes.flatMap(({ events }) => events);
  return [];
}

/** The receipt of the nth transaction of this ledger, once the log has a checkpoint over it. */
async function receiptOf(logIndex: number): Promise<Receipt> {
  const { chain, published } = ledger;
  for (;;) {
    const receipt = await makeReceipt({ chain, published }, { logIndex });
    if (typeof receipt !== "string") return receipt;
    await new Promise<void>((resolve) => published.onPublished(() => resolve()));
  }
}

describe("the proof of an erasure", () => {
  it("is verified from the log's key and its text alone, and fails where anything of it is another", async () => {
    await erase();
    await acknowledge();
    const [request, decision, receipt] = [await receiptOf(1), await receiptOf(2), await receiptOf(3)];
    const vaults = [{ organisation: "district-finance", receipt }];
    const trust = { pinnedKeys: [formatVkey(ledger.published.key)] };
    const verdictOf = (parts: Parameters<typeof formatErasureProof>[0]) =>
      verifyErasureProof(formatErasureProof(parts), trust);
    const { checks, fact } = verdictOf({ request, decision, vaults });
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(fact).toMatchObject({ erasure, subjects: [person], vaults: [{ organisation: "district-finance" }] });
    const failedAt = (parts: Parameters<typeof formatErasureProof>[0]) =>
      verdictOf(parts)
        .checks.filter(({ ok }) => !ok)
        .map(({ name, detail }) => `${name} ${detail}`);
    const other = [{ organisation: "civil-affairs", receipt }];
    expect(failedAt({ request: decision, decision, vaults })).toContain("asked OTHER_COMMAND");
    expect(failedAt({ request, decision: receipt, vaults })).toEqual(["decided OTHER_COMMAND"]);
    expect(failedAt({ request, decision, vaults: other })).toEqual([
      "vaults STATEMENT_OTHER civil-affairs",
      "everyone VAULT_MISSING district-finance",
    ]);
    expect(verifyErasureProof("{}", trust).checks).toEqual([
      { name: "form", ok: false, detail: "ERASURE_PROOF_MALFORMED" },
    ]);
  });
});

describe("an erasure on a real ledger", () => {
  it("is acknowledged by the node itself after a start, signed with its own key, and is complete then", async () => {
    await erase();
    await ledger.close();
    ledger = await open();
    expect(ledger.subjects.isErased(person)).toBe(true);
    await acknowledge();
    const row = ledger.chain.state.table(erasureTable).find(erasure);
    expect(row).toMatchObject({ owed: ["district-finance"], acknowledged: ["district-finance"] });
    const events = await lastEvents();
    expect(events.map(({ type }) => type)).toEqual(["registry.erasureAcknowledged", "registry.erasureCompleted"]);
    const { node } = await deriveNodeKeys(new Uint8Array(32).fill(5));
    expect(events[0]?.data.by).toBe(nodeAccountOf(node.publicKey));
    expect(faults).toEqual([]);
  });

  it("is acknowledged once, however often the node starts", async () => {
    await erase();
    await acknowledge();
    const { logSize } = ledger.chain.head;
    await acknowledge();
    expect(ledger.chain.head.logSize).toBe(logSize);
  });
});
