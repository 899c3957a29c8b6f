import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { eraBaseOf } from "@mingbai/ledger/genesis/era";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { whyNotNet } from "@mingbai/testkit/net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestHandover } from "./test-handover.ts";

const whyNot = whyNoComet ?? whyNotNet;
const longMs = 300_000;
/** So much is ordered by one that the first state root of the network comes soon after it has begun. */
const actsAlone = 1_010;
const lost = 3;

let root = "";
let handover: TestHandover;
let acts = 0;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-handed-join-"));
  handover = await TestHandover.found(root);
});
afterEach(async () => {
  await handover.closeAll();
  await rm(root, { recursive: true, force: true });
});

async function act(): Promise<number> {
  const id = `place-${acts++}`;
  const input = { organisation: id, name: { en: id, zh: id } };
  return (await handover.actor(0, 0).act("identity.registerOrganisation", input)).height;
}

/** The app hash of a member after this height, once it has it. */
function appHashAfter(number: number, height: number): Promise<string> {
  const { chain, onDurable } = handover.get(number);
  return new Promise((resolve, reject) => {
    const look = async () => {
      for await (const block of chain.blocksFromHeight(height)) return resolve(toHex(block.appHash));
    };
    onDurable(() => void look().catch(reject));
    look().catch(reject);
  });
}

describe.skipIf(whyNot)(whyNot ?? "a ledger that was handed to several", () => {
  it(
    "is joined by a snapshot, with all that one organisation ordered before, and opens again",
    async () => {
      await handover.openAlone();
      for (let left = actsAlone; left > 0; left--) await act();
      await handover.handOver();
      const base = eraBaseOf(handover.get(0).chain.state);
      await handover.close(0);
      for (const number of [1, 2, 3]) await handover.copyLedger(number);
      for (const number of [0, 1, 2, 3]) await handover.cosign(number);
      await Promise.all([0, 1, 2, 3].map((number) => handover.open(number)));
      await act();
      await expect(handover.findSnapshot(0)).rejects.toThrow("offers no snapshot of it yet");
      while (!(await handover.findSnapshot(0).catch(() => false))) await act();
      expect(await handover.findSnapshot(0)).toMatchObject({ era: { base } });
      await handover.loseAndJoin(lost, 0);
      const height = await act();
      expect(await appHashAfter(lost, height)).toBe(await appHashAfter(0, height));
      const { chain } = handover.get(lost);
      expect([chain.firstBlock, await chain.bodiesFrom(), eraBaseOf(chain.state)]).toEqual([0, 0, base]);
      await handover.close(lost);
      await handover.open(lost);
      const later = await act();
      expect(await appHashAfter(lost, later)).toBe(await appHashAfter(0, later));
      expect(handover.fatal).toEqual([]);
    },
    longMs,
  );
});
