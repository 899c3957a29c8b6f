import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCometBinary } from "@mingbai/sequencer/cometbft/comet-binary";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FaultScene } from "./test-fault-scene.ts";
import { perturbations } from "./test-perturbation.ts";

const isMissing = findCometBinary() === undefined;
const seed = runSeed();
const count = deepCount(4, 105);
/** How often all is compared. */
const comparedEvery = 15;
const timeoutMs = 900_000;

let folder = "";
let scene: FaultScene;
beforeAll(async () => {
  if (isMissing) return;
  folder = await mkdtemp(join(tmpdir(), "mingbai-faults-"));
  scene = await FaultScene.open(folder, seed);
});
afterAll(async () => {
  if (isMissing) return;
  await scene?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(isMissing)(
  isMissing ? "CometBFT is not installed" : "four members, each with processes of its own",
  () => {
    it(
      `lose nothing that they acknowledged, agree and go on, whatever befalls one of them: ${count} times, seed ${seed}`,
      async () => {
        const coming = perturbations(scene.network, random(seed));
        for (let number = 1; number <= count; number++) {
          const { value: fault } = coming.next();
          await Promise.all(scene.network.members.map((member) => member.ready()));
          await fault.begin();
          await scene.passes(fault.holdMs);
          await fault.end();
          await scene.goesOn(`${number}, ${fault.name}`);
          if (number % comparedEvery === 0 || number === count) await scene.agrees();
        }
        expect(scene.acknowledged.answers.size).toBeGreaterThan(count);
      },
      timeoutMs,
    );

    it(
      "stand still while two of four are down, never part, and go on by themselves",
      async () => {
        const draw = random(seed);
        const [first, second] = [draw.below(4), 1 + draw.below(3)];
        const gone = [first, (first + second) % 4].map((number) => scene.network.get(number));
        await Promise.all(gone.map((member) => member.down("killed")));
        await scene.standsStill(scene.network.members.filter((member) => !gone.includes(member)));
        for (const member of gone) member.up();
        await scene.goesOn("two came back");
        await scene.agrees();
      },
      timeoutMs,
    );
  },
);
