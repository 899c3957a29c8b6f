import { readToView } from "@mingbai/http/explorer-views";
import type { QueryRoute } from "@mingbai/http/query-route";
import { queryOf } from "../answers/query-of.ts";
import type { ProjectorProcess } from "../projector/start-projector.ts";

const waitMsMax = 5_000;
/** Further ones are answered at once and ask again. */
const waitingMax = 1_000;

/** Lets whoever has acted wait until pages can show it, without asking again and again. */
export function readToQuery(projector: Pick<ProjectorProcess, "position" | "readTo">): QueryRoute {
  let waiting = 0;
  const title = { en: "How far the tables have read", zh: "查询表读到哪里" };
  return queryOf(readToView, title, async ({ height }) => {
    if (waiting < waitingMax) {
      waiting++;
      await projector.readTo(height, AbortSignal.timeout(waitMsMax)).finally(() => waiting--);
    }
    const { height: read, timeMs } = projector.position;
    return { height: read, timeMs };
  });
}
