import { describe } from "vitest";
import { citizen, hex, refuses } from "../testing/refusal-rows.ts";

describe("nameLine", () => {
  refuses([["BATCH_UNKNOWN", citizen, "nameLine", { batch: hex("ab"), line: 0, record: "00".repeat(64), path: [] }]]);
});
