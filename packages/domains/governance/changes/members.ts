import { isOrganisation } from "@mingbai/identity/reads/organisation";
import { lastRoster } from "@mingbai/ledger/genesis/rosters";
import { memberAdmitted, memberRemoved } from "../events/members.ts";
import { findMembers, isMember } from "../reads.ts";
import { refuse } from "../refusals.ts";
import { membersMax } from "../schema/rules.ts";
import type { Plan } from "./plan.ts";

/** An organisation gets a vote. It has to agree itself. */
export function admitMemberPlan({ organisation }: { organisation: string }): Plan {
  return {
    rule: "member",
    concerned: organisation,
    consents: () => [organisation],
    findRefusal(state) {
      if (!isOrganisation(state, organisation)) return refuse("NO_SUCH_ORGANISATION", { organisation });
      if (isMember(state, organisation)) return refuse("MEMBER_ALREADY", { organisation });
      return findMembers(state).length >= membersMax ? refuse("TOO_MANY_PROPOSALS", { max: membersMax }) : undefined;
    },
    before: (state) => ({ member: isMember(state, organisation) }),
    events: () => [memberAdmitted({ organisation })],
  };
}

/** An organisation loses its vote. */
export function removeMemberPlan({ organisation }: { organisation: string }): Plan {
  return {
    rule: "member",
    concerned: organisation,
    findRefusal(state) {
      if (!isMember(state, organisation)) return refuse("NOT_A_MEMBER", { organisation });
      if (lastRoster(state).members.some((member) => member.organisation === organisation)) {
        return refuse("MEMBER_KEEPS_LEDGER", { organisation });
      }
      return findMembers(state).length === 1 ? refuse("LAST_MEMBER") : undefined;
    },
    before: (state) => ({ member: isMember(state, organisation) }),
    events: () => [memberRemoved({ organisation })],
  };
}
