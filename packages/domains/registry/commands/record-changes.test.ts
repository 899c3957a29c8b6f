import { describe } from "vitest";
import { head, nobody, refuses, wife } from "../testing/test-refusal-rows.ts";
import { change, people } from "../testing/test-scene.ts";

const { grid, bureau } = people;

describe("recordChanges", () => {
  refuses("recordChanges", [
    ["SUBJECT_UNKNOWN", "kept", grid, { changes: [change(nobody, 0)] }],
    ["BASE_AHEAD", "kept", grid, { changes: [change(head, 2)] }],
    ["NOT_KEEPER", "kept", bureau, { changes: [change(head, 1)] }],
    ["BODY_INVALID", "kept", grid, { changes: [change(head, 1), change(head, 1)] }],
    ["HOUSEHOLD_ENDED", "closed", grid, { changes: [change(head, 1)] }],
    ["SUBJECT_ERASED", "erased", grid, { changes: [change(wife, 1)] }],
  ]);
});
