import type { Actor, Role } from "@mingbai/ledger/authority/role";
import type { Side, Turn } from "../stages.ts";
import type { MatterRow, Party } from "../tables.ts";

/** Who could act for a side: any of these roles at an organisation, or with `individual` the account itself. */
export interface Needed {
  readonly roles: readonly Role[];
  readonly at: string;
}

/** True where these roles act for themselves alone: people of an organisation have another role in it. */
export function isPersonal(roles: readonly Role[]): boolean {
  return roles.includes("individual") && !roles.includes("projectManager") && !roles.includes("supplier");
}

/** Whose turn it is, as roles and where. */
export function neededFor(row: MatterRow, { side, roles }: Turn): Needed {
  const party = partyAt(row, side);
  if (party.organisation === "") return { roles: ["individual"], at: party.account };
  return { roles: roles.filter((role) => role !== "individual"), at: party.organisation };
}

/** True where the actor is one of those who are needed. A person's side is their account's, not their organisation's. */
export function isAtTurn(
  actor: Pick<Actor, "account" | "organisation" | "roles">,
  row: MatterRow,
  turn: Turn,
): boolean {
  const { roles, at } = neededFor(row, turn);
  const isThere = partyAt(row, turn.side).organisation === "" ? actor.account === at : actor.organisation === at;
  return isThere && roles.some((role) => actor.roles.includes(role));
}

/** Who stands at a side; of an organisation no account is meant. */
export function partyAt({ applicant, receiver, holder, addressee }: MatterRow, side: Side): Party {
  switch (side) {
    case "applicant":
      return applicant;
    case "receiver":
      return receiver;
    case "holder":
      return { account: "", organisation: holder };
    case "addressee":
      return { account: "", organisation: addressee };
  }
}
