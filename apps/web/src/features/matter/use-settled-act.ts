import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { FinalAnswer } from "@mingbai/sdk/answer";
import { ProblemError } from "@mingbai/sdk/index";
import { waitForTables } from "@mingbai/sdk/wait-for-tables";
import { useQueryClient } from "@tanstack/react-query";
import { nodeClient } from "../../api/node-client.ts";
import { useSession } from "../../session/use-session.ts";

/** A slow node is waited for in the page itself. */
const waitMsMax = 5_000;

/** Signs one command, waits until it is final and the pages can show it, and has them ask again. Throws ProblemError. */
export function useSettledAct(): (command: string, input: CanonicalObject) => Promise<FinalAnswer> {
  const session = useSession();
  const client = useQueryClient();
  return async (command, input) => {
    if (!session) throw notSignedIn();
    const answer = await session.sign(command, input);
    // The act is final: a page that cannot read it yet shows it at its next question.
    await waitForTables(nodeClient, answer.height, { waitMsMax }).catch((problem: unknown) => console.info(problem));
    await client.invalidateQueries();
    return answer;
  };
}

function notSignedIn(): ProblemError {
  const words = { detailEn: "Sign in first.", detailZh: "" };
  return new ProblemError({ code: "SESSION_NONE", status: 401, ...words });
}
