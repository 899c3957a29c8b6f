import { helpers } from "./helpers.ts";

/** Everything that may be asked about people who help. */
export const postsQueries = [helpers] as const;
