import { dayMs, hex } from "@mingbai/identity/testing/test-ledger";
import { describe, expect, it } from "vitest";
import { refuses } from "../testing/test-refusal-rows.ts";
import { application, people, startMs, terms, testScene } from "../testing/test-scene.ts";

const { clerk, supplier, citizen, regulator, payer, reviewer } = people;
const another = { ...application, matter: hex("a2") };

describe("submitMatter", () => {
  refuses("submitMatter", [
    ["MATTER_EXISTS", "submitted", supplier, application],
    ["ADDRESSEE_UNKNOWN", "submitted", clerk, { ...another, to: "nowhere" }],
    ["ADDRESSEE_IS_PARTY", "submitted", reviewer, another],
    ["PAYEE_NOT_YOURS", "submitted", citizen, another],
    ["NOT_ALLOWED", "submitted", regulator, another],
    ["NOT_ALLOWED", "submitted", payer, another],
    ["BODY_INVALID", "submitted", clerk, { ...another, terms: { ...terms, amount: 0 } }],
    ["BODY_INVALID", "submitted", clerk, { ...another, title: "in clear" }],
  ]);

  it("starts at the addressee, for whom the time runs to the end of the fifth day by the ledger's zone", () => {
    const scene = testScene();
    scene.must(clerk, "submitMatter", application);
    expect(scene.row()).toMatchObject({
      stage: "submitted",
      version: 1,
      holder: "district",
      applicant: { account: clerk.account, organisation: "street" },
      receiver: { account: terms.payee, organisation: "street" },
    });
    const midnight = Date.UTC(2026, 10, 19, 16);
    expect(scene.row().dueMs).toBe(midnight + 6 * dayMs);
    expect(scene.row().dueMs).toBeGreaterThan(startMs);
  });

  it("lets a person apply for themselves and for no organisation, also to the one that looks after them", () => {
    const scene = testScene();
    scene.must(citizen, "submitMatter", { ...application, to: "street", terms: { ...terms, payee: citizen.account } });
    expect(scene.row().applicant).toEqual({ account: citizen.account, organisation: "" });
  });
});
