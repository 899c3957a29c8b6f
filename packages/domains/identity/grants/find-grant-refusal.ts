import type { ActorRow, RoleGrant } from "@mingbai/ledger/authority/role";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import { findExclusion } from "../role-groups.ts";
import { grantsMax, leavesMax } from "../schema.ts";
import { hasEnded, overlaps } from "./term.ts";

/**
 * Why this account cannot get these grants besides its own: it has one of them in that time, or it would hold roles of
 * two groups. What is to come counts as what is: whoever changes groups first gives up the one.
 */
export function findGrantRefusal(
  { moment }: CommandContext,
  row: Pick<ActorRow, "grants">,
  added: readonly RoleGrant[],
): Refusal | undefined {
  const living = row.grants.filter((grant) => !hasEnded(grant, moment.timeMs));
  const held = added.find((grant) => living.some((one) => isSameOffice(one, grant) && overlaps(one, grant)));
  if (held !== undefined) return refuse("ROLE_HELD", { role: held.role });
  const all = [...living, ...added];
  const exclusion = findExclusion(all.map(({ role }) => role));
  if (exclusion !== undefined) return refuse("ROLES_EXCLUDE", { one: exclusion[0], other: exclusion[1] });
  return all.length > grantsMax ? refuse("TOO_MANY_GRANTS", { max: grantsMax, leavesMax }) : undefined;
}

/** The same role in the same area; a deputy already in the role has nothing to stand in for. */
function isSameOffice(held: RoleGrant, added: RoleGrant): boolean {
  if (held.role !== added.role) return false;
  if (held.deputyOf === undefined && added.deputyOf !== undefined) return true;
  return held.deputyOf === added.deputyOf && held.area === added.area;
}
