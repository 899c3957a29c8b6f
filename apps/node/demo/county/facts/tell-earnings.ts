import type { Dice } from "../draw/dice.ts";
import { workPlace } from "../file/codes.ts";
import { addFact, type Draft, headOf, yuan } from "../file/draft.ts";
import { depositLineFen } from "../lines.ts";
import { drawCompany } from "./draw-company.ts";

/** Wages declared, public salaries, companies, money at banks and loans; only ordinary households have much of it. */
export function tellEarnings(draft: Draft, dice: Dice): void {
  const isOrdinary = draft.standing === "ordinary";
  const year = Number(draft.day.slice(0, 4));
  for (const person of draft.people) {
    const { values, wageFen, age } = person;
    const { employer } = values;
    if (employer === undefined || values.workPlace === workPlace.township) continue;
    if (isOrdinary && age >= 22 && values.workPlace === workPlace.county && dice.chance(1, 20)) {
      const office = dice.pick(["澜湾区教育局", "澜湾区人民医院", "澜湾区水务局"]);
      values.employer = office;
      const monthly = Math.floor(wageFen / Number(values.workMonths));
      addFact(draft, person, { by: "payroll", kind: "publicSalary", values: { employer: office, monthly } });
    } else if (dice.chance(3, 5))
      addFact(draft, person, { by: "tax", kind: "wage", values: { amount: wageFen, employer, year } });
  }
  const head = headOf(draft);
  if (isOrdinary && draft.values.incomeBusiness !== undefined && dice.chance(1, 3))
    addFact(draft, head, { by: "businessRegister", kind: "company", values: drawCompany(dice, draft, "open") });
  tellBanks(draft, dice);
}

function tellBanks(draft: Draft, dice: Dice): void {
  const { values, standing } = draft;
  const head = headOf(draft);
  const debt = Number(values.debtBank ?? 0);
  if (debt > 0)
    addFact(draft, head, {
      by: "credit",
      kind: "loan",
      values: { amount: debt, state: dice.chance(1, 15) ? "overdue" : "current" },
    });
  const savings = Number(values.savings ?? 0);
  if (standing === "ordinary" ? dice.chance(1, 4) : savings < depositLineFen)
    addFact(draft, head, { by: "bank", kind: "deposit", values: { amount: savings } });
  if (standing === "ordinary" && dice.chance(1, 30))
    addFact(draft, head, {
      by: "spending",
      kind: "spending",
      values: { what: dice.pick(["家电", "装修", "婚宴"]), amount: yuan(dice.between(5_000, 60_000)), on: draft.day },
    });
}
