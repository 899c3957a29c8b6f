import { csrfHeader } from "@mingbai/http/session-views";
import { problemIn } from "@mingbai/sdk/problem-error";
import { useSession } from "../../session/use-session.ts";

/** Has this node's vault keep a new person's name before the ledger is told of the account. Throws ProblemError. */
export function useKeepName(): (account: string, name: string) => Promise<void> {
  const session = useSession();
  return async (account, name) => {
    const answer = await fetch(`/api/people/${account}/name`, {
      method: "PUT",
      headers: { "content-type": "application/json", [csrfHeader]: session?.csrf ?? "" },
      body: JSON.stringify({ name }),
    });
    if (!answer.ok) throw await problemIn(answer);
  };
}
