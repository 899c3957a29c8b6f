import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkingBytesMax } from "@mingbai/exchange/limits";
import { unorderedBytesMax, unorderedContainersMax } from "@mingbai/log/bodies/body-store";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { soakMs, whyNotNet } from "@mingbai/testkit/net";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FaultMember } from "./test-fault-member.ts";
import { segmentBytes } from "./test-fault-people.ts";
import { FaultScene } from "./test-fault-scene.ts";
import { bigBodyBytesMin } from "./test-flood-containers.ts";
import { Flooder } from "./test-flooder.ts";
import { perturbations } from "./test-perturbation.ts";

/** Several processes a member, killed and flooded for minutes. */
const whyNot = whyNoComet ?? whyNotNet;
const seed = runSeed();
/** Networks that it befalls at once: most of the time each waits. */
const networks = 2;
/** How often in each. */
const count = 53;
const extent = soakMs > 0 ? `${soakMs} ms` : `${networks * count} times`;
/** How often all is compared. */
const comparedEvery = 15;
const timeoutMs = 1_500_000 + soakMs;

/** MiB of a flood's big bodies: beyond what a member keeps, and 4 GiB in a soak only. */
const bigFlood = soakMs > 0 ? 4_096 : 256;
const mibBytes = 1_024 * 1_024;
const tinyFlood = 4_000;
const waves = 8;
/** Until the containers of a wave expire: longer than it takes. */
const floodedHeights = 200;
const pollMs = 100;
/** What may stay after a flood: a segment that is not full and one for later, memory for bodies that is used again, and what people did. */
const diskLeftBytesMax = 2 * segmentBytes;
const memoryLeftBytesMax = 2 * checkingBytesMax;

/** What a member keeps of another and is not ordered. */
async function unorderedOf(member: FaultMember, other: number): Promise<{ bytes: number; containers: number }> {
  const { exchange } = await member.ask("health", {});
  return exchange.members.find((one) => one.member === other)?.unordered ?? { bytes: 0, containers: 0 };
}

/** Big bodies, then tiny ones, in waves; during each an honest member's act goes through. Gives the most that any kept. */
async function flood(scene: FaultScene, flooder: Flooder, victims: readonly FaultMember[]) {
  const most = { bytes: 0, containers: 0 };
  const bigCount = Math.ceil((bigFlood * mibBytes) / bigBodyBytesMin);
  for (const [size, all] of [["big", bigCount] as const, ["tiny", tinyFlood] as const]) {
    for (let wave = 1; wave <= waves; wave++) {
      const { height } = await getFirst(victims).ask("health", {});
      const pushed = flooder.push(size, { count: Math.ceil(all / waves), expiryHeight: height + floodedHeights });
      await Promise.all([pushed, scene.goesOn(`${size} flood`, victims)]);
      for (const victim of victims) {
        const { bytes, containers } = await unorderedOf(victim, flooder.member);
        expect(bytes).toBeLessThanOrEqual(unorderedBytesMax);
        expect(containers).toBeLessThanOrEqual(unorderedContainersMax);
        most.bytes = Math.max(most.bytes, bytes);
        most.containers = Math.max(most.containers, containers);
      }
    }
  }
  return most;
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
  if (whyNot) return;
  folder = await mkdtemp(join(tmpdir(), "mingbai-faults-"));
  // One after the other: each must find its ports free.
  for (let place = 0; place < networks; place++) {
    scenes.push(await FaultScene.open(join(folder, String(place)), seed + place));
  }
}, timeoutMs);
afterAll(async () => {
  if (whyNot) return;
  await Promise.all(scenes.map((scene) => scene.close()));
  await rm(folder, { recursive: true, force: true });
}, timeoutMs);

function getFirst<One>([first]: readonly One[]): One {
  if (first === undefined) throw new RangeError("there is none");
  return first;
}

describe.skipIf(whyNot)(whyNot ?? "four members, each with processes of its own", () => {
  it(
    `lose nothing that they acknowledged, agree and go on, whatever befalls one of them: ${extent}, seed ${seed}`,
    () => Promise.all(scenes.map((scene, place) => perturb(scene, random(seed + place)))),
    timeoutMs,
  );

  it(
    "stand still while two of four are down, never part, and go on by themselves",
    async () => {
      const scene = getFirst(scenes);
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
    `keep no more of one that floods than its share, go on meanwhile, and have disk and memory back: ${bigFlood} MiB, ${tinyFlood} tiny containers`,
    async () => {
      const scene = getFirst(scenes);
      const number = random(seed).below(4);
      const victims = scene.network.members.filter((member) => member.number !== number);
      await scene.network.get(number).down("killed");
      const before = await Promise.all(victims.map((victim) => victim.ask("held", {})));
      const flooder = await Flooder.open(scene.network, number);
      const most = await flood(scene, flooder, victims);
      expect(most.bytes).toBeGreaterThan(bigBodyBytesMin);
      await flooder.close();
      scene.network.get(number).up();
      await scene.network.get(number).ready();
      const isBack = async (victim: FaultMember, place: number): Promise<boolean> => {
        const { diskBytes, memoryBytes } = await victim.ask("held", {});
        const isDiskBack = diskBytes <= (before[place]?.diskBytes ?? 0) + diskLeftBytesMax;
        const isMemoryBack = memoryBytes <= (before[place]?.memoryBytes ?? 0) + memoryLeftBytesMax;
        return isDiskBack && isMemoryBack && (await unorderedOf(victim, number)).containers === 0;
      };
      for (const [place, victim] of victims.entries()) {
        while (!(await isBack(victim, place))) await scene.passes(pollMs);
      }
      await scene.goesOn("the flood is over");
      await scene.agrees();
    },
    timeoutMs,
  );
});
