import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { SettleDifference } from "../day-close/schema.ts";
import { type DifferenceRow, differenceKey, differenceTable } from "../day-close/tables.ts";
import { findOfficeRefusal } from "../day-close/who.ts";
import { differenceSettled } from "../events/difference.ts";
import { refuse } from "../refusals.ts";

/** The second of two people agrees: neither who reported the difference nor anyone of the proposer's organisation. */
export const settleDifference = defineCommand("treasury.settleDifference", {
  schema: SettleDifference,
  allow: [role("financeSupervisor"), role("escrowBank"), role("auditor")],
  title: { en: "Settle a difference", zh: "了结差异" },
  audit: { en: "settled difference {reference}", zh: "了结了差异 {reference}" },
  execute(context, { proposal: id, ...name }) {
    const { kind, reference } = name;
    const refusal = findOfficeRefusal(context);
    if (refusal !== undefined) return refusal;
    const row = context.state.table(differenceTable).find(differenceKey(name));
    if (row === undefined) return refuse("DIFFERENCE_UNKNOWN", { kind, reference });
    if (row.state === "settled") return refuse("DIFFERENCE_SETTLED", { kind, reference });
    if (row.proposal?.id !== id) return refuse("SETTLEMENT_DIFFERS");
    const { account: settledBy, organisation } = context.actor;
    const { resolution } = row.proposal;
    return (
      findOwnRefusal(context, row, row.proposal) ?? [
        differenceSettled({ ...name, proposal: id, resolution, settledBy, organisation }),
      ]
    );
  },
});

function findOwnRefusal(
  { actor }: CommandContext,
  { reportedBy }: DifferenceRow,
  proposal: NonNullable<DifferenceRow["proposal"]>,
): Refusal | undefined {
  if (proposal.by === actor.account) return refuse("OWN_SETTLEMENT");
  if (reportedBy === actor.account) return refuse("OWN_REPORT");
  return proposal.organisation === actor.organisation ? refuse("SAME_ORGANISATION") : undefined;
}
