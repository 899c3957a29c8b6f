import { drawCompany } from "../facts/draw-company.ts";
import { helpKind } from "../file/codes.ts";
import { addFact, headOf, yuan } from "../file/draft.ts";
import { depositLineFen, publicPostFen } from "../lines.ts";
import { faultAbout } from "./fault-about.ts";
import { addMeasure, dropFacts } from "./help-measures.ts";
import type { PlantedKind } from "./kinds.ts";
import { hasWorkingAge, isOfWorkingAge, pickPerson } from "./pick-person.ts";
import { onHelp, type Planting } from "./planting.ts";

const worker = { standings: onHelp, fits: hasWorkingAge };

/** What people on help have or are paid, by the lists of others; the second of each pair only looks like it. */
export const belongings = {
  hasCompany: companyOf("hasCompany", "open"),
  companyClosed: companyOf("companyClosed", "closed"),
  hasCar: vehicleOf("hasCar", "car", "valid"),
  carScrapped: vehicleOf("carScrapped", "car", "scrapped"),
  farmVehicle: vehicleOf("farmVehicle", "tractor", "valid"),
  depositAboveLine: depositOf("depositAboveLine", [10_400, 80_000]),
  depositUnderLine: depositOf("depositUnderLine", [9_000, 9_980]),
  secondHome: {
    ...worker,
    plant: (draft, { dice }) => {
      const owner = pickPerson(draft, dice, isOfWorkingAge);
      const values = { use: "commercial", area: dice.between(3_000, 12_000), place: "澜湾县城滨河路" };
      addFact(draft, owner, { by: "estate", kind: "house", values });
      return [faultAbout("secondHome", draft, [owner])];
    },
  },
  publicSalary: {
    ...worker,
    plant: (draft, { dice }) => {
      const clerk = pickPerson(draft, dice, isOfWorkingAge);
      dropFacts(draft, ({ kind, about }) => kind === "wage" && about === clerk.identityNumber);
      const values = {
        employer: dice.pick(["澜湾区实验小学", "澜湾区农技站"]),
        monthly: yuan(dice.between(4_200, 7_800)),
      };
      addFact(draft, clerk, { by: "payroll", kind: "publicSalary", values });
      return [faultAbout("publicSalary", draft, [clerk])];
    },
  },
  publicPost: {
    ...worker,
    plant: (draft, { dice }) => {
      const keeper = pickPerson(draft, dice, isOfWorkingAge);
      keeper.values.publicPost = true;
      addMeasure(draft, helpKind.post);
      const values = { employer: `${draft.village.township.zh}公益性岗位`, monthly: publicPostFen };
      addFact(draft, keeper, { by: "payroll", kind: "publicSalary", values });
      return [faultAbout("publicPost", draft, [keeper])];
    },
  },
} satisfies Partial<Record<PlantedKind, Planting>>;

function companyOf(kind: "hasCompany" | "companyClosed", state: "open" | "closed"): Planting {
  return {
    ...worker,
    plant: (draft, { dice }) => {
      const owner = pickPerson(draft, dice, isOfWorkingAge);
      addFact(draft, owner, { by: "businessRegister", kind: "company", values: drawCompany(dice, draft, state) });
      return [faultAbout(kind, draft, [owner])];
    },
  };
}

function vehicleOf(kind: "hasCar" | "carScrapped" | "farmVehicle", vehicle: string, state: string): Planting {
  return {
    ...worker,
    plant: (draft, { dice }) => {
      const owner = pickPerson(draft, dice, isOfWorkingAge);
      const year =
        Number(draft.day.slice(0, 4)) - dice.between(state === "valid" ? 1 : 11, state === "valid" ? 10 : 18);
      addFact(draft, owner, { by: "vehicles", kind: "vehicle", values: { vehicle, year, state } });
      return [faultAbout(kind, draft, [owner])];
    },
  };
}

/** `share`: of the line, in ten thousandths, from and to. What the file says of savings stays as small as it was. */
function depositOf(kind: "depositAboveLine" | "depositUnderLine", [from, to]: readonly [number, number]): Planting {
  return {
    standings: onHelp,
    plant: (draft, { dice }) => {
      const head = headOf(draft);
      dropFacts(draft, (fact) => fact.kind === "deposit");
      const amount = Math.floor((depositLineFen * dice.between(from, to)) / 10_000);
      addFact(draft, head, { by: "bank", kind: "deposit", values: { amount } });
      return [faultAbout(kind, draft, [head])];
    },
  };
}
