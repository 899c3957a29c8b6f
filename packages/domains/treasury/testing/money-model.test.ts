import { deepCount } from "@mingbai/testkit/deep";
import { runSeed } from "@mingbai/testkit/random";
import { describe, it } from "vitest";
import { exploreMoney } from "./test-explore-money.ts";

describe("money, against a model of maps and BigInt", () => {
  const seed = runSeed();
  it(`never differs in ${deepCount(5_000, 100_000)} random acts (seed ${seed})`, { timeout: 600_000 }, () => {
    exploreMoney({ seed, steps: deepCount(5_000, 100_000) });
  });
});
