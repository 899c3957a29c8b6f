import { partSubject } from "@mingbai/read-model/given-part";
import { findMany } from "@mingbai/read-model/vault-port";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { namedPart, opened, openTestSubjects, readTestSubjects, testPart } from "../subjects/test-subjects.ts";
import { joinedVault } from "./joined-vault.ts";

describe("the vaults as projections ask them", () => {
  it("answer for parts and for contents by their names, each and together", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const kept = await openTestSubjects(disk);
    const parts = [testPart(1), testPart(2)];
    await kept.put(parts);
    const contents = { find: async (subject: string) => (subject === "content/a" ? { title: "a" } : undefined) };
    const vault = joinedVault({ contents, subjects: await readTestSubjects(disk, kept) });
    const [one = "", two = ""] = parts.map((part) => partSubject(namedPart(part)));
    const answers = parts.map(opened);
    expect(await vault.find(one)).toEqual(answers[0]);
    expect(await findMany(vault, [two, "content/a", one, "content/b", "part/none"])).toEqual([
      answers[1],
      { title: "a" },
      answers[0],
      undefined,
      undefined,
    ]);
    expect(await findMany({ find: contents.find }, ["content/a", one])).toEqual([{ title: "a" }, undefined]);
  });
});
