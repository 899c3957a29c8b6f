import type { SettlementKind } from "@mingbai/registry/content/compare/settlement";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { Session } from "../../../session/session.ts";
import { fileWriterRoles, holdsOne } from "../../registry/who-may.ts";

/** How somebody of an office may settle a reason about a household, as the ledger judges it (`commands/settle-reason.ts`). */
export function settlingOf(
  { may, responsible }: Pick<HouseholdFile, "may" | "responsible">,
  { account, roles }: Pick<Session, "account" | "roles">,
): readonly SettlementKind[] {
  if (!may.includes("registry.settleReason")) return [];
  const isWriter = holdsOne(roles, fileWriterRoles);
  if (!isWriter) return ["ignored"];
  const isOnTheSpot = roles.includes("gridWorker") || responsible?.account === account;
  return ["answered", ...(isOnTheSpot ? (["checked"] as const) : []), "fixed", "ignored"];
}
