import { nodeClient } from "@mingbai/app-web/src/api/node-client";
import { type HouseholdFile, householdView } from "@mingbai/registry/views/household";
import { submitCommand } from "@mingbai/sdk/index";
import { waitForTables } from "@mingbai/sdk/wait-for-tables";
import { signAct } from "../ledger/sign-act.ts";
import { getSigningKey } from "../person/session.ts";

const questionsAtOnceMax = 6;
const waitMsMax = 10_000;

/**
 * Opens files of households (1 to `filesPerReadingMax`) for a visit: the act is on the ledger before anything is seen, and
 * each household sees it for ever. `onFile` has each file as it comes. Throws what the node or the ledger refuses.
 */
export async function openFiles(
  households: readonly string[],
  onFile: (file: HouseholdFile) => Promise<void>,
): Promise<void> {
  const input = { purpose: "visit", households: [...households] };
  const signed = await signAct(nodeClient, await getSigningKey(), { command: "registry.openFiles", input });
  const { height } = await submitCommand(nodeClient, signed);
  await waitForTables(nodeClient, height, { waitMsMax });
  const waiting = households.values();
  const fetchWaiting = async (): Promise<void> => {
    // Each takes from the same row of households.
    for (const household of waiting) await onFile(await nodeClient.ask(householdView, { household }));
  };
  await Promise.all(Array.from({ length: questionsAtOnceMax }, fetchWaiting));
}
