import { freezeConfirmed } from "../events/freezes.ts";
import { freezeKey } from "../laws/freeze-key.ts";
import { concernedBy, releaseEvents } from "../laws/freeze-target.ts";
import { refuse } from "../refusals.ts";
import type { FreezeTarget } from "../schema.ts";
import { freezeTable } from "../tables.ts";
import type { Plan } from "./plan.ts";

/** The members agree with what a regulator stopped: it stays so until they lift it. */
export function confirmFreezePlan({ target }: { target: FreezeTarget }): Plan {
  const subject = freezeKey(target);
  return {
    rule: "freeze",
    subject,
    ...concernedBy(target),
    findRefusal: (state) =>
      state.table(freezeTable).find(subject)?.state === "placed" ? undefined : refuse("NOT_FROZEN"),
    before: () => ({ frozen: false }),
    events: () => [freezeConfirmed({ target })],
  };
}

/** The members let go what they had confirmed. */
export function liftFreezePlan({ target }: { target: FreezeTarget }): Plan {
  const subject = freezeKey(target);
  return {
    rule: "lift",
    subject,
    ...concernedBy(target),
    findRefusal: (state) =>
      state.table(freezeTable).find(subject)?.state === "confirmed" ? undefined : refuse("NOT_FROZEN"),
    before: () => ({ frozen: true }),
    events: (state) => releaseEvents(state, { target, how: "voted" }),
  };
}
