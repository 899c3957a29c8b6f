import type { ProposalRow } from "../tables.ts";

/** passed: enough are in favour. failed: so many are against that there can no longer be enough. */
export type Tally = "open" | "passed" | "failed";

/** How the votes stand: decided as soon as no further vote could change it. */
export function tally({ voters, needed, votes }: Pick<ProposalRow, "voters" | "needed" | "votes">): Tally {
  const inFavour = votes.filter(({ choice }) => choice === "for").length;
  if (inFavour >= needed) return "passed";
  return voters.length - (votes.length - inFavour) < needed ? "failed" : "open";
}
