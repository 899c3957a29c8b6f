import { explorerQueries } from "@mingbai/http/explorer-queries/all";
import { anonymousReader, mayAsk } from "@mingbai/http/query-route";
import { roles } from "@mingbai/ledger/authority/role";
import { treasuryQueries } from "@mingbai/treasury/queries/all";
import { treasuryViews } from "@mingbai/treasury/views";
import { describe, expect, it } from "vitest";

/** Every question to the tables and whom it answers; one that is missing here fails the test. */
const open = [
  "explorer.activity",
  "explorer.block",
  "explorer.blocks",
  "explorer.search",
  "explorer.shares",
  "explorer.transaction",
  "explorer.transactions",
  "treasury.fundTotals",
  "treasury.monthlyPaid",
  "treasury.payeeTotals",
  "treasury.payments",
  "treasury.paymentsSummary",
  "treasury.search",
  "treasury.track",
];
const queries = [...explorerQueries, ...treasuryQueries];
const readers = [anonymousReader, ...roles.map((role) => ({ account: "0000000000000001", roles: [role] }))];

describe("who may ask", () => {
  it("is listed for every question there is", () => {
    expect(queries.map(({ name }) => name).sort()).toEqual(open);
    expect(treasuryQueries.map(({ name }) => name).sort()).toEqual(treasuryViews.map(({ name }) => name).sort());
  });

  it.each(readers.flatMap((reader) => queries.map((query) => ({ role: reader.roles[0] ?? "nobody", reader, query }))))(
    "$role asks $query.name",
    ({ reader, query }) => {
      expect(mayAsk(reader, query.allow)).toBe(open.includes(query.name));
    },
  );
});
