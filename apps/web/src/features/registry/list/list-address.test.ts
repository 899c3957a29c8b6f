import { describe, expect, it } from "vitest";
import { filterAddress, readFilter } from "./list-address.ts";

describe("the address of a list of households", () => {
  it("comes back as it was", () => {
    const search = "area=fengxi-yunling&monitored=3&cause=01&mine=true&text=0437";
    expect(filterAddress(readFilter(new URLSearchParams(search))).toString()).toBe(search);
  });

  it("leaves out what it cannot read", () => {
    const search = new URLSearchParams("mine=perhaps&import=x&colour=red&open=true");
    expect(readFilter(search)).toEqual({ open: "true" });
  });
});
