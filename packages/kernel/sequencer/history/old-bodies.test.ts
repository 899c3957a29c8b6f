import { findContainerHeader } from "@mingbai/ledger/container/container";
import type { BlockRecord } from "@mingbai/log/chain/block-record";
import { check, testLedger } from "@mingbai/log/portable/test-ledger";
import { SimulatedNetwork } from "@mingbai/testkit/simulated-network/simulated-network";
import { describe, expect, it } from "vitest";
import { encodeHistoryAnswer, findHistoryAnswer } from "./history-frames.ts";
import { HistoryPeers } from "./history-peers.ts";
import { BodyElsewhere, fetchOldBody } from "./old-bodies.ts";

const { chain } = await testLedger();
const asking = 9;
const nobodyHas = { keptBlocksFrom: async function* () {}, readBody: chain.readBody.bind(chain) };

/** A node that asks three others, of whom some keep everything and some change a byte of what they answer. */
async function network({ keepers, liars = [] }: { keepers: readonly number[]; liars?: readonly number[] }) {
  const simulated = new SimulatedNetwork({ seed: 3 });
  const answers: number[] = [];
  const [asker] = [asking, 0, 1, 2].map((number) => {
    const { links, clock } = simulated.start(number);
    const lying = (frame: Uint8Array) => {
      const answer = findHistoryAnswer(frame);
      if (answer === undefined || answer.bytes.length === 0) return frame;
      answers.push(number);
      return liars.includes(number) ? encodeHistoryAnswer({ ...answer, bytes: flipped(answer.bytes) }) : frame;
    };
    const peers = new HistoryPeers({
      links: { send: (member, frame) => links.send(member, lying(frame)) },
      clock,
      ledger: keepers.includes(number) ? chain : nobodyHas,
      members: () => [0, 1, 2],
      onFailure: (error) => {
        throw error;
      },
    });
    links.onFrame((from, frame) => void peers.take(from, frame));
    return { peers, clock };
  });
  if (asker === undefined) throw new Error("nobody asks");
  // All are linked.
  await simulated.clock.run({ untilMs: 1_000, isDone: () => false });
  return {
    answers,
    async fetch(record: BlockRecord, at: number): Promise<Uint8Array> {
      let isDone = false;
      const fetched = fetchOldBody({ ...asker, check }, record, at).finally(() => {
        isDone = true;
      });
      fetched.catch(() => undefined);
      while (!isDone) await simulated.clock.run({ untilMs: asker.clock.now() + 60_000, isDone: () => isDone });
      return fetched;
    },
  };
}

function flipped(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => (at === 12 ? byte ^ 1 : byte));
}

async function records(): Promise<BlockRecord[]> {
  const found: BlockRecord[] = [];
  for await (const record of chain.blocksFromHeight(0)) found.push(record);
  return found;
}

describe("a body that a node keeps no more", () => {
  it("comes from one that does, whichever container of a block it is of", async () => {
    const { fetch } = await network({ keepers: [2] });
    let bodies = 0;
    for (const record of await records()) {
      for (const [at, container] of record.containers.entries()) {
        const own = await chain.readBody(container);
        const bytes = findContainerHeader(container.header)?.bodyBytes;
        expect(await fetch(record, at)).toEqual(own.subarray(0, bytes));
        bodies++;
      }
    }
    expect(bodies).toBeGreaterThan(10);
  });

  it("is taken from the next where one gives other bytes", async () => {
    const { fetch, answers } = await network({ keepers: [0, 1], liars: [0] });
    const [record] = await records();
    if (record === undefined) throw new Error("no block");
    await fetch(record, 0);
    expect(answers).toEqual([0, 1]);
  });

  it.each([
    ["nobody has it", { keepers: [] }],
    ["all who have it lie", { keepers: [0, 2], liars: [0, 2] }],
  ])("is said to be elsewhere where %s", async (_, scene) => {
    const { fetch } = await network(scene);
    const [record] = await records();
    if (record === undefined) throw new Error("no block");
    await expect(fetch(record, 0)).rejects.toThrow(BodyElsewhere);
  });
});
