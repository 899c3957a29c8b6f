import { matter } from "./matter.ts";
import { notices } from "./notices.ts";
import { queue } from "./queue.ts";

/** Everything that may be asked about matters. */
export const workflowQueries = [queue, matter, notices] as const;
