import { concat } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { quotaTable } from "@mingbai/ledger/authority/quota";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { windowTable } from "@mingbai/ledger/replay/window";
import type { CheckedBytes, Checker } from "@mingbai/sequencer/admission/checked";
import type { Answer } from "@mingbai/sequencer/answer";
import { busyRetryMs, checkingBytesMax, ownTurn } from "@mingbai/sequencer/intake/intake";
import { Solo } from "@mingbai/sequencer/solo/solo";
import { sceneChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { type SceneMember, sceneMembers, sceneNode } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneCommand } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { soloChain } from "./solo-chain.ts";
import { openScene, openSceneChain, startSolo } from "./test-ledger-scene.ts";

const forgeries = 300;
const signatureAt = 226;
const floodCommands = 320;
/** A block of them all must fit. */
const segmentBytes = 1024 * 1024;

/** Holds back what is longer than a submission can be until it is let go; checks all else at once. */
function stallingChecker(): Checker & { letGo(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    async check(bytes, envelopesMax): Promise<CheckedBytes> {
      if (bytes.length < checkingBytesMax / 2) return sceneChecker.check(bytes, envelopesMax);
      await promise;
      return { bytes, checked: [{ fault: "MALFORMED" }] };
    },
    close: async () => resolve(),
    letGo: resolve,
  };
}

function heightOf(answer: Answer | undefined): number {
  if (answer?.status !== "final") throw new Error(`not final: ${answer?.refused}`);
  return answer.height;
}

async function note(sequence: number): Promise<{ id: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { id, bytes } = await sceneCommand({ key: "a", text: "b" }, { sequence });
  return { id: toHex(id), bytes };
}

describe("a node that is sent more than it can check", () => {
  it("tells the rest to come back, each by its identity, and takes the same bytes later", async () => {
    const ledger = await openSceneChain(simulatedDisk({ seed: 1 }));
    const pool = stallingChecker();
    const chain = soloChain({ ledger, nodeKey: sceneNode.ack });
    const solo = new Solo({
      chain,
      pool,
      now: () => sampleTimeMs + 1,
      onFatal: (error) => {
        throw error;
      },
    });
    const flood = solo.submit(new Uint8Array(checkingBytesMax));
    const [first, second] = [await note(1), await note(2)];
    const bytes = concat(first.bytes, second.bytes);
    expect(await solo.submit(bytes)).toEqual(
      [first, second].map(({ id }) => ({ status: "not admitted", refused: "BUSY", id, retryAfterMs: busyRetryMs })),
    );
    expect(await solo.submit(concat(first.bytes, Uint8Array.of(1)))).toMatchObject([
      { refused: "BUSY" },
      { refused: "MALFORMED" },
    ]);
    pool.letGo();
    await flood;
    expect(await solo.submit(bytes)).toMatchObject([{ logIndex: 0 }, { logIndex: 1 }]);
    await solo.close();
  });
});

describe("an organisation that sends without end", () => {
  it("gets its part of each block once another is active, and the other is in the next one", async () => {
    const { solo, ledger } = startSolo(await openSceneChain(simulatedDisk({ seed: 3 }), new Map(), { segmentBytes }));
    const send = async (member: SceneMember, sequence: number) =>
      solo.submit((await sceneCommand({ key: "a", text: "b" }, { member, sequence })).bytes);
    await send(sceneMembers.other, 1);
    const start = ledger.head.height;
    const flood = Array.from({ length: floodCommands }, (_, index) => send(sceneMembers.first, index + 1));
    const quiet = await send(sceneMembers.other, 2);
    const heights = (await Promise.all(flood)).map(([answer]) => heightOf(answer));
    for (const height of new Set(heights)) {
      expect(heights.filter((other) => other === height).length).toBeLessThanOrEqual(ownTurn.itemsMax);
    }
    expect(heightOf(quiet[0])).toBeLessThan(start + floodCommands / ownTurn.itemsMax);
    await solo.close();
  });

  it("is told when to come back once its share of the minute is used, while others are served", async () => {
    const { solo, ledger } = await openScene(simulatedDisk({ seed: 4 }));
    const { quotaUnitsPerMinute } = getConfiguration(ledger.state);
    const minute = Math.floor((sampleTimeMs + 1) / 60_000);
    ledger.state.table(quotaTable).set("office", { minute, units: quotaUnitsPerMinute });
    const { id, bytes } = await note(1);
    const retryAfterMs = 60_000 - ((sampleTimeMs + 1) % 60_000);
    expect(await solo.submit(bytes)).toEqual([{ status: "not admitted", refused: "OVER_QUOTA", id, retryAfterMs }]);
    const theirs = await sceneCommand({ key: "a", text: "theirs" }, { member: sceneMembers.other });
    expect(await solo.submit(theirs.bytes)).toMatchObject([{ status: "final", logIndex: 0 }]);
    await solo.close();
  });
});

describe("somebody else's key named under a forged signature", () => {
  it("burns nothing of theirs: no number, no share, no place in the order", async () => {
    const { solo, ledger, fatal } = await openScene(simulatedDisk({ seed: 2 }));
    const member = sceneMembers.other;
    for (let sequence = 1; sequence <= forgeries; sequence++) {
      const { bytes } = await sceneCommand({ key: "a", text: "forged" }, { member, sequence });
      bytes[signatureAt] = (bytes[signatureAt] ?? 0) ^ 1;
      expect(await solo.submit(bytes)).toMatchObject([{ status: "not admitted", refused: "SIGNATURE_WRONG" }]);
    }
    expect(ledger.head.height).toBe(0);
    expect(ledger.state.table(quotaTable).entries()).toEqual([]);
    expect(ledger.state.table(windowTable).entries()).toEqual([]);
    const { bytes } = await sceneCommand({ key: "a", text: "theirs" }, { member });
    expect(await solo.submit(bytes)).toMatchObject([{ status: "final", logIndex: 0 }]);
    await solo.close();
    expect(fatal).toEqual([]);
  });
});
