import { describe } from "vitest";
import { account, answers, people, quota } from "../testing/test-scene.ts";

const { admin, manager, managerD, adminB, regulator, supplier } = people;

describe("withdraw", () => {
  answers("withdraw", [
    ["ok", manager, ({ propose }) => ({ proposal: propose(quota(70_000)) })],
    ["ok", admin, ({ propose }) => ({ proposal: propose(quota(70_000)) })],
    ["NOT_YOUR_PROPOSAL", adminB, ({ propose }) => ({ proposal: propose(quota(70_000)) })],
    ["NOT_YOUR_PROPOSAL", people.finance, ({ propose }) => ({ proposal: propose(quota(70_000)) })],
    ["NOT_YOUR_PROPOSAL", managerD, ({ propose }) => ({ proposal: propose(quota(70_000)) })],
    ["NOT_ALLOWED", supplier, ({ propose }) => ({ proposal: propose(quota(70_000)) })],
    ["PROPOSAL_UNKNOWN", manager, () => ({ proposal: "00".repeat(32) })],
    ["FREEZE_NOT_WITHDRAWN", regulator, ({ freeze }) => ({ proposal: freeze(account) })],
    [
      "PROPOSAL_CLOSED",
      manager,
      ({ propose, must }) => {
        const proposal = propose(quota(70_000));
        must(manager, "withdraw", { proposal });
        return { proposal };
      },
    ],
  ]);
});
