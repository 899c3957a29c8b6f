import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { formatPromise, hearPromises, type NodePromise } from "@mingbai/sdk/promise";
import { formatReceipt } from "@mingbai/sdk/receipt";
import { verifyPromise } from "@mingbai/sdk/verify-promise";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { logOrigin } from "../published/published-log.ts";
import { TestMembers } from "./test-members.ts";

let folder = "";
let members: TestMembers;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-network-"));
  members = await TestMembers.found(folder, 4);
});
afterEach(async () => {
  await members.closeAll();
  await rm(folder, { recursive: true, force: true });
});

const organisation = (id: string) => ({ organisation: id, name: { en: id, zh: id } });

/** App hashes of these members after this height, which each reaches. */
async function appHashes(numbers: readonly number[], height: number): Promise<Set<string>> {
  return new Set(await Promise.all(numbers.map((number) => members.appHashAfter(number, height))));
}

describe.skipIf(whyNoComet)(whyNoComet ?? "four members over TLS and CometBFT", () => {
  it("answer whoever asks any of them, go on without one, and take it back", async () => {
    await members.openAll();
    const first = await members.actor(0).act("identity.registerOrganisation", organisation("street"));
    expect(await appHashes(members.numbers, first.height)).toMatchObject({ size: 1 });
    await members.close(3);
    const second = await members.actor(1, 2).act("identity.registerOrganisation", organisation("school"));
    expect(second.height).toBeGreaterThan(first.height);
    await members.open(3);
    const third = await members.actor(2, 3).act("identity.registerOrganisation", organisation("clinic"));
    expect(await appHashes(members.numbers, third.height)).toMatchObject({ size: 1 });
    expect(members.fatal).toEqual([]);
  });

  it("give receipts that hold offline under the organisations' keys, made on any node, also with one of four down", async () => {
    await members.openAll();
    const { logIndex } = await members.actor(0).act("identity.registerOrganisation", organisation("street"));
    await members.receiptOf(1, logIndex);
    const light = members.get(0).network?.lightBlocks;
    await members.close(3);
    const later = await members.actor(0, 2).act("identity.registerOrganisation", organisation("school"));
    const origin = logOrigin(members.get(0).chain.chain);
    const pinnedKeys = members.genesis.roster.members.map((one) => formatVkey(organisationNoteKey(origin, one)));
    for (const number of [0, 1, 2]) {
      for (const index of [logIndex, later.logIndex]) {
        const verdict = verifyReceipt(formatReceipt(await members.receiptOf(number, index)), { pinnedKeys });
        expect(verdict).toMatchObject({ ok: true, fact: { command: "identity.registerOrganisation", accepted: true } });
        expect(verdict.fact?.log.members).toBeGreaterThan(2);
      }
    }
    // Only what its own verifier found right is kept.
    expect({ kept: light?.count, problem: light?.problem }).toEqual({ kept: 1, problem: "" });
    expect(members.fatal).toEqual([]);
  });

  it("promise what they have stored, which the receipt shows to be kept", async () => {
    await members.openAll();
    const { sequencer, chain } = members.get(2);
    const actor = members.actor(0, 2);
    const signed = await actor.signCommand("identity.registerOrganisation", organisation("street"));
    const heard: NodePromise[] = [];
    hearPromises((promise) => heard.push(promise), signed.bytes)(await sequencer.receive(signed.bytes.slice()));
    const { logIndex, height } = await actor.submit(signed);
    const origin = logOrigin(chain.chain);
    const pinnedKeys = members.genesis.roster.members.map((one) => formatVkey(organisationNoteKey(origin, one)));
    const receipt = formatReceipt(await members.receiptOf(1, logIndex));
    const [promise] = heard;
    if (promise === undefined) throw new Error("nothing was promised");
    expect(verifyPromise(formatPromise(promise), { receipt, trust: { pinnedKeys } })).toMatchObject({
      ok: true,
      fact: { outcome: "kept", height, organisation: members.genesis.roster.members[2]?.organisation },
    });
  });
});
