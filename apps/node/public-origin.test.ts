import { describe, expect, it } from "vitest";
import { publicOrigin } from "./public-origin.ts";

describe("where others reach a node", () => {
  it.each([
    [["https://ledger.example", "http://localhost:1"], "http://localhost:2", "https://ledger.example"],
    [["http://localhost:1", "https://ledger.example"], undefined, "https://ledger.example"],
    [["http://localhost:1"], "http://localhost:2", "http://localhost:2"],
    [["http://[::1]:1"], undefined, "http://[::1]:1"],
    [[], undefined, ""],
  ])("%j, listening at %j: %j", (origins, listening, expected) => {
    expect(publicOrigin(origins, listening)).toBe(expected);
  });
});
