import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { type Asking, getSubject } from "../checks/keeping.ts";
import { partRecorded } from "../events/part-recorded.ts";
import { refuse } from "../refusals.ts";
import { type NextPart, RecordChanges } from "../schema.ts";

/**
 * Files are changed: each subject's gets one more part. What the parts change, and where two at once disagree, is judged
 * where they are opened; the ledger says who wrote in which order and what they had seen.
 */
export const recordChanges = defineCommand("registry.recordChanges", {
  schema: RecordChanges,
  allow: fileWriters.map(role),
  title: { en: "Change files", zh: "更改档案" },
  audit: { en: "changed household files", zh: "更改了户档案" },
  execute(context, { import: from, changes }) {
    const events: Event[] = [];
    for (const change of changes) {
      const made = makePart(context, change, from);
      if (isRefusal(made)) return made;
      events.push(made);
    }
    return events;
  },
});

/** The event of one part, by the actor; or why not. */
function makePart(context: Asking, change: NextPart, from: string | undefined): Event | Refusal {
  const found = getSubject(context, change.subject);
  if (isRefusal(found)) return found;
  const { household, version } = found;
  if (change.base > version) return refuse("BASE_AHEAD", { version: change.base, there: version });
  const { account: by } = context.actor;
  return partRecorded({ ...change, household, version: version + 1, by, ...(from !== undefined && { import: from }) });
}
