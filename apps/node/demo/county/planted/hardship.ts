import { surveySheet } from "../facts/survey-sheet.ts";
import { helpKind, workPlace } from "../file/codes.ts";
import { addFact, headOf, yuan } from "../file/draft.ts";
import { monitoringLineFen } from "../lines.ts";
import { faultAbout } from "./fault-about.ts";
import { addMeasure, dropFacts, dropMeasures } from "./help-measures.ts";
import type { PlantedKind } from "./kinds.ts";
import { hasWorkingAge, isOfWorkingAge, pickPerson } from "./pick-person.ts";
import { onHelp, type Planting } from "./planting.ts";

/** Signs of a household that stands well, which one in hardship is not to have. */
const comforts: readonly string[] = ["vehicle", "company", "publicSalary", "wage", "deposit", "spending"];

/** Who needs help and has none, who has wages that nobody wrote down, and which causes and houses nobody answers. */
export const hardship = {
  wagesHidden: {
    standings: ["monitored"],
    fits: hasWorkingAge,
    plant: (draft, { dice }) => {
      const worker = pickPerson(draft, dice, isOfWorkingAge);
      dropFacts(draft, ({ kind, about }) => kind === "wage" && about === worker.identityNumber);
      draft.values.incomeWages = Number(draft.values.incomeWages) - worker.wageFen;
      for (const field of ["wageYear", "employer", "workMonths"]) delete worker.values[field];
      Object.assign(worker.values, { workPlace: workPlace.none, whereabouts: "在家务农" });
      const year = Number(draft.day.slice(0, 4));
      const values = { amount: yuan(dice.between(30_000, 78_000)), employer: "江左汽车零部件厂", year };
      addFact(draft, worker, { by: "tax", kind: "wage", values });
      return [faultAbout("wagesHidden", draft, [worker])];
    },
  },
  shouldBeMonitored: {
    standings: ["ordinary"],
    plant: (draft, { dice }) => {
      const ill = pickPerson(draft, dice, ({ age }) => age >= 18);
      dropFacts(draft, ({ kind }) => comforts.includes(kind) || kind === "surveyed");
      draft.values.vehicles = 0;
      const year = Number(draft.day.slice(0, 4));
      addFact(draft, ill, {
        by: "medicalInsurance",
        kind: "medicalBill",
        values: { amount: yuan(dice.between(40_000, 120_000)), year },
      });
      const perPerson = Math.floor((monitoringLineFen * dice.between(20, 75)) / 100);
      const household = surveySheet(draft.index);
      addFact(draft, headOf(draft), { by: "survey", kind: "surveyed", values: { perPerson, household } });
      return [faultAbout("shouldBeMonitored", draft, [ill])];
    },
  },
  billBorne: {
    standings: ["ordinary"],
    plant: (draft, { dice }) => {
      const { values, people } = draft;
      const ill = pickPerson(draft, dice, ({ age }) => age >= 18);
      const amount = yuan(dice.between(30_000, 60_000));
      const rich = monitoringLineFen * dice.between(2, 4);
      values.spentMedical = Number(values.spentMedical) + amount;
      values.incomeBusiness = Number(values.incomeBusiness ?? 0) + amount + rich * people.length;
      const year = Number(draft.day.slice(0, 4));
      addFact(draft, ill, { by: "medicalInsurance", kind: "medicalBill", values: { amount, year } });
      for (const fact of draft.facts) if (fact.kind === "surveyed") Object.assign(fact.values, { perPerson: rich });
      return [faultAbout("billBorne", draft, [ill])];
    },
  },
  missingCause: {
    standings: ["monitored"],
    plant: (draft) => {
      delete draft.values.cause;
      delete draft.values.otherCauses;
      return [faultAbout("missingCause", draft)];
    },
  },
  causeWithoutMeasure: {
    standings: onHelp,
    plant: (draft) => {
      dropMeasures(draft);
      return [faultAbout("causeWithoutMeasure", draft)];
    },
  },
  houseGradeD: {
    standings: ["ordinary"],
    plant: (draft) => {
      Object.assign(draft.values, { houseGrade: "D", houseStructure: "earth" });
      return [faultAbout("houseGradeD", draft)];
    },
  },
  houseInRepair: {
    standings: ["ordinary"],
    plant: (draft, { dice }) => {
      Object.assign(draft.values, { houseGrade: "D", houseStructure: "earth" });
      addMeasure(draft, helpKind.housing);
      const values = {
        help: helpKind.housing,
        amount: yuan(dice.between(14_000, 35_000)),
        on: draft.values.incomeTo ?? draft.day,
      };
      addFact(draft, headOf(draft), { by: "help", kind: "helpGiven", values });
      return [faultAbout("houseInRepair", draft)];
    },
  },
} satisfies Partial<Record<PlantedKind, Planting>>;
