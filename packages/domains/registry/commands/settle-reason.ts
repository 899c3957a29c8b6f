import { fileDeciders, fileOffices } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { fileKeepers } from "../checks/concerned.ts";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { livesIn } from "../checks/opening.ts";
import type { SettlementKind } from "../content/compare/settlement.ts";
import { reasonSettled } from "../events/reason-settled.ts";
import { refuse } from "../refusals.ts";
import { SettleReason } from "../schema/cases.ts";
import { type HouseholdRow, householdTable } from "../tables.ts";

/** Somebody deals with a reason that the comparison found; setting it aside is an act on record like the others. */
export const settleReason = defineCommand("registry.settleReason", {
  schema: SettleReason,
  allow: [...fileOffices, "individual" as const].map(role),
  title: { en: "Settle a reason", zh: "处理比对提示" },
  audit: {
    en: "settled a reason about household {household} ({kind})",
    zh: "处理了户 {household} 的比对提示（{kind}）",
  },
  execute(context, settled) {
    const { household, kind } = settled;
    const home = context.state.table(householdTable).find(household);
    if (home === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
    if (home.ended !== undefined) return refuse("HOUSEHOLD_ENDED", { household });
    const isOwn = livesIn(context, home);
    const refusal = isOwn ? findOwnRefusal(kind) : findSettlerRefusal(context, home, kind);
    const tells = isOwn && { tells: fileKeepers(home) };
    return refusal ?? [reasonSettled({ ...settled, ...tells, by: context.actor.account })];
  },
});

/** The household answers, and does nothing else. */
function findOwnRefusal(kind: SettlementKind): Refusal | undefined {
  return kind === "answered" ? undefined : refuse("SETTLING_NOT_YOURS", { kind });
}

/**
 * The household may answer before who looks after it; on the spot looks a grid worker or who answers for the household; who
 * writes files puts them right; setting aside is also for those who decide.
 */
function findSettlerRefusal(context: CommandContext, home: HouseholdRow, kind: SettlementKind): Refusal | undefined {
  const own = findKeeperRefusal(context, home);
  switch (kind) {
    case "checked": {
      const isResponsible = home.responsible === context.actor.account;
      const isVillage = findKeeperRefusal(context, home, ["gridWorker"]) === undefined;
      return own ?? (isResponsible || isVillage ? undefined : refuse("SETTLING_NOT_YOURS", { kind }));
    }
    case "ignored":
      return own && findKeeperRefusal(context, home, fileDeciders);
    default:
      return own;
  }
}
