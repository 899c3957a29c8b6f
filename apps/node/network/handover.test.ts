import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { eraBaseOf } from "@mingbai/ledger/genesis/era";
import { chainOf } from "@mingbai/ledger/genesis/genesis";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { formatReceipt, type Receipt } from "@mingbai/sdk/receipt";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { whyNotNet } from "@mingbai/testkit/net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeReceipt } from "../answers/make-receipt.ts";
import { logOrigin } from "../published/published-log.ts";
import { makeHandoverNote } from "./handover-note.ts";
import { TestHandover } from "./test-handover.ts";

const whyNot = whyNoComet ?? whyNotNet;
const everybody = [0, 1, 2, 3];

let root = "";
let handover: TestHandover;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-handover-"));
  handover = await TestHandover.found(root);
});
afterEach(async () => {
  await handover.closeAll();
  await rm(root, { recursive: true, force: true });
});

const organisation = (id: string) => ({ organisation: id, name: { en: id, zh: id } });

/** The receipt of a leaf by a member's node once its tree is proven and rosters lead to it. */
function receiptOf(number: number, logIndex: number): Promise<Receipt> {
  const { chain, published } = handover.get(number);
  return new Promise((resolve, reject) => {
    const look = async () => {
      const receipt = await makeReceipt({ chain, published }, { logIndex });
      if (typeof receipt !== "string" && receipt.rosters !== undefined) resolve(receipt);
    };
    published.onPublished(() => void look().catch(reject));
    look().catch(reject);
  });
}

/** What somebody sees who pins the first keeper's key and nothing else. */
function verdictOf(receipt: Receipt) {
  const { genesis } = handover;
  const origin = logOrigin(handover.get(0).chain.chain);
  return verifyReceipt(formatReceipt(receipt), {
    pinnedKeys: genesis.roster.members.map((one) => formatVkey(organisationNoteKey(origin, one))),
  });
}

/** Some history of one, the handover, and a copy for everybody. */
async function handedOver() {
  await handover.openAlone();
  const { logIndex } = await handover.actor(0, 0).act("identity.registerOrganisation", organisation("street"));
  const receipt = await receiptOf(0, logIndex);
  await handover.handOver();
  const { state, head } = handover.get(0).chain;
  await handover.close(0);
  for (const number of [1, 2, 3]) await handover.copyLedger(number);
  return { logIndex, receipt, base: eraBaseOf(state), size: head.logSize };
}

describe("a member of a network to which a ledger was handed", () => {
  it("does not start with a cosignature missing, and says whose; nor on one that nobody handed over", async () => {
    await handover.openAlone();
    await handover.actor(0, 0).act("identity.registerOrganisation", organisation("street"));
    await handover.close(0);
    await expect(handover.open(0)).rejects.toMatchObject({ code: "NOT_HANDED_OVER" });
    await handover.openAlone();
    await handover.handOver();
    await handover.close(0);
    for (const number of [1, 2, 3]) await handover.copyLedger(number);
    for (const number of [0, 1, 2]) await handover.cosign(number);
    await expect(handover.open(1)).rejects.toMatchObject({
      code: "COSIGNATURES_MISSING",
      message: expect.stringContaining("member-3"),
    });
    await expect(handover.openAlone()).rejects.toThrow("handed to several organisations");
  });

  it("does not start where a member has cosigned another history, and never signs two itself", async () => {
    const { size } = await handedOver();
    for (const number of everybody) await handover.cosign(number);
    const [, , liar] = handover.members;
    const { members } = handover.genesis.roster;
    if (liar === undefined || members[0] === undefined) throw new Error("no such member");
    const tree = { origin: logOrigin(chainOf(handover.genesis)), size, root: new Uint8Array(32).fill(9) };
    const member = { ...members[0], organisation: liar.organisation, cosignKey: toHex(liar.keys.cosign.publicKey) };
    const text = await makeHandoverNote(tree, { member, keys: liar.keys, timeSeconds: 6 });
    const path = handover.members[1]?.folder.handover ?? "";
    await writeFile(join(path, "seen-elsewhere.note"), text);
    await expect(handover.open(1)).rejects.toMatchObject({
      code: "TWO_HISTORIES",
      message: expect.stringContaining("member-2 (seen-elsewhere.note)"),
    });
  });

  it.skipIf(whyNot)(
    `goes on with the others through CometBFT${whyNot === undefined ? "" : ` (${whyNot})`}: heights, leaves, receipts without a break, and after a restart`,
    async () => {
      const { logIndex, receipt, base, size } = await handedOver();
      for (const number of everybody) await handover.cosign(number);
      await Promise.all(everybody.map((number) => handover.open(number)));
      const first = await handover.actor(1, 2).act("identity.registerOrganisation", organisation("school"));
      expect(first).toMatchObject({ status: "final", logIndex: size });
      expect(first.height).toBeGreaterThan(base);
      expect(verdictOf(receipt)).toMatchObject({ ok: true });
      for (const index of [logIndex, first.logIndex]) {
        expect(verdictOf(await receiptOf(3, index))).toMatchObject({ ok: true, fact: { accepted: true } });
      }
      await handover.closeAll();
      await Promise.all(everybody.map((number) => handover.open(number)));
      const second = await handover.actor(2, 3).act("identity.registerOrganisation", organisation("clinic"));
      expect(second).toMatchObject({ status: "final", logIndex: size + 1 });
      expect(handover.fatal).toEqual([]);
    },
  );
});
