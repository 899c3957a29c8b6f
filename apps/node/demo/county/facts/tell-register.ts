import { addFact, type Draft, yuan } from "../file/draft.ts";

/** Bills below this are no line of the medical insurance's list: a pharmacy's. */
const listedBillFen = yuan(300);

/** Household register, pensions and hospital bills: one line a person. */
export function tellRegister(draft: Draft): void {
  const year = Number(draft.day.slice(0, 4));
  const register = `H${String(draft.index + 1).padStart(7, "0")}`;
  for (const person of draft.people) {
    const { values, age, billFen } = person;
    const relation = values.relation ?? "";
    addFact(draft, person, {
      by: "householdRegister",
      kind: "register",
      values: { register, relation, village: draft.village.code },
    });
    if (age >= 60 && values.pension === "resident")
      addFact(draft, person, {
        by: "socialSecurity",
        kind: "insurance",
        values: { scheme: "residentPension", state: "paid", monthly: pensionOf(draft) },
      });
    if (billFen >= listedBillFen)
      addFact(draft, person, { by: "medicalInsurance", kind: "medicalBill", values: { amount: billFen, year } });
  }
}

/** A pensioner's twelfth of what the household's file says of pensions. */
function pensionOf({ people, values }: Draft): number {
  const pensioners = people.filter(({ age, values: { pension } }) => age >= 60 && pension === "resident").length;
  return Math.floor(Number(values.incomePension ?? 0) / pensioners / 12);
}
