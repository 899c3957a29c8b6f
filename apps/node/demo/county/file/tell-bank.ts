import type { Dice } from "../draw/dice.ts";
import { type Draft, headOf } from "./draft.ts";

/** The account to which help is paid; no bank has numbers that begin with 6200 00. */
export function tellBank(draft: Draft, dice: Dice): void {
  const { values } = headOf(draft);
  values.bankName = "澜湾农商银行";
  values.bankAccount = `620000${String(dice.below(1_000_000)).padStart(6, "0")}${String(dice.below(10_000_000)).padStart(7, "0")}`;
}
