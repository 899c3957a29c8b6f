import { hex } from "@mingbai/identity/testing/test-ledger";
import { describe } from "vitest";
import { nobody, refuses } from "../testing/test-refusal-rows.ts";
import { hill, people } from "../testing/test-scene.ts";

const { grid, clerk, citizen, stranger, bureau, leader, admin } = people;
const settling = { household: hill.household, kind: "checked", content: hex("d5") };
const of = (kind: string) => ({ ...settling, kind });

describe("settleReason", () => {
  refuses("settleReason", [
    ["HOUSEHOLD_UNKNOWN", "kept", grid, { ...settling, household: nobody }],
    ["HOUSEHOLD_ENDED", "closed", grid, settling],
    ["NOT_KEEPER", "kept", stranger, of("answered")],
    ["NOT_KEEPER", "kept", bureau, settling],
    ["NOT_KEEPER", "kept", leader, of("fixed")],
    ["SETTLING_NOT_YOURS", "kept", clerk, settling],
    ["SETTLING_NOT_YOURS", "kept", citizen, of("ignored")],
    ["SETTLING_NOT_YOURS", "kept", citizen, settling],
    ["NOT_ALLOWED", "kept", admin, settling],
    ["BODY_INVALID", "kept", grid, of("forgotten")],
  ]);
});
