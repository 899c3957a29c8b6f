import type { Role } from "@mingbai/ledger/authority/role";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { rolesOf } from "../reads/organisation.ts";
import { refuse } from "../refusals.ts";

/** Why an organisation's administrators cannot give one of these roles: the members have not given it to the organisation. */
export function findScopeRefusal(
  { state }: CommandContext,
  { organisation, roles }: { organisation: string; roles: readonly Role[] },
): Refusal | undefined {
  const scope = rolesOf(state, organisation);
  const outside = roles.find((role) => !scope.includes(role));
  return outside === undefined ? undefined : refuse("ROLE_OUT_OF_SCOPE", { role: outside, organisation });
}
