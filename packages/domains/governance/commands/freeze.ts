import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { planOf } from "../changes/plan-of.ts";
import { freezePlaced } from "../events/freezes.ts";
import { standsStill, stopEvents } from "../laws/freeze-target.ts";
import { ballotFor, proposedBy } from "../laws/open-proposal.ts";
import { refuse } from "../refusals.ts";
import { freezeKey } from "../schema/subject.ts";
import { Freeze, type FreezeTarget, openFreezesMax } from "../schema.ts";
import { freezeTable, proposalTable } from "../tables.ts";

/**
 * A regulator stops money, what moves it, or an organisation: at once, and the members vote whether it stays so. Without
 * their yes in time it ends by itself. What the bank has paid already is booked all the same.
 */
export const freeze = defineCommand("governance.freeze", {
  schema: Freeze,
  allow: [role("regulator")],
  title: { en: "Freeze", zh: "冻结" },
  audit: { en: "froze {target}: {reason}", zh: "冻结了 {target}：{reason}" },
  execute(context, { target, reason, words }) {
    const { actor, id } = context;
    const refusal = findRefusal(context, target);
    if (refusal !== undefined) return refusal;
    const change = { kind: "confirmFreeze", target } as const;
    const plan = planOf(change, context.chain);
    const ballot = ballotFor(context, plan);
    const who = { by: actor.account, organisation: actor.organisation };
    return [
      ...stopEvents(target, who),
      proposedBy(context, { change, plan, ballot, words }),
      freezePlaced({ target, reason, words, proposal: id, untilMs: ballot.deadlineMs, ...who }),
    ];
  },
});

function findRefusal({ state, actor, moment }: CommandContext, target: FreezeTarget): Refusal | undefined {
  const now = standsStill(state, target);
  if (typeof now !== "boolean") return now;
  if (now) return refuse("ALREADY_FROZEN");
  if (target.kind === "organisation" && target.organisation === actor.organisation) return refuse("OWN_STOP");
  const earlier = state.table(freezeTable).find(freezeKey(target));
  if (earlier?.state === "spent" && moment.timeMs < earlier.againMs) {
    return refuse("FREEZE_SPENT", { againMs: earlier.againMs });
  }
  const open = state
    .table(proposalTable)
    .entries()
    .filter(([, { change }]) => change.kind === "confirmFreeze");
  return open.length >= openFreezesMax ? refuse("TOO_MANY_PROPOSALS", { max: openFreezesMax }) : undefined;
}
