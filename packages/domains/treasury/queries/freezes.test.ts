import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { treasuryProjection } from "../projection/treasury-projection.ts";
import { actScene, payOut, proofOf } from "../testing/test-act-scene.ts";
import { freeze, unfreeze } from "../testing/test-freezing.ts";
import { fund, must, payLinesOf, people } from "../testing/test-scene.ts";
import type { freezesView } from "../views/freezes.ts";
import { freezes } from "./freezes.ts";

type Answer = (typeof freezesView)["result"]["_output"];

const { citizen, supplier, regulator, finance } = people;
let tables: TestTables;
let voucher = "";
let spent = "";

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
  const { ledger, blocks } = actScene();
  const batch = payLinesOf(ledger, [
    { payee: supplier.account, amount: 1_000 },
    { payee: citizen.account, amount: 500 },
    { payee: citizen.account, amount: 400 },
  ]);
  voucher = must(ledger, regulator, "nameLine", proofOf(batch, 1));
  spent = must(ledger, regulator, "nameLine", proofOf(batch, 2));
  const from = { holder: citizen.account, fund, tranche: 1 };
  must(ledger, citizen, "redeem", { from: { ...from, voucher: spent }, amount: 400, endToEndId: "V-1" });
  must(ledger, supplier, "redeem", {
    from: { ...from, holder: supplier.account },
    amount: 100,
    endToEndId: "S-1",
  });
  must(ledger, finance, "releaseOrders", { endToEndIds: ["S-1"] });
  payOut(ledger, "V-1", 400);
  freeze(ledger, { kind: "account", account: supplier.account });
  freeze(ledger, { kind: "voucher", voucher });
  freeze(ledger, { kind: "tranche", tranche: 2 });
  freeze(ledger, { kind: "tranche", tranche: 1 });
  unfreeze(ledger, { kind: "tranche", tranche: 1 });
  await tables.project(blocks.all);
});
afterAll(() => tables.stop());

async function asked(params: { text?: string }): Promise<Answer> {
  return (await tables.ask(freezes, params, { ...regulator, roles: ["regulator"] })) as Answer;
}
const targetsOf = ({ rows }: Answer) => rows.map(({ target }) => target);

describe("what is frozen", () => {
  it("is listed with the latest first, since when and by whom, and no longer once it is let go", async () => {
    const answer = await asked({});
    expect(answer.total).toBe(3);
    expect(targetsOf(answer)).toEqual([
      { kind: "tranche", tranche: 2 },
      { kind: "voucher", voucher },
      { kind: "account", account: supplier.account },
    ]);
    for (const { frozen } of answer.rows) {
      expect(frozen).toMatchObject({ account: regulator.account, organisation: regulator.organisation });
    }
    expect(answer.rows[1]).toMatchObject({ amountMinor: 500, party: { account: citizen.account } });
  });

  it("may be found by number, with what is not frozen yet", async () => {
    expect(targetsOf(await asked({ text: "1" }))).toContainEqual({ kind: "tranche", tranche: 1 });
    expect(await asked({ text: voucher.slice(0, 12) })).toMatchObject({
      rows: [{ target: { kind: "voucher", voucher } }],
    });
    expect(await asked({ text: citizen.account })).toMatchObject({
      rows: [{ target: { kind: "account", account: citizen.account }, frozen: null }],
    });
  });

  it("leads from an order to where its money stands, and not to a voucher that has ended", async () => {
    expect(targetsOf(await asked({ text: "S-1" }))).toEqual([
      { kind: "account", account: supplier.account },
      { kind: "tranche", tranche: 1 },
    ]);
    expect(targetsOf(await asked({ text: "V-1" }))).toEqual([{ kind: "account", account: citizen.account }]);
    expect(targetsOf(await asked({ text: "%" }))).toEqual([]);
  });
});
