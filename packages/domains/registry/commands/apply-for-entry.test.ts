import { accountOf } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { applying } from "../testing/test-case-stages.ts";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { people, ridge } from "../testing/test-scene.ts";

const { grid, bureau, citizen, stranger, leader } = people;
const other = { ...applying, case: accountOf(0x72) };

describe("applyForEntry", () => {
  refuses("applyForEntry", [
    ["HOUSEHOLD_UNKNOWN", "kept", grid, { ...applying, household: nobody }],
    ["HOUSEHOLD_ENDED", "closed", citizen, applying],
    ["NOT_HOUSEHOLD", "kept", stranger, applying],
    ["NOT_HOUSEHOLD", "kept", grid, applying],
    ["NOT_KEEPER", "kept", stranger, { ...applying, channel: "phone" }],
    ["NOT_KEEPER", "kept", bureau, { ...applying, channel: "visit" }],
    ["NOT_ALLOWED", "kept", leader, applying],
    ["BODY_INVALID", "kept", citizen, { ...applying, words: "in clear" }],
    ["CASE_EXISTS", "applied", grid, { ...applying, household: ridge.household, channel: "code" }],
    ["CASE_OPEN", "applied", grid, { ...other, channel: "visit" }],
    ["CASE_OPEN", "exiting", citizen, other],
    ["MONITORED_ALREADY", "monitored", citizen, other],
  ]);
});
