import { readToView } from "@mingbai/http/explorer-views";
import type { QueryRoute } from "@mingbai/http/query-route";
import type { ReadModel } from "../read-model/start-read-model.ts";
import { queryOf } from "./query-of.ts";

const waitMsMax = 5_000;
/** Further ones are answered at once and ask again. */
const waitingMax = 1_000;

/** Lets whoever has acted wait until pages can show it, without asking again and again. */
export function readToQuery({ position, readTo }: Pick<ReadModel, "position" | "readTo">): QueryRoute {
  let waiting = 0;
  const title = { en: "How far the tables have read", zh: "查询表读到哪里" };
  return queryOf(readToView, title, async ({ height }) => {
    if (waiting < waitingMax) {
      waiting++;
      await readTo(height, AbortSignal.timeout(waitMsMax)).finally(() => waiting--);
    }
    const { height: read, timeMs } = position();
    return { height: read, timeMs };
  });
}
