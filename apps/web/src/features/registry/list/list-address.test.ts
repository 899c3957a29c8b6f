import { describe, expect, it } from "vitest";
import { listAddress } from "./list-address.ts";

describe("the address of a list of households", () => {
  it("comes back as it was", () => {
    const search = "area=fengxi-yunling&monitored=3&cause=01&mine=true&text=0437";
    expect(listAddress.write(listAddress.read(new URLSearchParams(search))).toString()).toBe(search);
  });

  it("leaves out what it cannot read", () => {
    const search = new URLSearchParams("mine=perhaps&import=x&colour=red&open=true");
    expect(listAddress.read(search)).toEqual({ open: "true" });
  });
});
