import type { RecoveryState } from "../views/notice-kinds.ts";
import type { MatterBook } from "./matter-book.ts";
import { administratorsKey, personKey } from "./notices.ts";
import { everyKey } from "./seats.ts";
import type { Fact } from "./writers.ts";

/**
 * Recoveries concern their owner, who may stop them, those who look after everything, and while a second one is asked
 * for, the administrators. They are the identity domain's, which knows of no bell.
 */
export const recoveryWriters: { readonly [type: string]: (fact: Fact, book: MatterBook) => void } = {
  "identity.recoveryProposed": (fact, book) => addRecovery(fact, book, "proposed"),
  "identity.recoveryApproved": (fact, book) => addRecovery(fact, book, "approved"),
  "identity.recoveryEnded": (fact, book) => addRecovery(fact, book, String(fact.data.outcome) as RecoveryState),
};

function addRecovery({ seq: at, timeMs, data }: Fact, book: MatterBook, state: RecoveryState): void {
  const person = String(data.account);
  const keys = [personKey(person), everyKey, ...(state === "proposed" ? [administratorsKey] : [])];
  const told = { at, kind: "recovery", state, roles: 0, time_ms: timeMs, seq: null, person };
  for (const key of keys) book.add("notice", { ...told, key, by_account: String(data.by ?? "") });
}
