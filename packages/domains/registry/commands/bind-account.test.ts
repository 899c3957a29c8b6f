import { describe } from "vitest";
import { head, refuses, wife } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { grid, leader, citizen, stranger } = people;

describe("bindAccount", () => {
  refuses("bindAccount", [
    ["PERSON_ENDED", "ended", grid, { person: wife, account: stranger.account, witness: leader.account }],
    ["WITNESS_SELF", "asked", grid, { person: wife, account: stranger.account, witness: grid.account }],
    ["ACCOUNT_TAKEN", "asked", grid, { person: wife, account: citizen.account, witness: leader.account }],
    ["PERSON_BOUND", "asked", grid, { person: head, account: stranger.account, witness: leader.account }],
  ]);
});
