import { type Own, tiesQuery } from "./ties.ts";
import { transfers } from "./transfers.ts";

/** Everything that may be asked about levels in SQL. */
export function levelsQueries(own: Own) {
  return [tiesQuery(own), transfers] as const;
}
