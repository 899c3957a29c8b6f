import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import { findAccountRefusal } from "../checks/account.ts";
import { paid } from "../events/paid.ts";
import { refuse } from "../refusals.ts";
import type { From } from "../schema.ts";

export interface Payment {
  readonly from: From;
  readonly payee: string;
  readonly amount: number;
  /** Opaque, 16 bytes in hexadecimal: a truncated salted commitment. */
  readonly reference: string;
  /** What it is the effect of. */
  readonly matter?: { readonly id: string; readonly content: string };
}

/**
 * Pays money that may be taken (`findFromRefusal`) to one other account, in its fund and tranche; or says why it cannot go
 * there: the payer itself, an account that is unknown, closed or frozen.
 */
export function payment({ state }: Pick<CommandContext, "state">, paying: Payment): Refusal | [Event] {
  const { from, payee, amount, reference, matter } = paying;
  if (payee === from.holder) return refuse("PAYEE_IS_PAYER");
  const { holder: payer, ...place } = from;
  const cause = matter === undefined ? {} : { matter: matter.id, content: matter.content };
  return findAccountRefusal(state, payee) ?? [paid({ ...place, payer, payee, amount, reference, ...cause })];
}
