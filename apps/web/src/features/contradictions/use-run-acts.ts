import { useQueryClient } from "@tanstack/react-query";
import { useAttempt } from "../../session/use-attempt.ts";
import { beginRun, cancelRun, type WantedRun } from "./comparison-api.ts";

/** Beginning and ending runs, one thing at a time; pages that show runs ask again at once. */
export function useRunActs() {
  const client = useQueryClient();
  const { running, fault, attempt } = useAttempt();
  const then = () => client.invalidateQueries();
  return {
    running,
    fault,
    begin: (wanted: WantedRun) =>
      void attempt(async () => {
        await beginRun(wanted);
        await then();
      }),
    cancel: (run: string) =>
      void attempt(async () => {
        await cancelRun(run);
        await then();
      }),
  };
}
