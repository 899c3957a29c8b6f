import { hex } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { given, refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { grid, leader, bureau, citizen, stranger } = people;

describe("grantAccess", () => {
  refuses("grantAccess", [
    ["ACCESS_NONE", "asked", citizen, { ...given, organisation: "street" }],
    ["NOT_HOUSEHOLD", "asked", stranger, given],
    ["PROOF_WITHOUT_WITNESS", "asked", grid, { ...given, proof: hex("d5") }],
    ["NOT_HOUSEHOLD", "asked", grid, given],
    ["NOT_HOUSEHOLD", "asked", bureau, { ...given, witness: leader.account }],
    ["WITNESS_SELF", "asked", grid, { ...given, witness: grid.account }],
    ["WITNESS_SELF", "asked", grid, { ...given, witness: stranger.account }],
    ["ACCESS_GIVEN", "given", citizen, given],
  ]);
});
