import { dayMs } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { asked, nobody, refuses } from "../testing/test-refusal-rows.ts";
import { people, startMs } from "../testing/test-scene.ts";

const { grid, bureau } = people;

describe("requestAccess", () => {
  refuses("requestAccess", [
    ["ACCESS_NOT_NEEDED", "asked", grid, asked],
    ["ACCESS_TIME", "asked", bureau, { ...asked, untilMs: startMs }],
    ["ACCESS_TIME", "asked", bureau, { ...asked, untilMs: startMs + 400 * dayMs }],
    ["HOUSEHOLD_UNKNOWN", "asked", bureau, { ...asked, household: nobody }],
    ["ACCESS_GIVEN", "given", bureau, asked],
  ]);
});
