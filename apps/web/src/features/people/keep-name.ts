import { problemIn } from "@mingbai/sdk/problem-error";
import { nodeClient } from "../../api/node-client.ts";

/** Has the node's vault keep a new person's name before the ledger is told of the account. Throws ProblemError. */
export async function keepName(account: string, name: string): Promise<void> {
  const answer = await nodeClient.send(`/api/people/${account}/name`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name }),
  });
  if (!answer.ok) throw await problemIn(answer);
}
