import { toHex } from "@mingbai/codec/hex";
import { isValidCertificate } from "@mingbai/ledger/availability/certificate";
import { faultyMax } from "@mingbai/ledger/availability/quorum";
import { deepCount } from "@mingbai/testkit/deep";
import { sceneChain } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { calmLinks, roughLinks } from "@mingbai/testkit/simulated-network/link-faults";
import { randomLie } from "@mingbai/testkit/simulated-network/random-lie";
import { SimulatedMembers } from "@mingbai/testkit/simulated-network/simulated-members";
import { describe, expect, it } from "vitest";
import { findStored } from "./frames/stored.ts";
import type { PublishedContainer } from "./push/publication.ts";

const roughMs = 20_000;
const calmMs = 60_000;

interface Run {
  readonly members: SimulatedMembers;
  /** At most as many as may fail: silent or lying for ever. */
  readonly faulty: ReadonlySet<number>;
  readonly published: readonly PublishedContainer[];
  /** Who said "stored", of what. */
  readonly acked: readonly { readonly member: number; readonly batchId: Uint8Array }[];
}

/** Members publish, crash, start again, are cut off in one direction and lie; then every way heals. */
async function roughRun(seed: number): Promise<Run> {
  const draw = random(seed);
  const count = draw.pick([4, 4, 7]);
  const members = new SimulatedMembers({ seed, count, faults: roughLinks });
  const { network, roster } = members;
  const faulty = new Set(Array.from({ length: draw.below(faultyMax(roster) + 1) }, () => draw.below(count)));
  const honest = members.numbers.filter((member) => !faulty.has(member));
  const acked: { member: number; batchId: Uint8Array }[] = [];
  network.onSent(({ from }, frame) => {
    const stored = faulty.has(from) ? undefined : findStored(frame);
    if (stored !== undefined) acked.push({ member: from, batchId: stored.batchId });
  });
  for (const member of honest) members.start(member);
  for (const member of faulty) {
    if (draw.chance(1, 2)) continue;
    network.lie(member, randomLie({ draw, members: count }));
    members.start(member);
  }
  const published: PublishedContainer[] = [];
  for (let step = 0; step < 12; step++) {
    await network.clock.run({ untilMs: (step * roughMs) / 12 });
    await disturb(members, { honest, published, draw });
  }
  network.healAll();
  network.setFaults(calmLinks);
  for (const member of honest) if (!network.isRunning(member)) members.start(member);
  await network.clock.run({ untilMs: roughMs + calmMs });
  return { members, faulty, published, acked };
}

async function disturb(
  members: SimulatedMembers,
  parts: { honest: readonly number[]; published: PublishedContainer[]; draw: Random },
): Promise<void> {
  const { honest, published, draw } = parts;
  const { network } = members;
  const member = draw.pick(honest);
  const other = draw.pick(members.numbers);
  switch (draw.below(8)) {
    case 0:
      if (network.isRunning(member)) members.crash(member);
      else members.start(member);
      break;
    case 1:
      network.cut({ from: member, to: other });
      break;
    case 2:
      network.heal({ from: member, to: other });
      break;
    case 3:
      if (network.isRunning(member)) {
        members.order([...members.get(member).items.values()].filter(() => draw.chance(1, 2)));
      }
      break;
    case 4:
      if (draw.chance(1, 2)) await enterEpoch(members, draw);
      break;
    default: {
      if (!network.isRunning(member)) break;
      const container = await members.container(member);
      published.push(container);
      void members.get(member).exchange.publish(container);
    }
  }
}

/** The roster of a later epoch comes into force at each member's own time. */
async function enterEpoch(members: SimulatedMembers, draw: Random): Promise<void> {
  const { network, nodes } = members;
  const roster = sceneRosterOf(nodes, { epoch: members.roster.epoch + 1 });
  members.roster = roster;
  for (const member of members.numbers) {
    if (!network.isRunning(member)) continue;
    const { exchange, life, failures } = members.get(member);
    life.clock.after(draw.below(2_000), () => {
      if (roster === members.roster) exchange.rosterChanged(roster).catch((error: unknown) => failures.push(error));
    });
  }
}

describe("exchanges of members, some of which fail", () => {
  const firstSeed = runSeed();
  it(`certify what honest ones published and kept, and lose nothing that was promised (seed ${firstSeed})`, async () => {
    for (let seed = firstSeed; seed < firstSeed + deepCount(40, 3_000); seed++) {
      const { members, faulty, published, acked } = await roughRun(seed);
      const about = `seed ${seed}`;
      const honest = members.numbers.filter((member) => !faulty.has(member));
      // Nobody acknowledged what its disk does not hold after all crashes.
      for (const { member, batchId } of acked) expect(members.diskOf(member).find(batchId), about).toBeDefined();
      for (const { header, batchId } of published) {
        const holders = members.numbers.filter((member) => members.diskOf(member).find(batchId) !== undefined);
        // What a crash took before it was durable was seen by nobody.
        if (!holders.includes(header.origin)) expect(holders, about).toEqual([]);
        else if (!members.ordered.has(toHex(batchId))) {
          for (const member of honest) expect(members.get(member).items.has(toHex(batchId)), about).toBe(true);
        }
      }
      for (const member of honest) {
        const { items, failures, exchange } = members.get(member);
        expect(failures, about).toEqual([]);
        for (const [id, { batchId, certificate }] of items) {
          if (members.ordered.has(id)) continue;
          if (certificate === undefined) throw new Error(`${about}: an item without a certificate`);
          const isValid = isValidCertificate({ roster: members.roster, chain: sceneChain, batchId }, certificate);
          expect(isValid, about).toBe(true);
        }
        const own = published.filter(({ header, batchId }) => {
          const entry = header.origin === member ? members.diskOf(member).find(batchId) : undefined;
          return entry !== undefined && entry.orderedAt === undefined;
        });
        expect(exchange.status().published.containers, about).toBe(own.length);
      }
    }
  });
});
