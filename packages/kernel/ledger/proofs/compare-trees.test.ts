import { TreeHashes } from "@mingbai/testkit/tree-hashes";
import { describe, expect, it } from "vitest";
import { compareTrees } from "./compare-trees.ts";

const sizeMax = 18;

/** A log of which the first `shared` leaves are those of all others. */
function logOf(shared: number, other: number): TreeHashes {
  const log = new TreeHashes();
  for (let leaf = 0; leaf < sizeMax; leaf++) log.append(Uint8Array.of(leaf, leaf < shared ? 0 : other));
  return log;
}

describe("two signed trees", () => {
  it("of one log are consistent by its proof, at all sizes, and never contrary", () => {
    const log = logOf(sizeMax, 0);
    for (let small = 1; small <= sizeMax; small++) {
      for (let large = small; large <= sizeMax; large++) {
        const smaller = { size: small, root: log.root(small) };
        const larger = { size: large, root: log.root(large) };
        const proof = log.consistency(small, large);
        expect(compareTrees({ smaller, larger, hashes: proof })).toBe("consistent");
        for (const hashes of [proof.slice(1), [...proof, log.root(1)], [log.root(1), ...proof], proof.toReversed()]) {
          expect(compareTrees({ smaller, larger, hashes })).not.toBe("contrary");
        }
      }
    }
  });

  it("of two logs are contrary by the larger one's hashes, at all sizes after they parted", () => {
    for (let shared = 0; shared < sizeMax; shared++) {
      const [one, two] = [logOf(shared, 1), logOf(shared, 2)];
      for (let small = 1; small <= sizeMax; small++) {
        for (let large = small; large <= sizeMax; large++) {
          const smaller = { size: small, root: one.root(small) };
          const larger = { size: large, root: two.root(large) };
          const verdict = compareTrees({ smaller, larger, hashes: two.contrary(small, large) });
          if (small > shared) expect(verdict).toBe("contrary");
          else expect(verdict).not.toBe("contrary");
        }
      }
    }
  });
});
