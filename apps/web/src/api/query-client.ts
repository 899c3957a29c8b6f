import { QueryClient } from "@tanstack/react-query";
import { QueryProblem } from "./problem.ts";

const staleMs = 5_000;
const keptMs = 60 * 60_000;
const retriesMax = 2;

/** The last known values stay for an hour, so that a lost connection leaves pages readable, with their time. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: staleMs,
        gcTime: keptMs,
        networkMode: "always",
        retry: (failures, problem) =>
          failures < retriesMax && problem instanceof QueryProblem && problem.kind === "unreachable",
        retryDelay: (failures) => 300 * 2 ** failures,
      },
    },
  });
}
