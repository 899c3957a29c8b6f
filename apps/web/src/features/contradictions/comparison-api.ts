import { problemIn } from "@mingbai/sdk/problem-error";
import { z } from "zod";
import { nodeClient } from "../../api/node-client.ts";

const Begun = z.object({ run: z.string() });

/** What a run is to be about: all files and departments asked anew, or one village with what they said last. */
export interface WantedRun {
  readonly village?: string;
  readonly checks?: boolean;
  readonly ask?: boolean;
}

/** Begins a run and gives its number. Throws ProblemError: COMPARISON_RUNNING where one is under way. */
export async function beginRun(wanted: WantedRun): Promise<string> {
  const answer = await nodeClient.send("/api/comparison/runs", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wanted),
  });
  if (!answer.ok) throw await problemIn(answer);
  return Begun.parse(await answer.json()).run;
}

/** Ends a run that is under way; what it has found stays. Throws ProblemError: COMPARISON_OVER. */
export async function cancelRun(run: string): Promise<void> {
  const answer = await nodeClient.send(`/api/comparison/runs/${run}`, { method: "DELETE" });
  if (!answer.ok) throw await problemIn(answer);
}
