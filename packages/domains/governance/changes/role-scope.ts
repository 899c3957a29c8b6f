import { roleScopeSet } from "@mingbai/identity/effects";
import { isOrganisation, rolesOf } from "@mingbai/identity/reads/organisation";
import { refuse } from "../refusals.ts";
import type { Change } from "../schema.ts";
import type { Plan } from "./plan.ts";

/** Which roles an organisation's administrators may give. */
export function roleScopePlan({ organisation, roles }: Extract<Change, { kind: "roleScope" }>): Plan {
  return {
    rule: "roleScope",
    concerned: organisation,
    findRefusal: (state) =>
      isOrganisation(state, organisation) ? undefined : refuse("NO_SUCH_ORGANISATION", { organisation }),
    before: (state) => ({ roles: rolesOf(state, organisation) }),
    events: () => [roleScopeSet({ organisation, roles })],
  };
}
