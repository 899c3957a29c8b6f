import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { findBankAccount } from "../day-close/day-sums.ts";
import { digestOfClose } from "../day-close/digest.ts";
import { findCloseRefusal } from "../day-close/judge-close.ts";
import { CountersignBankDay, type DayClose } from "../day-close/schema.ts";
import type { PendingClose } from "../day-close/tables.ts";
import { bankDayCountersigned } from "../events/bank-day.ts";
import { refuse } from "../refusals.ts";

/** The bank signs the same bytes as the office: all is judged again as it stands now, and then the day is closed. */
export const countersignBankDay = defineCommand("treasury.countersignBankDay", {
  schema: CountersignBankDay,
  allow: [role("escrowBank")],
  title: { en: "Countersign a bank day", zh: "会签日终证明" },
  audit: { en: "countersigned {day} of {bankAccount}", zh: "会签了 {bankAccount} {day} 的日终证明" },
  execute(context, close) {
    const { bankAccount, day } = close;
    const { pending, closedDay } = findBankAccount(context.state, bankAccount);
    if (closedDay !== undefined && day <= closedDay) return refuse("DAY_CLOSED", { closedDay });
    if (pending?.day !== day) return refuse("CLOSE_UNKNOWN", { day });
    const digest = digestOfClose(close);
    if (pending.digest !== digest) return refuse("CLOSE_DIFFERS", { day });
    const refusal = findOwnRefusal(context, pending, close) ?? findCloseRefusal(context, close);
    if (refusal !== undefined) return refusal;
    const { account: countersignedBy, organisation } = context.actor;
    return [bankDayCountersigned({ ...close, digest, countersignedBy, organisation })];
  },
});

/** Not who closed it, nobody of theirs, and with the key that signed the statement, so that one key stands for both. */
function findOwnRefusal(
  { actor }: CommandContext,
  { closedBy, organisation }: PendingClose,
  { statement: { keyId } }: DayClose,
): Refusal | undefined {
  if (closedBy === actor.account || organisation === actor.organisation) return refuse("OWN_CLOSE");
  return actor.keyId === keyId ? undefined : refuse("COUNTERSIGN_OTHER_KEY", { keyId });
}
