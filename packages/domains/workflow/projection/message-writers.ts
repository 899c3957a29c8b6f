import type { MatterBook } from "./matter-book.ts";
import { personKey } from "./notices.ts";
import type { Fact } from "./writers.ts";

/** Messages in household files concern those whom the registry names, which knows of no bell. */
export const messageWriters: { readonly [type: string]: (fact: Fact, book: MatterBook) => void } = {
  "registry.messageSent": ({ seq: at, timeMs: time_ms, data }, book) => {
    const [household, state, by_account] = [String(data.household), String(data.side), String(data.by)];
    const told = { at, kind: "message", state, roles: 0, by_account, time_ms, seq: null, person: null, household };
    for (const account of data.told as readonly string[]) book.add("notice", { ...told, key: personKey(account) });
  },
};
