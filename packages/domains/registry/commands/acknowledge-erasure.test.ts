import { hex } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { acknowledging, erasure, nobody, refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { grid, operator, lonely } = people;

describe("acknowledgeErasure", () => {
  refuses("acknowledgeErasure", [
    ["ERASURE_OPEN", "wished", operator, { erasure, statement: hex("e1") }],
    ["ERASURE_UNKNOWN", "wished", operator, { erasure: nobody, statement: hex("e1") }],
    ["NOT_ALLOWED", "erased", grid, { erasure, statement: hex("e1") }],
    ["ACKNOWLEDGED", "acknowledged", operator, acknowledging],
    ["NOTHING_OWED", "erased", lonely, acknowledging],
    ["STATEMENT_WRONG", "erased", operator, { erasure, statement: hex("e1") }],
    ["ERASURE_OPEN", "declined", operator, acknowledging],
  ]);
});
