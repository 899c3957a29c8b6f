import { hex } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { nobody, refuses, wife } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { grid } = people;

describe("endPerson", () => {
  refuses("endPerson", [
    ["PERSON_UNKNOWN", "kept", grid, { person: nobody, because: "death", base: 1, content: hex("c3") }],
    ["BASE_AHEAD", "kept", grid, { person: wife, because: "death", base: 9, content: hex("c3") }],
    ["PERSON_ENDED", "ended", grid, { person: wife, because: "death", base: 2, content: hex("c3") }],
  ]);
});
