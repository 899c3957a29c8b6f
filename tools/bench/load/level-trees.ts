import type { LevelLedger } from "@mingbai/levels/testing/test-ledger";
import {
  book,
  countyFund,
  foundLedger,
  join,
  must,
  people,
  posting,
  sending,
  tieOf,
} from "@mingbai/levels/testing/test-scene";
import { sceneNodes } from "@mingbai/testkit/ledger-scene/scene-nodes";

/** A city and a county, each kept by so many organisations, on replicas in this process. */
export interface LevelPair {
  readonly city: LevelLedger;
  readonly county: LevelLedger;
}

export async function openLevelPair(members: number): Promise<LevelPair> {
  const city = foundLedger("city", { nodes: sceneNodes(members) });
  const county = foundLedger("county", { nodes: sceneNodes(members), fundNumber: countyFund });
  book(city);
  await join(city, county);
  return { city, county };
}

/** What a run of transfers took, in milliseconds of execution: making signatures and proofs is not in it. */
export interface TransferTimes {
  readonly sendMs: number;
  readonly receiveMs: number;
  readonly settleMs: number;
  readonly postMs: number;
  /** Sizes of what was carried. */
  readonly noteBytes: number;
  readonly proofBytes: number;
}

/** Sends `count` transfers of 1 down, has them decided, and settles them: one checkpoint each way. */
export async function runTransfers({ city, county }: LevelPair, count: number): Promise<TransferTimes> {
  const input = sending(county, city, { amount: 1 });
  const sendMs = timed(() => {
    for (let at = 0; at < count; at++) must(city, people.finance, "levels.sendTransfer", input);
  });
  const down = await posting(city, county);
  const downMs = timed(() => void must(county, people.node, "levels.postCheckpoint", down));
  const sent = provenFrom(city, { type: "levels.transferSent", count });
  const receiveMs = timed(() => {
    for (const proof of sent) must(county, people.node, "levels.receiveTransfer", proof);
  });
  const up = await posting(county, city);
  const upMs = timed(() => void must(city, people.node, "levels.postCheckpoint", up));
  const decided = provenFrom(county, { type: "levels.transferDecided", count });
  const settleMs = timed(() => {
    for (const proof of decided) must(city, people.node, "levels.settleTransfer", proof);
  });
  if (tieOf(city, county).underWay > 0) throw new Error("a transfer was not settled");
  const proofBytes = JSON.stringify(sent.at(-1)).length;
  return { sendMs, receiveMs, settleMs, postMs: downMs + upMs, noteBytes: down.note.length, proofBytes };
}

/** How long one checkpoint takes to be judged, the median of `rounds`, in milliseconds. */
export async function checkpointMs({ city, county }: LevelPair, rounds: number): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    must(county, people.node, "levels.stateTotals", {});
    const input = await posting(county, city);
    took.push(timed(() => void must(city, people.node, "levels.postCheckpoint", input)));
  }
  return took.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

/** The last `count` leaves with an event of this type, with their proofs. */
function provenFrom(ledger: LevelLedger, { type, count }: { type: string; count: number }) {
  const { size } = ledger.hashes;
  return ledger
    .indexesOf(type)
    .slice(-count)
    .map((index) => ledger.prove(index, size));
}

function timed(work: () => void): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}
