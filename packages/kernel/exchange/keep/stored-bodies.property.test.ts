import { toHex } from "@mingbai/codec/hex";
import { openTestStore } from "@mingbai/log/bodies/test-bodies";
import { deepCount } from "@mingbai/testkit/deep";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { SimulatedMembers } from "@mingbai/testkit/simulated-network/simulated-members";
import { describe, expect, it } from "vitest";
import { findStored } from "../frames/stored.ts";
import { ChainKeeper } from "./chain-keeper.ts";

const stepMs = 500;
const healedMs = 60_000;

/** Members on the body store of a ledger, whose disks lose power at some operation and show what survived. */
class StoredMembers {
  readonly members: SimulatedMembers;
  readonly draw: Random;
  readonly #disks: SimulatedDisk[];
  readonly #keepers = new Map<number, ChainKeeper>();

  constructor(seed: number) {
    this.draw = random(seed);
    this.#disks = [0, 1, 2, 3].map((member) => simulatedDisk({ seed: seed + member }));
    const optionsOf = (member: number) => {
      const keeper = this.#keepers.get(member);
      return keeper === undefined ? {} : { keeper };
    };
    this.members = new SimulatedMembers({ seed, count: 4, optionsOf });
  }

  /** `operations`: after so many the power goes; for ever where not given. */
  async start(member: number, operations?: number): Promise<void> {
    const disk = this.diskOf(member);
    const bodies = await openTestStore(disk);
    const when = this.draw.pick(["before", "after"] as const);
    if (operations !== undefined) disk.setFaults({ crashAt: { operation: disk.trace.length + 1 + operations, when } });
    const keeper = new ChainKeeper({
      bodies,
      blocksFrom: async function* () {},
      readBody: () => Promise.reject(new Error("nothing is ordered")),
      hasRoomFor: async () => true,
      isHealing: () => false,
    });
    this.#keepers.set(member, keeper);
    this.members.start(member);
  }

  /** The process ends with its disk, which comes back with one of the images. */
  crash(member: number): void {
    this.members.crash(member);
    this.#disks[member] = this.diskOf(member).crash(this.draw.pick(crashImages));
  }

  keeperOf(member: number): ChainKeeper {
    const keeper = this.#keepers.get(member);
    if (keeper === undefined) throw new RangeError(`member ${member} never ran`);
    return keeper;
  }

  diskOf(member: number): SimulatedDisk {
    const disk = this.#disks[member];
    if (disk === undefined) throw new RangeError(`no member ${member}`);
    return disk;
  }
}

async function run(seed: number): Promise<void> {
  const stored = new StoredMembers(seed);
  const { members, draw } = stored;
  const { network } = members;
  const acked: { member: number; batchId: Uint8Array }[] = [];
  network.onSent(({ from }, frame) => {
    const found = findStored(frame);
    if (found !== undefined) acked.push({ member: from, batchId: found.batchId });
  });
  for (const member of members.numbers) await stored.start(member, 4 + draw.below(60));
  const published: { origin: number; batchId: Uint8Array }[] = [];
  for (let step = 1; step <= 20; step++) {
    const origin = draw.pick(members.numbers);
    const container = await members.container(origin, { text: "x".repeat(draw.below(600)) });
    published.push({ origin, batchId: container.batchId });
    members
      .get(origin)
      .exchange.publish(container)
      .catch(() => undefined);
    await network.clock.run({ untilMs: step * stepMs });
    for (const member of members.numbers) {
      if (!stored.diskOf(member).crashed && draw.chance(9, 10)) continue;
      stored.crash(member);
      await stored.start(member, 4 + draw.below(60));
    }
  }
  for (const member of members.numbers) {
    stored.crash(member);
    await stored.start(member);
  }
  await network.clock.run({ untilMs: 20 * stepMs + healedMs });
  const about = `seed ${seed}`;
  for (const { member, batchId } of acked) expect(stored.keeperOf(member).isDurable(batchId), about).toBe(true);
  for (const { origin, batchId } of published) {
    const isKept = stored.keeperOf(origin).isDurable(batchId);
    for (const member of members.numbers) {
      expect(members.get(member).items.has(toHex(batchId)), about).toBe(isKept);
      expect(stored.keeperOf(member).isDurable(batchId), about).toBe(isKept);
    }
  }
}

describe("exchanges on disks that lose power", () => {
  const firstSeed = runSeed();
  it(`never lose what they promised, and certify everything that was kept (seed ${firstSeed})`, async () => {
    for (let seed = firstSeed; seed < firstSeed + deepCount(2, 300); seed++) await run(seed);
  });
});
