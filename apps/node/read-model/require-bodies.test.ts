import { describe, expect, it } from "vitest";
import { requireBodies } from "./require-bodies.ts";

describe("tables", () => {
  it.each([
    [0, 0],
    [51, 50],
    [51, 80],
  ])("whose bodies are here from height %i on go on after height %i", async (from, readUpTo) => {
    await expect(requireBodies({ bodiesFrom: async () => from }, readUpTo)).resolves.toBeUndefined();
  });

  it("that lack bodies say from where on, who has them and what to do", async () => {
    await expect(requireBodies({ bodiesFrom: async () => 51 }, 49)).rejects.toThrow(
      /read up to height 49, and what was signed before height 51 .* archives .* node replace --lost ledger/,
    );
  });
});
