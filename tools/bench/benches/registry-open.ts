import { householdView } from "@mingbai/registry/views/household";
import { getAccepted } from "@mingbai/sdk/answer";
import { waitForTables } from "@mingbai/sdk/wait-for-tables";
import { filesWorkBench } from "../load/files-work-bench.ts";

/** Opening a file: the signed reason until it is durable, the tables having heard of it, and the whole file unsealed: p95. */
export const bench = filesWorkBench("registry.open", 0.95, async ({ client, actor }, household) => {
  const answer = await actor.does.registry.openFiles({ purpose: "review", households: [household] });
  await waitForTables(client, getAccepted(answer).height);
  await client.ask(householdView, { household });
});
