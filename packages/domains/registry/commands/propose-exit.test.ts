import { accountOf } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { applying, exit } from "../testing/test-case-stages.ts";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { people } from "../testing/test-scene.ts";

const { grid, citizen, bureau } = people;
const { channel: _, ...proposing } = { ...applying, case: exit };

describe("proposeExit", () => {
  refuses("proposeExit", [
    ["HOUSEHOLD_UNKNOWN", "kept", grid, { ...proposing, household: nobody }],
    ["HOUSEHOLD_ENDED", "closed", grid, proposing],
    ["NOT_KEEPER", "kept", bureau, proposing],
    ["NOT_ALLOWED", "kept", citizen, proposing],
    ["CASE_EXISTS", "applied", grid, { ...proposing, case: applying.case }],
    ["CASE_OPEN", "applied", grid, proposing],
    ["MONITORED_SHORTLY", "monitored", grid, proposing],
    ["NOT_MONITORED", "left", grid, { ...proposing, case: accountOf(0x72) }],
  ]);
});
