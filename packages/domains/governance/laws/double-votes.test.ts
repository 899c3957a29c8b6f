import { expect, it } from "vitest";
import { doubleVoteKey, doubleVoteProven } from "../events/double-vote-proven.ts";
import { doubleVoteTable } from "../tables.ts";
import { scene } from "../testing/test-scene.ts";
import { newDoubleVotes } from "./double-votes.ts";

it("writes a double vote down once, however often it is proved", () => {
  const { state } = scene();
  const vote = { organisation: "b", height: 7 };
  const events = newDoubleVotes(state, [vote, vote, { ...vote, height: 8 }]);
  expect(events).toEqual([
    doubleVoteProven({ organisation: "b", votedHeight: 7 }),
    doubleVoteProven({ organisation: "b", votedHeight: 8 }),
  ]);
  state.table(doubleVoteTable).set(doubleVoteKey("b", 7), { provenHeight: 9 });
  expect(newDoubleVotes(state, [vote])).toEqual([]);
});
