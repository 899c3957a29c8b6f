import { EndToEndId } from "@mingbai/treasury/schema";
import { describe, expect, it } from "vitest";
import { makeOrderId } from "./order-id.ts";

describe("an end-to-end id", () => {
  it("is one that orders and bank files can carry, and another each time", () => {
    const made = Array.from({ length: 1_000 }, () => makeOrderId("2026-11-21"));
    expect(made.every((id) => EndToEndId.safeParse(id).success)).toBe(true);
    expect(made[0]).toMatch(/^DF-20261121-[0-9A-Z]{12}$/);
    expect(new Set(made).size).toBe(made.length);
  });
});
