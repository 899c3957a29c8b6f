import { type Role, roles } from "@mingbai/ledger/authority/role";
import type { Query, QueryReader } from "@mingbai/read-model/define-query";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { treasuryProjection } from "../projection/treasury-projection.ts";
import { actScene, proofOf } from "../testing/test-act-scene.ts";
import { accountOf } from "../testing/test-ledger.ts";
import { fund, must, payLinesOf, people } from "../testing/test-scene.ts";
import { balances } from "./balances.ts";
import { ownPlaces } from "./own-places.ts";
import { isStaff } from "./reader-scope.ts";
import { redemptions } from "./redemptions.ts";
import { vouchers } from "./vouchers.ts";

/** Whose money it is, as seen from the reader: their own, their organisation's, another's. */
const relations = ["own", "organisation's", "other's"] as const;
type Relation = (typeof relations)[number];

const { supplier, operator, regulator } = people;
/** An account of the supplier's company, which holds money, a voucher and an order. */
const holder = accountOf(0x77);
const { organisation } = supplier;
let tables: TestTables;

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
  const { ledger, blocks } = actScene();
  must(ledger, operator, "openAccounts", { accounts: [{ account: holder, kind: "supplier", organisation }] });
  const batch = payLinesOf(ledger, [
    { payee: holder, amount: 500 },
    { payee: holder, amount: 300 },
  ]);
  must(ledger, regulator, "nameLine", proofOf(batch, 0));
  must(ledger, supplier, "redeem", { from: { holder, fund, tranche: 1 }, amount: 100, endToEndId: "S-1" });
  await tables.project(blocks.all);
});
afterAll(() => tables.stop());

function readerOf(role: Role, relation: Relation): QueryReader {
  return {
    account: relation === "own" ? holder : accountOf(0x99),
    organisation: relation === "organisation's" ? organisation : "elsewhere",
    roles: [role],
  };
}

/** How many rows about the holder this reader gets; who may ask at all is judged before (`who-may-ask.test.ts`). */
async function rowsSeen(reader: QueryReader) {
  const count = async (query: Query, params: Record<string, unknown>) =>
    ((await tables.ask(query, params, reader)) as { rows: readonly unknown[] }).rows.length;
  const places = (await tables.ask(ownPlaces, {}, reader)) as { accounts: readonly { account: string }[] };
  return {
    balances: await count(balances, { account: holder }),
    vouchers: await count(vouchers, {}),
    orders: await count(redemptions, {}),
    places: places.accounts.filter(({ account }) => account === holder).length,
  };
}

describe.each(relations)("money that is %s", (relation) => {
  it("is shown to who looks after money of others and to whose it is, in every role, and is a place of its owner", async () => {
    for (const role of roles) {
      const reader = readerOf(role, relation);
      const owns = relation === "other's" ? 0 : 1;
      const sees = isStaff(reader) ? 1 : owns;
      expect(await rowsSeen(reader), `${role}: ${relation}`).toEqual({
        balances: sees,
        vouchers: sees,
        orders: sees,
        places: owns,
      });
    }
  });
});

it("money of anybody is shown to nobody in particular by none of these questions", async () => {
  const nobody = { account: undefined, organisation: undefined, roles: [] };
  expect(await rowsSeen(nobody)).toEqual({ balances: 0, vouchers: 0, orders: 0, places: 0 });
});
