import { listDivisions } from "@mingbai/registry/content/entry/list-divisions";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { describe, expect, it } from "vitest";
import { checkDraft } from "./check-draft.ts";
import { draftChanges } from "./draft-changes.ts";
import { editDraft, isBehind, onNewest } from "./edit-draft.ts";
import type { HouseholdDraft } from "./household-draft.ts";
import { fieldPlace } from "./household-draft.ts";
import { newDraft } from "./new-draft.ts";

const household = "00000000000000a0";
const village = { code: "339901101203", name: "云岭村" };
const around = { day: "2026-11-20", divisions: listDivisions([village]) };
const somebody = { account: "00000000000000c1", name: "" };

function file(change: Partial<HouseholdFile> = {}): HouseholdFile {
  const head = { name: "何树生", relation: "01", whereabouts: "在家" };
  return {
    household,
    number: "YL-03-0127",
    head: "何树生",
    people: 1,
    area: { id: "fengxi-yunling", en: "Yunling", zh: "云岭村" },
    team: "3 组",
    monitored: "",
    cause: "",
    responsible: somebody,
    open: 0,
    ended: null,
    changedMs: 0,
    keeper: { id: "fengxi", en: "Fengxi", zh: "枫溪镇" },
    version: 3,
    openedMs: 0,
    import: null,
    purpose: "visit",
    classes: ["name", "identity", "contact", "health", "living", "money", "help"],
    values: { village: village.code, spentMedical: 3_145_000 },
    residents: [{ person: "00000000000000a1", version: 2, ended: null, account: null, values: head }],
    former: [],
    openFields: [],
    may: [],
    readAt: { height: 1, timeMs: 0 },
    ...change,
  };
}

describe("a new household as typed", () => {
  it("is read field by field, and says at which field something is wrong", () => {
    const draft: HouseholdDraft = {
      ...newDraft(household, "zh"),
      texts: { village: "云岭村", spentMedical: "3 万块", phone: "1380000" },
    };
    const { file: read, faults } = checkDraft(draft, around);
    const [head] = draft.people;
    expect(read.values).toMatchObject({ village: village.code });
    expect(faults.map(({ place }) => place)).toEqual(
      expect.arrayContaining([fieldPlace(household, "phone"), fieldPlace(head?.person ?? "", "name")]),
    );
  });
});

describe("a file that is changed", () => {
  it("sends only the fields that differ from what was seen", () => {
    const draft = editDraft(file(), "zh");
    expect(draftChanges(draft, checkDraft(draft, around).file)).toEqual([]);
    const [head] = draft.people;
    const changed = {
      ...draft,
      texts: { ...draft.texts, spentMedical: "32,000" },
      people: [{ person: head?.person ?? "", texts: { ...head?.texts, whereabouts: "" } }],
    };
    expect(draftChanges(changed, checkDraft(changed, around).file)).toEqual([
      { subject: household, base: 3, basis: {}, sets: { spentMedical: { from: 3_145_000, to: 3_200_000 } } },
      { subject: "00000000000000a1", base: 2, basis: {}, sets: { whereabouts: { from: "在家" } } },
    ]);
  });

  it("keeps what was not asked for when it was begun", () => {
    const draft = { ...editDraft(file(), "zh"), texts: {} };
    expect(checkDraft(draft, around).file.values).toEqual(file().values);
  });

  it("keeps what its writer does not see", () => {
    const draft = { ...editDraft(file(), "zh"), texts: { village: "" } };
    const read = checkDraft(draft, { ...around, classes: ["name"] });
    expect(read.file.values).toEqual({ spentMedical: 3_145_000 });
  });

  it("is not held up by what was wrong before", () => {
    const [resident] = file().residents;
    const { relation: _, ...values } = resident?.values ?? {};
    const old = file({ residents: [{ person: "00000000000000a1", version: 2, ended: null, account: null, values }] });
    const { faults } = checkDraft(editDraft(old, "zh"), around);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every(({ level }) => level === "doubt")).toBe(true);
  });

  it("is not held up by an old value that is none, until somebody touches it", () => {
    const old = file({ values: { village: village.code, phone: "1380000" } });
    const draft = editDraft(old, "zh");
    const place = fieldPlace(household, "phone");
    const levelIn = (texts: Record<string, string>) =>
      checkDraft({ ...draft, texts }, around).faults.find((fault) => fault.place === place)?.level;
    expect(levelIn(draft.texts)).toBe("doubt");
    expect(draftChanges(draft, checkDraft(draft, around).file)).toEqual([]);
    expect(levelIn({ ...draft.texts, phone: "13800" })).toBe("error");
  });

  it("follows the newest where the writer has left a field alone", () => {
    const draft = editDraft(file(), "zh");
    const typed = { ...draft, texts: { ...draft.texts, team: "4 组" } };
    const newer = file({ version: 4, values: { village: village.code, spentMedical: 100, team: "5 组" } });
    expect([isBehind(typed, file()), isBehind(typed, newer)]).toEqual([false, true]);
    const followed = onNewest(typed, newer, "zh");
    expect(followed.texts).toMatchObject({ spentMedical: "1.00", team: "4 组" });
    expect(isBehind(followed, newer)).toBe(false);
  });
});
