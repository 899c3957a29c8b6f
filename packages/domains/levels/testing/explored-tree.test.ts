import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { ExploredTree } from "./test-explore-tree.ts";

const seed = runSeed();
/** Acts of one tree; about 50 of them send, so that a deep run has more than 10,000 transfers. */
const acts = 400;
const trees = deepCount(3, 220);

describe(`a city and two counties under a bad relay (seed ${seed})`, () => {
  it.each(Array.from({ length: trees }, (_, tree) => seed + tree))(
    "neither make nor lose money, and each transfer has one outcome: tree %i",
    async (treeSeed) => {
      const tree = await ExploredTree.found(random(treeSeed));
      for (let act = 0; act < acts; act++) await tree.act();
      const { seen } = tree;
      expect(seen.frozen).toBe(0);
      tree.recount();
      await tree.heal();
      expect(tree.underWay).toBe(0);
      expect(seen.settled).toBe(seen.sent);
      expect(seen.accepted).toBeGreaterThan(0);
      tree.recount();
      expect((await tree.splitSecond()).events.map(({ type }) => type)).toEqual(["levels.tieFrozen"]);
      expect(tree.sendToSecond()).toBe("TIE_FROZEN");
      for (let act = 0; act < acts / 8; act++) await tree.act();
      expect([...seen.reasons]).toContain("TRANSFER_COUNTED");
      tree.recount();
    },
  );
});
