import { expect } from "vitest";
import type { Acknowledged } from "./test-acknowledged.ts";
import type { SeenBlock } from "./test-fault-calls.ts";
import { depositFen, holders } from "./test-fault-money.ts";
import type { FaultNetwork } from "./test-fault-network.ts";

const acceptedResult = 0;

/**
 * All members come to the same blocks under the same app hashes; in all of them each acknowledged transaction
 * stands where its sender was told; none counts twice or is written down twice, and of twins one counts; and no money came or went.
 */
export async function assertAgreement({ members }: FaultNetwork, acknowledged: Acknowledged): Promise<void> {
  const throughHeight = Math.max(0, ...[...acknowledged.answers.values()].map(({ height }) => height));
  const seen = await Promise.all(members.map((member) => member.ask("blocks", { throughHeight })));
  const longest = seen.reduce((one, other) => (other.length > one.length ? other : one));
  for (const [number, blocks] of seen.entries()) {
    const heads = (some: readonly SeenBlock[]) => some.map(({ height, appHash }) => `${height} ${appHash}`);
    expect({ number, blocks: heads(blocks) }).toEqual({ number, blocks: heads(longest.slice(0, blocks.length)) });
    assertKept({ number, blocks }, acknowledged);
  }
  const leaves = longest.flatMap((block) => block.leaves);
  const acts = leaves.filter(({ result }) => result === acceptedResult).map(({ id }) => id);
  const accepted = new Set(acts);
  expect(accepted.size).toBe(acts.length);
  expect(new Set(leaves.map(({ id }) => id)).size).toBe(leaves.length);
  for (const pair of acknowledged.twins) {
    expect({ pair, counted: pair.filter((id) => accepted.has(id)).length }).toEqual({ pair, counted: 1 });
  }
  expect(acknowledged.faults).toEqual([]);
  for (const member of members) {
    const { held, outstanding, booked } = await member.ask("money", { holders });
    const total = held.reduce((sum, fen) => sum + fen, 0);
    expect({ total, outstanding, booked }).toEqual({ total: depositFen, outstanding: depositFen, booked: depositFen });
  }
}

function assertKept({ number, blocks }: { number: number; blocks: readonly SeenBlock[] }, { answers }: Acknowledged) {
  const ids = blocks.flatMap((block) => block.leaves.map(({ id }) => id));
  const lost = [...answers].filter(([id, { logIndex }]) => ids[logIndex] !== id);
  expect({ number, lost }).toEqual({ number, lost: [] });
}
