import { eraBaseOf } from "@mingbai/ledger/genesis/era";
import { sceneNode } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { sceneCommand, sceneHandOver } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { openScene, openSceneChain } from "./test-ledger-scene.ts";

const roster = sceneRosterOf([sceneNode, ...sceneNodes(3)], { epoch: 1 });
const note = (sequence: number) => sceneCommand({ key: "a", text: "b" }, { sequence });
const refusedAlone = "handed to several organisations at height";

describe("a ledger that one process orders", () => {
  it("ends with the block that hands it over: what comes or waits is told so, and nothing is ordered", async () => {
    const { ledger, solo, fatal } = await openScene(simulatedDisk({ seed: 1 }));
    await solo.submit((await note(1)).bytes);
    const handOver = solo.submit((await sceneHandOver(roster, { sequence: 2 })).bytes);
    expect(await handOver).toMatchObject([{ status: "final" }]);
    const base = eraBaseOf(ledger.state);
    expect([base, solo.state]).toEqual([ledger.head.height, "handed-over"]);
    const { bytes } = await note(3);
    expect(await solo.submit(bytes.slice())).toMatchObject([{ status: "not admitted", refused: "HANDED_OVER" }]);
    // What was executed is answered as before.
    expect(await solo.submit((await note(1)).bytes)).toMatchObject([{ status: "final", logIndex: 0 }]);
    await solo.close();
    expect([ledger.head.height, fatal]).toEqual([base, []]);
  });

  it("refuses to go on alone after that", async () => {
    const disk = simulatedDisk({ seed: 2 });
    const { solo } = await openScene(disk);
    await solo.submit((await sceneHandOver(roster)).bytes);
    await solo.close();
    await expect(openScene(disk.copy())).rejects.toThrow(refusedAlone);
  });

  it("killed at any write of that block is as it was, and can do it again, or is handed over and goes on alone no more", async () => {
    const seed = 3;
    const run = async (disk: SimulatedDisk): Promise<boolean> => {
      const { solo, fatal } = await openScene(disk);
      await solo.submit((await note(1)).bytes);
      const [answer] = await solo.submit((await sceneHandOver(roster, { sequence: 2 })).bytes);
      expect(fatal).toEqual([]);
      return answer?.status === "final";
    };
    const whole = simulatedDisk({ seed });
    const opened = await openScene(whole);
    await opened.solo.submit((await note(1)).bytes);
    const first = whole.trace.length + 1;
    await opened.solo.submit((await sceneHandOver(roster, { sequence: 2 })).bytes);
    const found = new Set<string>();
    for (let operation = first; operation <= whole.trace.length; operation++) {
      for (const [place, image] of crashImages.entries()) {
        const when = (operation + place) % 2 === 0 ? ("before" as const) : ("after" as const);
        const disk = simulatedDisk({ seed, faults: { crashAt: { operation, when } } });
        const isAnswered = await run(disk).catch(() => false);
        const survived = disk.crash(image);
        const ledger = await openSceneChain(survived.copy());
        const isHandedOver = eraBaseOf(ledger.state) > 0;
        found.add(isHandedOver ? "handed over" : "as before");
        if (isAnswered) expect(isHandedOver).toBe(true);
        expect(ledger.head.logSize).toBe(isHandedOver ? 2 : 1);
        if (isHandedOver) await expect(openScene(survived)).rejects.toThrow(refusedAlone);
        else {
          const { solo } = await openScene(survived);
          const again = await solo.submit((await sceneHandOver(roster, { sequence: 2 })).bytes);
          expect(again).toMatchObject([{ status: "final", logIndex: 1 }]);
        }
      }
    }
    expect(found).toEqual(new Set(["handed over", "as before"]));
  });
});
