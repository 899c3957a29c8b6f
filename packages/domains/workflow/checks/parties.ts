import { isOrganisation } from "@mingbai/identity/reads/organisation";
import type { Actor } from "@mingbai/ledger/authority/role";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { refuse } from "../refusals.ts";
import type { Terms } from "../schema.ts";
import type { Party } from "../tables.ts";
import { isPersonal } from "./side.ts";

/** The side that the actor stands at: their organisation, or themselves. */
export function partyOf({ account, organisation, roles }: Actor): Party {
  return { account, organisation: isPersonal(roles) ? "" : organisation };
}

/**
 * Who confirms: the applicant's people. Whose account the payee is stands with the treasury, which this domain cannot
 * see; that suffices, since `treasury.disburse` pays only into an account of the applicant's own.
 */
export function receiverOf(applicant: Party, { payee }: Terms): Party {
  return { account: payee, organisation: applicant.organisation };
}

/** Why these terms are not the applicant's to ask for: a person has one account, and that is paid. */
export function findTermsRefusal({ account, organisation }: Party, { payee }: Terms): Refusal | undefined {
  return organisation === "" && payee !== account ? refuse("PAYEE_NOT_YOURS", { account }) : undefined;
}

/** Why an organisation cannot be asked: there is none, or it takes part already. */
export function findAskedRefusal(state: State, asked: string, parties: readonly string[]): Refusal | undefined {
  if (!isOrganisation(state, asked)) return refuse("ADDRESSEE_UNKNOWN", { organisation: asked });
  return parties.includes(asked) ? refuse("ADDRESSEE_IS_PARTY", { organisation: asked }) : undefined;
}
