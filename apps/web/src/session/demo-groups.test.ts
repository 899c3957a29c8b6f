import type { DemoPersonView } from "@mingbai/http/demo-views";
import { describe, expect, it } from "vitest";
import { groupDemoPeople } from "./demo-groups.ts";

const person = (id: string, office: string, roles: DemoPersonView["roles"]): DemoPersonView => ({
  id,
  name: id,
  organisation: { en: office, zh: office },
  roles,
  account: "00000000000000a1",
  keyId: "00000000000000a2",
  seed: "ab".repeat(32),
});

describe("demo people in groups", () => {
  it("stand by office, then bank and supervision, then applicants, each once", () => {
    const groups = groupDemoPeople([
      person("bank", "Bank", ["escrowBank"]),
      person("one", "Street", ["projectManager"]),
      person("builder", "Builder", ["supplier"]),
      person("two", "Bureau", ["financeSupervisor", "approver"]),
      person("three", "Street", ["approver", "individual"]),
      person("auditor", "Audit", ["auditor", "regulator"]),
    ]);
    const shown = groups.map(({ name, people }) => [
      typeof name === "string" ? name : name.en,
      people.map(({ id }) => id),
    ]);
    expect(shown).toEqual([
      ["Street", ["one", "three"]],
      ["Bureau", ["two"]],
      ["watching", ["bank", "auditor"]],
      ["applying", ["builder"]],
    ]);
  });

  it("have no empty group", () => {
    expect(groupDemoPeople([])).toEqual([]);
  });
});
