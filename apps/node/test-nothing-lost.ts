import { toHex } from "@mingbai/codec/hex";
import { Replica } from "@mingbai/log/chain/replica";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import { verifyChain } from "@mingbai/sequencer/verify/verify-chain";
import { sceneChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { sceneGenesis, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import type { SimulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { expect } from "vitest";
import { openSceneChain, sceneFolder, sceneSegmentBytes, startSolo } from "./test-ledger-scene.ts";
import type { Known, Script } from "./test-script.ts";

/** The head must be one that the run had, and not before anything that was acknowledged. */
export function assertPrefix(head: { height: number; appHash: Uint8Array }, { answers, hashes }: Known): void {
  expect(toHex(head.appHash)).toBe(hashes.get(head.height));
  const acknowledged = [...answers.values()].map((answer) => (answer.status === "final" ? answer.height : 0));
  expect(head.height).toBeGreaterThanOrEqual(Math.max(0, ...acknowledged));
}

/** Executes what is on the disk from genesis and compares the state with the one that was recovered. */
async function assertSameAsFromGenesis(disk: SimulatedDisk, stateRoot: string): Promise<void> {
  const size = { disk, segmentBytes: sceneSegmentBytes };
  const blocks = await openSegmentLog({ ...size, folder: `${sceneFolder}/blocks` });
  const bodies = await openSegmentLog({ ...size, folder: `${sceneFolder}/bodies` });
  const replica = new Replica(sceneRegistry, sceneGenesis);
  const report = await verifyChain({ blocks, bodies, replica, pool: sceneChecker });
  expect(report.fault).toBeUndefined();
  expect(toHex(replica.state.seal().root)).toBe(stateRoot);
}

/** Everything acknowledged is there with the same answer, and the script can be carried to its end, each part once. */
export async function assertNothingLost(disk: SimulatedDisk, script: Script, known: Known): Promise<void> {
  const ledger = await openSceneChain(disk);
  assertPrefix(ledger.head, known);
  await assertSameAsFromGenesis(disk.copy(), toHex(ledger.state.seal().root));
  const { solo, fatal } = startSolo(ledger);
  const places = new Map<number, string>();
  for (const { id, bytes } of script.flat()) {
    const [answer] = await solo.submit(bytes.slice());
    const before = known.answers.get(toHex(id));
    if (before !== undefined) expect(answer).toEqual(before);
    if (answer?.status !== "final") throw new Error(`after recovery: ${JSON.stringify(answer)}`);
    places.set(answer.logIndex, answer.id);
  }
  expect([...places.keys()].sort((a, b) => a - b)).toEqual(script.flat().map((_, index) => index));
  await solo.close();
  expect(fatal).toEqual([]);
}
