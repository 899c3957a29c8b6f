import { freezeConfirmed } from "../events/freezes.ts";
import { concernedBy, releaseEvents } from "../laws/freeze-target.ts";
import { refuse } from "../refusals.ts";
import { freezeKey } from "../schema/subject.ts";
import type { FreezeTarget } from "../schema.ts";
import { freezeTable } from "../tables.ts";
import type { Plan } from "./plan.ts";

/** The members agree with what a regulator stopped: it stays so until they lift it. */
export function confirmFreezePlan({ target }: { target: FreezeTarget }): Plan {
  const key = freezeKey(target);
  return {
    rule: "freeze",
    ...concernedBy(target),
    findRefusal: (state) => (state.table(freezeTable).find(key)?.state === "placed" ? undefined : refuse("NOT_FROZEN")),
    before: () => ({ frozen: false }),
    events: () => [freezeConfirmed({ target })],
  };
}

/** The members let go what they had confirmed. */
export function liftFreezePlan({ target }: { target: FreezeTarget }): Plan {
  const key = freezeKey(target);
  return {
    rule: "lift",
    ...concernedBy(target),
    findRefusal: (state) =>
      state.table(freezeTable).find(key)?.state === "confirmed" ? undefined : refuse("NOT_FROZEN"),
    before: () => ({ frozen: true }),
    events: (state) => releaseEvents(state, { target, how: "voted" }),
  };
}
