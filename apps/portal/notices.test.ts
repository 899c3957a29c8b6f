import { askOf } from "@mingbai/app-node/web/serve-portal";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { describe, expect, it } from "vitest";
import { Portal } from "./portal.ts";
import { smallLedger, testQueries } from "./testing/test-portal.ts";

const ledger = smallLedger();
const shown = {
  ...{ case: "0000000000000070", kind: "entry", unit: { id: "street", en: "Street", zh: "街道办" } },
  ...{ fromMs: ledger.timeMs, untilMs: ledger.timeMs + 86_400_000, transaction: "ab".repeat(32) },
  ...{ number: "YL-03-0127", village: "云岭村", team: "3 组", head: "何*生", monitored: "3", cause: "01" },
};
const readAt = { height: ledger.height, timeMs: ledger.timeMs };

async function open(address: string, rows: readonly object[]) {
  const more = {
    "registry.publicCases": () => ({ rows, more: false, readAt }),
    "registry.form": () => ({ form: countyForm, readAt }),
  };
  const portal = new Portal({ ask: askOf(testQueries(ledger, { more })), readHeight: () => 7 });
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return portal.open(pathname, searchParams);
}

describe("the page of public notices", () => {
  it("says in words who is to be monitored as what, and why, with the receipt of the act", async () => {
    const { body, status } = await open("/public/notices", [shown]);
    expect(status).toBe(200);
    for (const words of ["何*生", "云岭村 3 组", "突发严重困难户", "因病", "纳入监测", "街道办"])
      expect(body).toContain(words);
    expect(body).toContain(`/public/check?receipt=${shown.transaction}`);
    expect(body).toContain(`href="/cases/${shown.case}/objection"`);
    const english = await open("/public/en/notices", [{ ...shown, cause: "99" }]);
    for (const words of ["Sudden severe hardship", "99", "Street"]) expect(english.body).toContain(words);
  });

  it("says so where none runs", async () => {
    expect((await open("/public/notices", [])).body).toContain("现在没有公示");
  });
});
