import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unorderedContainersMax } from "@mingbai/log/bodies/body-store";
import { findCometBinary } from "@mingbai/sequencer/cometbft/comet-binary";
import { netCount, soakMs } from "@mingbai/testkit/net";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FaultMember } from "./test-fault-member.ts";
import { FaultScene } from "./test-fault-scene.ts";
import { Flooder } from "./test-flooder.ts";
import { perturbations } from "./test-perturbation.ts";

const isMissing = findCometBinary() === undefined;
const seed = runSeed();
/** Networks that it befalls at once: most of the time each waits. */
const networks = netCount(1, 2);
/** How often in each. */
const count = netCount(4, 53);
const extent = soakMs > 0 ? `${soakMs} ms` : `${networks * count} times`;
/** How often all is compared. */
const comparedEvery = 15;
const timeoutMs = 1_500_000 + soakMs;

const floods = netCount(400, 4_000);
const waves = 8;
/** Until the containers of a flood expire: longer than it takes. */
const floodedHeights = netCount(40, 200);
const pollMs = 100;

/** Containers that a member keeps of another and that are not ordered. */
async function containersOf(member: FaultMember, other: number): Promise<number> {
  const { exchange } = await member.ask("health", {});
  return exchange.members.find((one) => one.member === other)?.unordered.containers ?? 0;
}

/** One thing after the other befalls one of its members, so often and, in a soak, for so long. */
async function perturb(scene: FaultScene, draw: Random): Promise<void> {
  const endMs = performance.now() + soakMs;
  const coming = perturbations(scene.network, draw);
  for (let number = 1; number <= count || performance.now() < endMs; number++) {
    const { value: fault } = coming.next();
    await Promise.all(scene.network.members.map((member) => member.ready()));
    await fault.begin();
    await scene.passes(fault.holdMs);
    await fault.end();
    await scene.goesOn(`${number}, ${fault.name}`);
    if (number % comparedEvery === 0) await scene.agrees();
  }
  await scene.agrees();
  expect(scene.acknowledged.answers.size).toBeGreaterThan(count);
}

let folder = "";
const scenes: FaultScene[] = [];
beforeAll(async () => {
  if (isMissing) return;
  folder = await mkdtemp(join(tmpdir(), "mingbai-faults-"));
  // One after the other: each must find its ports free.
  for (let place = 0; place < networks; place++) {
    scenes.push(await FaultScene.open(join(folder, String(place)), seed + place));
  }
}, timeoutMs);
afterAll(async () => {
  if (isMissing) return;
  await Promise.all(scenes.map((scene) => scene.close()));
  await rm(folder, { recursive: true, force: true });
}, timeoutMs);

function getScene(): FaultScene {
  const [scene] = scenes;
  if (scene === undefined) throw new RangeError("no network was opened");
  return scene;
}

describe.skipIf(isMissing)(
  isMissing ? "CometBFT is not installed" : "four members, each with processes of its own",
  () => {
    it(
      `lose nothing that they acknowledged, agree and go on, whatever befalls one of them: ${extent}, seed ${seed}`,
      () => Promise.all(scenes.map((scene, place) => perturb(scene, random(seed + place)))),
      timeoutMs,
    );

    it(
      "stand still while two of four are down, never part, and go on by themselves",
      async () => {
        const scene = getScene();
        const draw = random(seed);
        const [first, second] = [draw.below(4), 1 + draw.below(3)];
        const gone = [first, (first + second) % 4].map((number) => scene.network.get(number));
        await Promise.all(gone.map((member) => member.down("killed")));
        await scene.standsStill(scene.network.members.filter((member) => !gone.includes(member)));
        for (const member of gone) member.up();
        await Promise.all(gone.map((member) => member.ready()));
        await scene.goesOn("two came back");
        await scene.agrees();
      },
      timeoutMs,
    );

    it(
      `keep no more of one that floods than its share, go on meanwhile, and have the space back: ${floods} containers`,
      async () => {
        const scene = getScene();
        const number = random(seed).below(4);
        const victims = scene.network.members.filter((member) => member.number !== number);
        await scene.network.get(number).down("killed");
        const flooder = await Flooder.open(scene.network, number);
        const height = (await victims[0]?.ask("health", {}))?.engine?.height ?? 0;
        for (let wave = 0; wave < waves; wave++) {
          await flooder.push(floods / waves, height + floodedHeights);
          const kept = await Promise.all(victims.map((victim) => containersOf(victim, number)));
          expect(Math.max(...kept)).toBeLessThanOrEqual(unorderedContainersMax);
        }
        for (const victim of victims) expect(await containersOf(victim, number)).toBeGreaterThan(0);
        await scene.goesOn("flooded", victims);
        await flooder.close();
        scene.network.get(number).up();
        await scene.network.get(number).ready();
        for (const victim of victims) while ((await containersOf(victim, number)) > 0) await scene.passes(pollMs);
        await scene.goesOn("the flood is over");
        await scene.agrees();
      },
      timeoutMs,
    );
  },
);
