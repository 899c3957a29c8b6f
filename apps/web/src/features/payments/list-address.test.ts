import { describe, expect, it } from "vitest";
import { listAddress, readListAddress } from "./list-address.ts";

describe("the address of a list", () => {
  it("comes back as it was", () => {
    const search = "fund=housing&payee=00000000000000a1&from=2026-01-01&amountMinMinor=-5000&sort=amount&order=asc";
    const list = readListAddress(new URLSearchParams(search));
    expect(list.filter).toEqual({
      fund: "housing",
      payee: "00000000000000a1",
      from: "2026-01-01",
      amountMinMinor: -5000,
    });
    expect(listAddress(list).toString()).toBe(search);
  });

  it("leaves out what it cannot read", () => {
    const list = readListAddress(new URLSearchParams("payee=nobody&from=yesterday&sort=colour&kind=return&x=1"));
    expect(list).toEqual({ filter: { kind: "return" }, sort: "paidOn", order: "desc" });
  });

  it("keeps the block it was read at out of the address", () => {
    const search = listAddress({ filter: { asOfHeight: 7 }, sort: "paidOn", order: "desc" });
    expect(search.toString()).toBe("");
  });
});
