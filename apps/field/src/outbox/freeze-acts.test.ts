import { canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import { commitmentOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { SubjectPart } from "@mingbai/registry/content/file/part";
import { registryCommands } from "@mingbai/registry/schema";
import { describe, expect, it } from "vitest";
import { fileOf, testHousehold } from "../../testing/test-files.ts";
import { beginNewHousehold, beginVisit } from "../visit/begin-draft.ts";
import { addPerson, changePerson, enterField, withBasis, withBasisOfAll } from "../visit/change-draft.ts";
import { freezeActs } from "./freeze-acts.ts";
import type { Act, HouseholdDraft } from "./record.ts";

const readAt = { height: 1, timeMs: 1 };
const household = testHousehold(1, ["何树生", "祝长青"]);
const [head = "", spouse = ""] = household.people;
const draft = beginVisit(fileOf(household, readAt));
let salts = 0;
const circumstances = {
  form: 1,
  device: "phone",
  madeMs: 1_795_000_000_000,
  newSalt: () => new Uint8Array(32).fill(++salts),
};

const said = ({ parts }: Act) => parts.map(({ text }) => SubjectPart.parse(JSON.parse(text)));
const named = ({ parts }: Act) =>
  parts.map(({ salt, text }) => {
    const content = findCanonical(new TextEncoder().encode(text));
    if (content === undefined) throw new Error("a part is not canonical");
    return toHex(commitmentOf({ salt: fromHex(salt), content: JSON.parse(text) }));
  });

const cases: readonly [string, HouseholdDraft, readonly string[]][] = [
  ["a visit that changes nothing", draft, ["recordChanges"]],
  [
    "an answer about a person",
    enterField(draft, { subject: spouse, field: "health" }, { value: "1" }),
    ["recordChanges"],
  ],
  ["a birth", addPerson(draft, { person: "00000000000000f1", arrival: "birth" }), ["recordChanges", "addPeople"]],
  [
    "people who came for different reasons",
    addPerson(addPerson(draft, { person: "00000000000000f1", arrival: "birth" }), {
      person: "00000000000000f2",
      arrival: "marriage",
    }),
    ["recordChanges", "addPeople", "addPeople"],
  ],
  [
    "a death",
    changePerson(draft, head, (person) => ({ ...person, departure: "death" })),
    ["recordChanges", "endPerson"],
  ],
  ["a new household", beginNewHousehold({ area: "yunling", village: "339912104205" }), ["openHouseholds"]],
];

describe("what is handed in", () => {
  it("says where new values come from: of one answer, else of all, and nothing of what was there before", () => {
    const place = { subject: spouse, field: "health" };
    const answered = enterField(
      enterField(draft, place, { value: "2" }),
      { ...place, field: "work" },
      { value: "种地" },
    );
    const told = withBasisOfAll(withBasis(answered, `${spouse}/health`, "document"), "told");
    const [, part] = freezeActs(told, circumstances).flatMap(said);
    expect(part?.basis).toEqual({ health: { kind: "document" }, work: { kind: "told" } });
    expect(freezeActs(answered, circumstances).flatMap(said)[1]?.basis).toBeUndefined();
  });

  it.each(cases)("of %s is commands as the ledger takes them, each naming its parts", (_what, given, verbs) => {
    const acts = freezeActs(given, circumstances);
    expect(acts.map(({ command }) => command)).toEqual(verbs.map((verb) => `registry.${verb}`));
    for (const act of acts) {
      const verb = act.command.replace("registry.", "") as keyof typeof registryCommands;
      expect(registryCommands[verb].safeParse(act.input).error).toBeUndefined();
      const text = new TextDecoder().decode(canonicalBytes(act.input));
      for (const commitment of named(act)) expect(text).toContain(commitment);
      expect(said(act).every(({ device, madeMs }) => device === "phone" && madeMs === circumstances.madeMs)).toBe(true);
    }
  });

  it("says only what differs from what was seen, with the version that was seen", () => {
    const changed = enterField(draft, { subject: draft.household, field: "water" }, { value: "spring" });
    const [act] = freezeActs({ ...changed, words: "井干了" }, circumstances);
    expect(act && said(act)).toEqual([
      {
        kind: "part",
        form: 1,
        device: "phone",
        madeMs: circumstances.madeMs,
        reason: "visit",
        words: "井干了",
        sets: { water: { from: "well", to: "spring" } },
      },
    ]);
    expect(act?.input).toMatchObject({ changes: [{ subject: draft.household, base: 1 }] });
  });
});
