import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import type { MatterRow } from "../tables.ts";

/** Why the holder does not decide: it was asked for an opinion only. */
export function findForwardedRefusal({ holder, addressee }: MatterRow): Refusal | undefined {
  return holder === addressee ? undefined : refuse("FORWARDED", { at: holder });
}
