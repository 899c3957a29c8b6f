import type { Session } from "../../../session/session.ts";
import { isQueued, type QueueItem, queueItem, queueMax } from "../decide/queue-item.ts";
import { importDesk } from "../desk/import-desk.ts";
import { comparePorts } from "./compare-ports.ts";
import { findArea } from "./find-area.ts";
import { countPlanned, noPlan } from "./plan-counts.ts";
import { planDecided } from "./plan-decided.ts";

const householdsPerProgress = 100;

/** Goes over the list against what is known; nothing is written. `day`: the ledger's own, YYYY-MM-DD. */
export function compareList(session: Session, day: string): Promise<void> {
  const { mapping, decisions, corrections } = importDesk.get();
  return importDesk.during({ phase: "queue", queue: [] }, async () => {
    if (mapping === undefined) return;
    let plan = noPlan;
    const queue: QueueItem[] = [];
    const households = importDesk.thread.households({ mapping, day, corrections });
    let gone = 0;
    for await (const one of planDecided(households, { decisions }, await comparePorts(session))) {
      plan = countPlanned(plan, one, findArea(importDesk.get(), one));
      if (isQueued(one) && queue.length < queueMax) queue.push(queueItem(one));
      if (++gone % householdsPerProgress === 0) importDesk.progress(gone);
    }
    importDesk.change({ plan, queue });
  });
}
