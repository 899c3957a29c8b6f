import { organisationAdministrators } from "@mingbai/identity/reads/organisation";
import type { Actor, Role } from "@mingbai/ledger/authority/role";
import { actorTable } from "@mingbai/ledger/authority/role";
import { rolesInForce } from "@mingbai/ledger/authority/roles-in-force";
import type { State } from "@mingbai/ledger/state/state";
import { findMembers, isMember } from "../reads.ts";
import type { Level } from "../schema/rules.ts";

/** What decides who votes: the level, whom the change concerns, and who proposed. */
export interface Electorate {
  readonly level: Level;
  /** The organisation that the change is about. Of the members it has no vote on its own matter. */
  readonly concerned: string | undefined;
  readonly proposer: string;
  readonly timeMs: number;
}

/**
 * Those who could vote at this moment: organisations, or accounts where the level is a role. The proposer does not count;
 * nor does an organisation for which nobody else could vote.
 */
export function findVoters(state: State, { level, concerned, proposer, timeMs }: Electorate): readonly string[] {
  const others = (accounts: readonly string[]) => accounts.some((account) => account !== proposer);
  switch (level.kind) {
    case "members":
      return findMembers(state).filter((one) => one !== concerned && others(organisationAdministrators(state, one)));
    case "regulators": {
      const found = holders(state, { role: "regulator", timeMs }).filter(([account]) => account !== proposer);
      return [...new Set(found.map(([, organisation]) => organisation))].filter((one) => one !== concerned).sort();
    }
    case "role": {
      const organisation = level.organisation ?? concerned;
      return holders(state, { role: level.role, timeMs })
        .filter(([account, of]) => account !== proposer && of === organisation)
        .map(([account]) => account)
        .sort();
    }
  }
}

/** For whom this account votes at the level: its organisation, itself, or nobody. */
export function voterOf(state: State, level: Level, actor: Actor): string | undefined {
  switch (level.kind) {
    case "members":
      return actor.roles.includes("administrator") && isMember(state, actor.organisation)
        ? actor.organisation
        : undefined;
    case "regulators":
      return actor.roles.includes("regulator") ? actor.organisation : undefined;
    case "role":
      return actor.roles.includes(level.role) ? actor.account : undefined;
  }
}

/** Accounts that have a role in force, with their organisations. Looks through all accounts: asked once a proposal. */
function holders(state: State, { role, timeMs }: { role: Role; timeMs: number }): [string, string][] {
  return state
    .table(actorTable)
    .entries()
    .filter(
      ([, row]) => row.grants.some((grant) => grant.role === role) && rolesInForce(state, row, timeMs).includes(role),
    )
    .map(([account, { organisation }]) => [account, organisation]);
}
