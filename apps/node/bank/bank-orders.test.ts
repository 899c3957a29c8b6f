import { commitmentOf } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { mayAsk } from "@mingbai/http/query-route";
import { roles } from "@mingbai/ledger/authority/role";
import { bankOrdersMax, bankOrdersView } from "@mingbai/treasury/views/bank";
import { describe, expect, it } from "vitest";
import { bankOrdersQuery } from "./bank-orders.ts";

const holder = "00000000000000a1";
const reader = { account: "00000000000000f1", organisation: "bank", roles: ["escrowBank"] } as const;
const row = (number: number) => ({
  endToEndId: `E-${number}`,
  holder: { account: holder, name: "王*", nature: "person" },
  fund: { id: "F-1", name: "养老" },
  tranche: 1,
  voucher: null,
  destination: null,
  amountMinor: number,
  state: "released",
  reason: null,
  bankReference: null,
  returnReference: null,
  payments: [],
  ordered: { transaction: "aa".repeat(32), height: 1, timeMs: 1 },
  orderedBy: "00000000000000e1",
  released: { transaction: "bb".repeat(32), height: 2, timeMs: 2 },
  ended: null,
  release: null,
});

/** Pages of the question to the tables, as many rows as are asked for. */
function released(count: number) {
  return {
    answer: async (params: Record<string, unknown>) => {
      const from = Number(params.cursor ?? 0);
      const rows = Array.from({ length: Math.min(Number(params.limit), count - from) }, (_, at) => row(from + at + 1));
      const next = from + rows.length < count ? String(from + rows.length) : null;
      return { rows, next, readAt: { height: 2, timeMs: 2 } };
    },
  };
}
const ask = async (count: number, content: unknown) =>
  bankOrdersView.result.parse(await bankOrdersQuery(released(count), { find: async () => content }).answer({}, reader));

describe("orders for the bank", () => {
  it("are told in full to those who send and who pay them, and to nobody else", () => {
    const names = { find: async () => undefined };
    const { allow } = bankOrdersQuery(released(0), names);
    const asking = roles.filter((role) => mayAsk({ account: holder, organisation: "one", roles: [role] }, allow));
    expect(asking).toEqual(["financeSupervisor", "escrowBank"]);
  });

  it("name the payee and the bank account that the vault has", async () => {
    const content = { kind: "account", name: "王秀兰", nature: "person", bankAccount: "62170001" };
    expect(await ask(1, content)).toMatchObject({
      orders: [{ endToEndId: "E-1", creditor: { name: "王秀兰", bankAccount: "62170001" }, releasedMs: 2 }],
    });
    const withoutAccount = { creditor: { name: "王*", bankAccount: null } };
    expect(await ask(1, undefined)).toMatchObject({ orders: [withoutAccount] });
  });

  it("go only where whoever ordered has signed, if they have", async () => {
    const salt = new Uint8Array(32).fill(7);
    const content = { kind: "destination", name: "王秀兰", bankAccount: "62170009" };
    const destination = toHex(commitmentOf({ salt, content }));
    const pages = {
      answer: async () => ({ rows: [{ ...row(1), destination }], next: null, readAt: { height: 2, timeMs: 2 } }),
    };
    const askWith = async (kept: unknown) => {
      const find = async (subject: string) =>
        subject === `content/${destination}/${row(1).orderedBy}` ? kept : { kind: "account" };
      return bankOrdersView.result.parse(await bankOrdersQuery(pages, { find }).answer({}, reader)).orders[0]?.creditor;
    };
    const kept = { salt: toHex(salt), content };
    expect(await askWith(kept)).toEqual({ name: "王秀兰", bankAccount: "62170009" });
    const nobody = { name: "王*", bankAccount: null };
    expect(await askWith({ ...kept, content: { ...content, bankAccount: "6666" } })).toEqual(nobody);
    expect(await askWith({ ...kept, salt: "zz" })).toEqual(nobody);
    expect(await askWith(undefined)).toEqual(nobody);
  });

  it("come from every page, up to the most that are told at once", async () => {
    expect((await ask(1_203, undefined)).orders).toHaveLength(1_203);
    expect((await ask(bankOrdersMax + 1, undefined)).orders).toHaveLength(bankOrdersMax);
  });
});
