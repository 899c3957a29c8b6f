import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import { solarField, withField, withNewField } from "@mingbai/registry/content/form/testing/change-form";
import { countyPolicy } from "@mingbai/registry/content/policy/county/county-policy";
import { formInForce } from "@mingbai/registry/reads";
import { describe, expect, it } from "vitest";
import type { Change } from "../schema.ts";
import { people, scene, words } from "../testing/test-scene.ts";

const { manager, admin, adminB, adminC } = people;
const next = withNewField(countyForm, solarField);
const change = (form = next): Change => ({ kind: "householdForm", form });

function vote(ledger: ReturnType<typeof scene>, what: Change): string {
  const proposal = ledger.propose(what);
  return [admin, adminB, adminC].map((who) => ledger.vote(who, proposal)).at(-1) ?? "";
}

describe("the form of household files", () => {
  it("is in force with the members' vote, and policies may judge what it asks from then on", () => {
    const ledger = scene();
    const [condition] = countyPolicy.conditions;
    if (condition === undefined) throw new Error("the county's policy has conditions");
    const when = `(${condition.when}) || h.solarPanels > 900`;
    const policy = { ...countyPolicy, version: 2, conditions: [{ ...condition, when }] };
    const proposed = { change: { kind: "entryPolicy", policy }, base: 0, words } as const;
    expect(ledger.run(manager, "propose", proposed).code).toBe("POLICY_FAULT");
    expect(formInForce(ledger.state)).toBe(countyForm);
    expect(vote(ledger, change())).toBe("ok");
    expect(formInForce(ledger.state)).toEqual(next);
    expect(ledger.run(manager, "propose", proposed).code).toBe("ok");
  });

  it.each([
    ["FORM_VERSION", { ...next, version: 3 }],
    ["FORM_VERSION", { ...next, version: 1 }],
    ["FORM_FAULT", withField(countyForm, "houseArea", () => undefined)],
    ["FORM_RULE_UNJUDGED", withField(countyForm, "incomeBusiness", () => undefined)],
    ["FORM_POLICY_UNJUDGED", withField(countyForm, "waterSafe", () => undefined)],
    ["FORM_FAULT", { ...next, rules: [...next.rules.slice(1), { ...rule(), when: "h.nothing > 1" }] }],
    ["BODY_INVALID", { ...next, sections: [] }],
  ])("is refused: %s (%#)", (code, form) => {
    expect(scene().run(manager, "propose", { change: change(form), base: 0, words }).code).toBe(code);
  });
});

describe("what is published and cannot be judged by a form", () => {
  it("is named with its field where the form is proposed", () => {
    const gone = withField(countyForm, "incomeBusiness", () => undefined);
    const { outcome } = scene().run(manager, "propose", { change: change(gone), base: 0, words });
    expect(outcome.refusal).toMatchObject({
      refused: "FORM_RULE_UNJUDGED",
      detail: { rule: "business", field: "incomeBusiness", fault: "UNKNOWN_NAME" },
    });
  });

  it("keeps a form from taking effect where the policy was voted after the form was proposed", () => {
    const ledger = scene();
    const [condition] = countyPolicy.conditions;
    if (condition === undefined) throw new Error("the county's policy has conditions");
    const when = "h.otherCauses.all(a, h.otherCauses.all(b, h.otherCauses.all(c, a == b || b == c)))";
    const policy = {
      ...countyPolicy,
      version: 2,
      conditions: [{ ...condition, when, names: {}, says: { en: "x.", zh: "x" } }],
    };
    const wide = ledger.propose(change(withField(countyForm, "otherCauses", withManyAnswers)));
    expect(vote(ledger, { kind: "entryPolicy", policy })).toBe("ok");
    const last = [admin, adminB, adminC].map((who) => ledger.must(who, "vote", { proposal: wide, choice: "for" }));
    expect(last.at(-1)?.outcome.events.at(-1)?.data).toMatchObject({ proposal: wide, outcome: "void" });
    expect(formInForce(ledger.state)).toBe(countyForm);
    const again = { change: change(withField(countyForm, "otherCauses", withManyAnswers)), base: 0, words };
    expect(ledger.run(manager, "propose", again).outcome.refusal).toMatchObject({
      refused: "FORM_POLICY_UNJUDGED",
      detail: { condition: condition.id, field: "otherCauses", fault: "TOO_COSTLY" },
    });
  });
});

function withManyAnswers(field: FieldDefinition): FieldDefinition {
  if (!("options" in field.of)) return field;
  const more = Array.from({ length: 100 }, (_, at) => ({ code: `x${at}`, en: `Answer ${at}`, zh: `答案 ${at}` }));
  return { ...field, of: { ...field.of, options: [...field.of.options, ...more] } };
}

function rule() {
  const [first] = countyForm.rules;
  if (first === undefined) throw new Error("the county's form has rules");
  return first;
}
