import { describe, expect, it } from "vitest";
import { workflow } from "../index.ts";
import { workflowCommands } from "../schema.ts";

const applicants = ["individual", "projectManager", "supplier"];
const receivers = ["financeSupervisor", "individual", "supplier"];

/** Who may do what: the whole table, so that a widened right shows in review. At which stage and side, `stages.ts` says. */
const allowed: Record<string, readonly string[]> = {
  submitMatter: applicants,
  resubmitMatter: applicants,
  withdrawMatter: applicants,
  returnMatter: ["financeSupervisor", "projectManager"],
  passMatter: ["projectManager"],
  forwardMatter: ["projectManager"],
  handBackMatter: ["projectManager"],
  confirmMatter: receivers,
  disputeMatter: receivers,
  answerDispute: ["financeSupervisor"],
  settleDispute: [...receivers, "regulator"].sort(),
};

describe("who may do what with matters", () => {
  it("is listed for every command, and every command has a schema", () => {
    const listed = workflow.commands.map(({ name, allow }) => [
      name.slice("workflow.".length),
      allow.map(({ role }) => role).sort(),
    ]);
    expect(Object.fromEntries(listed)).toEqual(allowed);
    expect(Object.keys(workflowCommands).sort()).toEqual(Object.keys(allowed).sort());
  });
});
