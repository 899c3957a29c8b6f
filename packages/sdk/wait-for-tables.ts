import { statusView } from "@mingbai/http/explorer-views";
import type { Client } from "../client.ts";
import { ProblemError } from "../problem-error.ts";

const pollMs = 50;
const waitMsMax = 60_000;

/** Resolves when the node's tables have read the block of this height. Throws ProblemError TABLES_BEHIND after a minute. */
export async function waitForTables(client: Pick<Client, "ask">, height: number): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += pollMs) {
    const { readModel } = await client.ask(statusView, {});
    if (readModel.height >= height) return;
    if (waitedMs >= waitMsMax) throw tablesBehind();
    await new Promise((next) => setTimeout(next, pollMs));
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
