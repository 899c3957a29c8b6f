import { matter } from "./matter.ts";
import { noticeCount, notices } from "./notices.ts";
import { publicMatters } from "./public-matters.ts";
import { queue } from "./queue.ts";

/** Everything that may be asked about matters. */
export const workflowQueries = [queue, matter, notices, noticeCount, publicMatters] as const;
