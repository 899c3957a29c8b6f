import { roles } from "@mingbai/ledger/authority/role";
import { describe, expect, it } from "vitest";
import { registry } from "../index.ts";
import { registryCommands } from "../schema.ts";
import { head } from "./test-refusal-rows.ts";
import { change, hill, keptScene, lake, people, ridge } from "./test-scene.ts";

const { leader, secretary, regulator, auditor } = people;
const writers = ["caseHandler", "gridWorker", "intakeClerk", "operator"];
const deciders = ["approver", "leader", "reviewer"];
const all = (...roles: string[]) => roles.sort();

/** Who may do what: the whole table, so that a widened right shows in review. In which area, `checks/` says. */
const allowed: Record<keyof typeof registryCommands, readonly string[]> = {
  openHouseholds: writers,
  recordChanges: writers,
  addPeople: writers,
  movePeople: writers,
  splitHousehold: writers,
  mergeHouseholds: writers,
  endPerson: writers,
  closeHousehold: writers,
  reopenHousehold: writers,
  withdrawHouseholds: writers,
  assignResponsible: deciders,
  openFiles: all(...writers, ...deciders, "regulator", "supervisor", "auditor", "individual"),
  requestAccess: all(...writers, ...deciders),
  grantAccess: all(...writers, "individual"),
  revokeAccess: all(...writers, ...deciders, "individual"),
  bindAccount: writers,
  requestErasure: all(...writers, "individual"),
  decideErasure: deciders,
  acknowledgeErasure: ["nodeOperator"],
  applyForEntry: all(...writers, "individual"),
  proposeExit: writers,
  checkInVillage: writers,
  reviewCase: ["reviewer"],
  openNotice: ["caseHandler", "reviewer"],
  // Whoever has a key may object to what all have read.
  objectToCase: all(...roles),
  answerObjection: all(...writers, ...deciders),
  decideCase: ["approver", "leader"],
  withdrawCase: all(...writers, "individual"),
  returnToMonitoring: deciders,
  settleReason: all(...writers, ...deciders, "individual"),
  assignHouseholds: deciders,
  sendMessage: all(...writers, ...deciders, "individual"),
};

describe("who may do what with files", () => {
  it("is listed for every command, and every command has a schema", () => {
    const listed = registry.commands.map(({ name, allow }) => [
      name.slice("registry.".length),
      allow.map(({ role }) => role).sort(),
    ]);
    expect(Object.fromEntries(listed)).toEqual(allowed);
    expect(Object.keys(registryCommands).sort()).toEqual(Object.keys(allowed).sort());
  });

  it("lets the responsible person of another organisation write and read, and nothing more", () => {
    const scene = keptScene();
    scene.must(leader, "assignResponsible", { account: secretary.account, households: [hill.household] });
    expect(scene.run(secretary, "recordChanges", { changes: [change(head, 1)] })).toBe("ok");
    expect(scene.run(secretary, "openFiles", { purpose: "visit", households: [hill.household] })).toBe("ok");
    expect(scene.run(secretary, "openFiles", { purpose: "visit", households: [ridge.household] })).toBe("NOT_ENTITLED");
  });

  it("lets regulators and auditors open any file, each for their own purpose", () => {
    const scene = keptScene();
    expect(scene.run(regulator, "openFiles", { purpose: "supervision", households: [hill.household] })).toBe("ok");
    expect(scene.run(auditor, "openFiles", { purpose: "audit", households: [lake.household] })).toBe("ok");
  });
});
