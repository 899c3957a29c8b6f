import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { Booking } from "../bank/booking.ts";
import { findImporterRefusal } from "../checks/acts-for.ts";
import { BookBankLines } from "../schema.ts";

/** Books lines of the bank's statement; all of them or none. */
export const bookBankLines = defineCommand("treasury.bookBankLines", {
  schema: BookBankLines,
  allow: [role("escrowBank"), role("importer")],
  title: { en: "Book bank lines", zh: "登记银行流水" },
  audit: { en: "booked lines of {bankAccount}", zh: "登记了 {bankAccount} 的流水" },
  execute(context, { bankAccount, lines }) {
    const refusal = findImporterRefusal(context);
    if (refusal !== undefined) return refusal;
    const booking = new Booking(context, bankAccount);
    for (const line of lines) {
      const reason = booking.add(line);
      if (reason !== undefined) return reason;
    }
    return booking.events;
  },
});
