import { describe, expect, it } from "vitest";
import { fileOf, testHousehold } from "../../testing/test-files.ts";
import { beginNewHousehold, beginVisit, headOf } from "./begin-draft.ts";
import { addPerson, changePerson, enterField, removePerson } from "./change-draft.ts";
import { checkDraft } from "./check-draft.ts";

const day = "2026-11-20";
const household = testHousehold(1, ["何树生", "祝长青"]);
const [head = "", spouse = ""] = household.people;
const draft = beginVisit(fileOf(household, { height: 1, timeMs: 1 }));

describe("a draft", () => {
  it("keeps what is no value as it was typed, and the value that was there", () => {
    const place = { subject: draft.household, field: "houseFloors" };
    const typed = enterField(enterField(draft, place, { value: 2 }), place, { text: "二三" });
    expect(typed.texts).toEqual({ [`${draft.household}/houseFloors`]: "二三" });
    expect(typed.values.houseFloors).toBe(2);
    expect(enterField(typed, place, { value: 3 }).texts).toEqual({});
    expect("houseFloors" in enterField(typed, place, { empty: true }).values).toBe(false);
  });

  it("has birth and sex of a newcomer from their identity number, and changes nobody's", () => {
    const number = { value: "339912199001012344" };
    const born = addPerson(draft, { person: "f1", arrival: "return" });
    const entered = enterField(born, { subject: "f1", field: "identityNumber" }, number);
    expect(entered.people.at(-1)?.values).toMatchObject({ birth: "1990-01-01", sex: "2" });
    const known = enterField(draft, { subject: head, field: "identityNumber" }, number);
    expect(known.people[0]?.values).toMatchObject({ birth: "1968-05-20", sex: "1" });
  });

  it("loses somebody who was added by mistake with all that was typed of them", () => {
    const added = addPerson(draft, { person: "f1", arrival: "birth" });
    const typed = enterField(added, { subject: "f1", field: "birth" }, { text: "昨天" });
    expect(removePerson(typed, "f1")).toEqual(draft);
  });

  it("is called after its head, else after whoever is first", () => {
    expect(headOf(draft)).toBe("何树生");
    expect(headOf({ people: draft.people.slice(1) })).toBe("祝长青");
    expect(headOf(beginNewHousehold({ area: "", village: "" }))).toBe("");
  });
});

describe("the check before handing in", () => {
  it("stops a new household without a name, and no visit for what was wrong before", () => {
    const codes = (given: typeof draft) => checkDraft(given, day).errors.map(({ fault }) => fault);
    expect(codes(beginNewHousehold({ area: "yunling", village: "339912104205" }))).toContain("REQUIRED");
    const nameless = changePerson(draft, spouse, (person) => ({ ...person, before: {}, values: {} }));
    expect(codes(nameless)).toEqual([]);
  });

  it("stops a visit for what it makes wrong", () => {
    const changed = enterField(draft, { subject: head, field: "identityNumber" }, { value: "339912199001012344" });
    expect(checkDraft(changed, day).errors.map(({ fault }) => fault)).toContain("IDENTITY_BIRTH");
  });
});
