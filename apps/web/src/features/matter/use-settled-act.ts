import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { statusView } from "@mingbai/http/explorer-views";
import type { FinalAnswer } from "@mingbai/sdk/answer";
import { ProblemError } from "@mingbai/sdk/index";
import { useQueryClient } from "@tanstack/react-query";
import { runQuery } from "../../api/run-query.ts";
import { useSession } from "../../session/use-session.ts";

const triesMax = 20;
const betweenMs = 250;

/** Until the tables that pages read have come to this block; a slow one is waited for in the page itself. */
async function untilRead(height: number): Promise<void> {
  for (let tries = 0; tries < triesMax; tries++) {
    const { readModel } = await runQuery(statusView, {});
    if (readModel.height >= height) return;
    await new Promise((next) => setTimeout(next, betweenMs));
  }
}

/** Signs one command, waits until it is final and the pages can show it, and has them ask again. Throws ProblemError. */
export function useSettledAct(): (command: string, input: CanonicalObject) => Promise<FinalAnswer> {
  const session = useSession();
  const client = useQueryClient();
  return async (command, input) => {
    if (!session) throw notSignedIn();
    const answer = await session.sign(command, input);
    // The act is final: a page that cannot read it yet shows it at its next question.
    await untilRead(answer.height).catch((problem: unknown) => console.info(problem));
    await client.invalidateQueries();
    return answer;
  };
}

function notSignedIn(): ProblemError {
  const words = { detailEn: "Sign in first.", detailZh: "" };
  return new ProblemError({ code: "SESSION_NONE", status: 401, ...words });
}
