import { doubleVotesQuery } from "./double-votes.ts";
import { proposals } from "./proposals.ts";
import { type Founding, settingsQuery } from "./settings.ts";

/** Everything that may be asked about governance. */
export function governanceQueries(founding: Founding) {
  return [proposals, settingsQuery(founding), doubleVotesQuery(founding)] as const;
}
