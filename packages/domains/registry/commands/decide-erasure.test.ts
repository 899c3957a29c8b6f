import { describe } from "vitest";
import { erasure, laterErasure, leaderWhoWrites, nobody, refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { grid, leader } = people;

describe("decideErasure", () => {
  refuses("decideErasure", [
    ["ERASURE_UNKNOWN", "wished", leader, { erasure: nobody, approve: true }],
    ["NOT_ALLOWED", "wished", grid, { erasure, approve: true }],
    ["OWN_REQUEST", "ownWish", leaderWhoWrites, { erasure, approve: true }],
    ["SUBJECT_ERASED", "erasedMeanwhile", leader, { erasure: laterErasure, approve: true }],
    ["ERASURE_DECIDED", "erased", leader, { erasure, approve: false }],
  ]);
});
