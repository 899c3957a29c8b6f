import type { MatterBook } from "./matter-book.ts";
import { type Told, tell } from "./tell.ts";
import type { Fact } from "./writers.ts";

type Write = (fact: Fact, book: MatterBook) => void;

/** What a household says itself about what the comparison found of it concerns who looks after it; what an office does, nobody. */
export const reasonWriters: { readonly [type: string]: Write } = {
  "registry.reasonSettled": ({ seq: at, timeMs: time_ms, data }, book) => {
    if (data.tells === undefined) return;
    const [household, by_account] = [String(data.household), String(data.by)];
    const line = { at, kind: "explained", state: "household", by_account, time_ms, seq: null, person: null, household };
    tell(book, data.tells as Told, line);
  },
};
