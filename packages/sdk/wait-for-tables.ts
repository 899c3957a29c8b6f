import { readToView } from "@mingbai/http/explorer-views";
import type { Client } from "./client.ts";
import { ProblemError } from "./problem-error.ts";

const minuteMs = 60_000;
/** A node answers when it is there, or has waited for seconds itself; one that has too many waiting answers at once. */
const pauseMs = 250;

/** Resolves when the node's tables have read the block of this height. Throws ProblemError TABLES_BEHIND after `waitMsMax`. */
export async function waitForTables(
  client: Pick<Client, "ask">,
  height: number,
  { waitMsMax = minuteMs }: { readonly waitMsMax?: number } = {},
): Promise<void> {
  const untilMs = Date.now() + waitMsMax;
  while ((await client.ask(readToView, { height })).height < height) {
    if (Date.now() >= untilMs) throw tablesBehind();
    await new Promise((next) => setTimeout(next, pauseMs));
  }
}

function tablesBehind(): ProblemError {
  return new ProblemError({
    code: "TABLES_BEHIND",
    status: 503,
    detailEn: "The node's tables are behind. Try again in a while.",
    detailZh: "节点的查询表还没跟上，请稍后再试",
  });
}
