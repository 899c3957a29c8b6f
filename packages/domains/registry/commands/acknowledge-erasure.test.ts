import { describe } from "vitest";
import { erasure, nobody, refuses } from "../testing/refusal-rows.ts";
import { hex, people } from "../testing/test-scene.ts";

const { grid, operator } = people;

describe("acknowledgeErasure", () => {
  refuses("acknowledgeErasure", [
    ["ERASURE_OPEN", "wished", operator, { erasure, statement: hex("e1") }],
    ["ERASURE_UNKNOWN", "wished", operator, { erasure: nobody, statement: hex("e1") }],
    ["NOT_ALLOWED", "erased", grid, { erasure, statement: hex("e1") }],
    ["ACKNOWLEDGED", "acknowledged", operator, { erasure, statement: hex("e1") }],
  ]);
});
