import { householdView } from "@mingbai/registry/views/household";
import { ProblemError } from "@mingbai/sdk/problem-error";
import { filesWorkBench } from "../load/files-work-bench.ts";

const askAgainMs = 5;

/** Opening a file: the signed reason until it is durable, the tables having heard of it, and the whole file unsealed: p95. */
export const bench = filesWorkBench("registry.open", 0.95, async ({ client, actor }, household) => {
  const { refused } = await actor.does.registry.openFiles({ purpose: "review", households: [household] });
  if (refused !== undefined) throw new Error(`a file was not opened: ${refused}`);
  for (;;) {
    try {
      await client.ask(householdView, { household });
      return;
    } catch (problem) {
      // The tables follow the ledger; until they have, the file is closed.
      if (!(problem instanceof ProblemError) || problem.code !== "FILE_NOT_OPENED") throw problem;
      await new Promise((resolve) => setTimeout(resolve, askAgainMs));
    }
  }
});
