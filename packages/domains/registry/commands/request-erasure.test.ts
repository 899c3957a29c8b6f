import { describe } from "vitest";
import { erasing, nobody, refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { grid, citizen, stranger } = people;

describe("requestErasure", () => {
  refuses("requestErasure", [
    ["ERASURE_EXISTS", "wished", citizen, erasing],
    ["NOT_KEEPER", "wished", stranger, { ...erasing, erasure: nobody }],
    ["SUBJECT_UNKNOWN", "wished", grid, { ...erasing, erasure: nobody, subjects: [nobody] }],
    ["SUBJECT_ERASED", "erased", grid, { ...erasing, erasure: nobody }],
  ]);
});
