import type { MatterBook } from "./matter-book.ts";
import { personKey } from "./notices.ts";
import type { Fact } from "./writers.ts";

type Write = (fact: Fact, book: MatterBook) => void;

/**
 * Messages in household files concern those whom the registry names, and households that are handed over concern who answers for
 * them from now on. The registry knows of no bell.
 */
export const helpWriters: { readonly [type: string]: Write } = {
  "registry.messageSent": ({ seq: at, timeMs: time_ms, data }, book) => {
    const [household, state, by_account] = [String(data.household), String(data.side), String(data.by)];
    const told = { at, kind: "message", state, roles: 0, by_account, time_ms, seq: null, person: null, household };
    for (const account of data.told as readonly string[]) book.add("notice", { ...told, key: personKey(account) });
  },
  "registry.responsibleAssigned": ({ seq: at, timeMs: time_ms, data }, book) => {
    const told = { at, kind: "handedOver", state: "office", roles: 0, time_ms, seq: null, person: null };
    book.add("notice", { ...told, by_account: String(data.by), key: personKey(String(data.account)) });
  },
};
