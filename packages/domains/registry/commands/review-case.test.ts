import type { Person } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { reviewing } from "../testing/test-case-stages.ts";
import { refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { grid, reviewer, chief } = people;
const elsewhere: Person = { ...reviewer, organisation: "bureau" };

describe("reviewCase", () => {
  refuses("reviewCase", [
    ["CASE_UNKNOWN", "kept", reviewer, reviewing],
    ["CASE_STAGE", "applied", reviewer, reviewing],
    ["NOT_KEEPER", "checked", elsewhere, reviewing],
    ["NOT_ALLOWED", "checked", grid, reviewing],
    ["CASE_HANDS", "checkedByChief", chief, reviewing],
    ["BODY_INVALID", "checked", reviewer, { ...reviewing, opinion: "perhaps" }],
  ]);
});
