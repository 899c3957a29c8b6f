import type { Domain } from "@mingbai/ledger/definition/domain";
import { doubleVoteKey, doubleVoteProven } from "../events/double-vote-proven.ts";
import { doubleVoteTable } from "../tables.ts";

/** Each is written down once, however often it is proved. */
export const newDoubleVotes: NonNullable<Domain["doubleVotes"]> = (state, proven) => {
  const fresh = new Map(proven.map((vote) => [doubleVoteKey(vote.organisation, vote.height), vote]));
  return [...fresh]
    .filter(([key]) => state.table(doubleVoteTable).find(key) === undefined)
    .map(([, { organisation, height }]) => doubleVoteProven({ organisation, votedHeight: height }));
};
