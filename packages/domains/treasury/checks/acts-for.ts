import type { CommandContext } from "@mingbai/ledger/definition/command";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import { ownerTable } from "../tables.ts";

type Asking = Pick<CommandContext, "state" | "actor">;

/**
 * True where the actor may use an account: it is their own, it is their organisation's, or they retell a published
 * list and so act for everyone on it (MONEY 10).
 */
export function actsFor({ state, actor }: Asking, account: string): boolean {
  if (actor.account === account || isRetelling({ state, actor })) return true;
  const owner = state.table(ownerTable).find(account);
  return owner !== undefined && owner.organisation === actor.organisation;
}

/** Why an importer may do nothing here: only a reconstruction has work for one. */
export function findImporterRefusal({ state, actor }: Asking): Refusal | undefined {
  const isImporter = actor.roles.includes("importer");
  return isImporter && !getConfiguration(state).reconstruction ? refuse("ONLY_RECONSTRUCTION") : undefined;
}

function isRetelling({ state, actor }: Asking): boolean {
  return actor.roles.includes("importer") && getConfiguration(state).reconstruction;
}
