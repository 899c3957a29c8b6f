import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findBankAccount } from "../day-close/day-sums.ts";
import { digestOfClose } from "../day-close/digest.ts";
import { findCloseRefusal } from "../day-close/judge-close.ts";
import { CloseBankDay } from "../day-close/schema.ts";
import { findOfficeRefusal } from "../day-close/who.ts";
import { bankDayClosed } from "../events/bank-day.ts";
import { refuse } from "../refusals.ts";

/** The office signs that ledger and bank come to the same by the end of a day (MONEY 7). It waits for the bank's signature. */
export const closeBankDay = defineCommand("treasury.closeBankDay", {
  schema: CloseBankDay,
  allow: [role("financeSupervisor")],
  title: { en: "Close a bank day", zh: "签发日终证明" },
  audit: { en: "closed {day} of {bankAccount}", zh: "签发了 {bankAccount} {day} 的日终证明" },
  execute(context, close) {
    const refusal = findOfficeRefusal(context) ?? findCloseRefusal(context, close);
    if (refusal !== undefined) return refusal;
    const digest = digestOfClose(close);
    if (findBankAccount(context.state, close.bankAccount).pending?.digest === digest)
      return refuse("DAY_CLOSE_PENDING");
    const { account: closedBy, organisation } = context.actor;
    return [bankDayClosed({ ...close, digest, closedBy, organisation })];
  },
});
