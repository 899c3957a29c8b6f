import { describe } from "vitest";
import { hex, manager, proposal, proposed, refuses } from "../testing/refusal-rows.ts";
import { otherFund, street } from "../testing/test-scene.ts";

describe("proposeManifest", () => {
  refuses([
    ["TRANCHE_UNKNOWN", manager, "proposeManifest", { ...proposal, tranche: 77 }],
    ["FUND_MISMATCH", manager, "proposeManifest", { ...proposal, fund: otherFund }],
    ["NOT_HOLDER", manager, "proposeManifest", { ...proposal, payer: street }],
    ["MANIFEST_EXISTS", manager, "proposeManifest", proposal, proposed],
    ["BATCH_LISTED_TWICE", manager, "proposeManifest", { ...proposal, batches: [hex("b1"), hex("b1")] }],
  ]);
});
