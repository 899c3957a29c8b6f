import { dayNumber, dayText, yearsBefore } from "../draw/days.ts";
import type { Dice } from "../draw/dice.ts";
import { incomePerHead, monitoringLineFen } from "../lines.ts";
import { atSchool, workPlace } from "./codes.ts";
import { type Draft, type Standing, yuan } from "./draft.ts";

/**
 * What a head has in a year, in hundredths of the monitoring line: `least`, and what it is brought to, `from` to `to`, where
 * it would be more than that. Illness can take more than there is; ordinary households may have any amount.
 */
const spans: Readonly<Record<Standing, { readonly least: number; readonly from: number; readonly to: number }>> = {
  ordinary: { least: 128, from: 128, to: 10_000 },
  relief: { least: 104, from: 104, to: 124 },
  monitored: { least: -30, from: 30, to: 94 },
};
/** Above the least, in hundredths of the line: what a household has to which relatives give what it lacks. */
const aboveLeast = { ordinary: 60, relief: 20, monitored: 20 } as const;
/** What an ordinary household has that bears much, in hundredths of the line, and what is much. */
const comfortable = 215;
const muchMedicalFen = yuan(12_000);
const wholeYuan = 100;
/** What can be less, besides wages. */
const earned = ["incomeFarming", "spentFarming", "incomeBusiness", "incomeProperty"] as const;
/** Below this nobody goes out to work for a year, or for a month. */
const leastWageFen = 150_000;
const leastMonthFen = 180_000;

/** Twelve months of income and spending: kinds that fit who lives there, amounts that fit how the household stands. */
export function tellMoney(draft: Draft, dice: Dice): void {
  tellPeriod(draft);
  tellSpending(draft, dice);
  tellIncome(draft, dice);
  fitToStanding(draft, dice);
  tellMonths(draft);
  for (const person of draft.people) if (person.wageFen > 0) person.values.wageYear = person.wageFen;
  draft.values.incomeWages = draft.people.reduce((sum, { wageFen }) => sum + wageFen, 0);
  tellDebts(draft, dice);
}

/** The twelve whole months before the county's day. */
function tellPeriod({ values, day }: Draft): void {
  const monthStart = `${day.slice(0, 7)}-01`;
  values.incomeFrom = yearsBefore(monthStart, 1);
  values.incomeTo = dayText(dayNumber(monthStart) - 1);
}

function tellSpending({ values, people, cause }: Draft, dice: Dice): void {
  const students = people.filter((person) => person.values.atSchool !== atSchool.no).length;
  values.spentMedical = people.reduce((sum, { billFen }) => sum + billFen, 0);
  values.spentLiving = people.length * yuan(dice.between(3_200, 6_400));
  if (students > 0) values.spentSchooling = students * yuan(dice.between(900, cause === "schooling" ? 14_000 : 5_200));
  if (cause === "disaster") values.spentDisaster = yuan(dice.between(18_000, 60_000));
  if (dice.chance(1, 12)) values.spentHousing = yuan(dice.between(2_000, 30_000));
  values.spentOther = yuan(dice.between(400, 4_200));
}

function tellIncome({ values, people, standing }: Draft, dice: Dice): void {
  const farmed = Number(values.farmland) - Number(values.landRentedOut ?? 0);
  values.incomeFarming = Math.floor((yuan(dice.between(900, 2_400)) * farmed) / 100);
  if (values.animals !== undefined) values.incomeFarming += yuan(dice.between(800, 4_000));
  values.spentFarming = Math.floor((values.incomeFarming * dice.between(20, 40)) / 100);
  const pensioners = people.filter(({ age, values: { pension } }) => age >= 60 && pension === "resident").length;
  if (pensioners > 0) values.incomePension = pensioners * yuan(dice.between(210, 290) * 12);
  if (standing !== "ordinary") values.incomeRelief = people.length * yuan(dice.between(900, 2_600));
  if (Number(values.landRentedOut ?? 0) > 0)
    values.incomeLandRent = Math.floor((Number(values.landRentedOut) * yuan(dice.between(400, 750))) / 100);
  if (values.woodland !== undefined) values.incomeEcology = Math.floor((Number(values.woodland) * yuan(15)) / 100);
  if (standing === "ordinary" && dice.chance(1, 14)) values.incomeBusiness = yuan(dice.between(9_000, 80_000));
  if (values.cooperative === true) values.incomeProperty = yuan(dice.between(120, 900));
}

function fitToStanding(draft: Draft, dice: Dice): void {
  const { values, people, standing } = draft;
  const { from, to } = spans[standing];
  const least = standing === "ordinary" && bearsMuch(draft) ? comfortable : spans[standing].least;
  const wages = people.reduce((sum, { wageFen }) => sum + wageFen, 0);
  const perHead = incomePerHead({ ...values, incomeWages: wages }, people.length);
  const share = (hundredths: number): number => Math.floor((monitoringLineFen * hundredths) / 100);
  if (perHead > share(to)) earnLess(draft, (perHead - share(dice.between(from, to))) * people.length);
  if (perHead >= share(least)) return;
  const target = share(dice.between(least, least + aboveLeast[standing]));
  values.incomeOther = Math.ceil(((target - perHead) * people.length) / 100) * 100;
}

/** Whether a household has bills or somebody to care for as would make another one poor: without help, it is well off. */
function bearsMuch({ values, people }: Draft): boolean {
  const isSevere = people.some((one) => one.values.disabilityGrade === "1" || one.values.disabilityGrade === "2");
  return isSevere || Number(values.spentMedical) >= muchMedicalFen;
}

/** Takes so much away from what people earn, from wages, farming and business alike; allowances stay as they are. */
function earnLess({ values, people }: Draft, less: number): void {
  const farming = Number(values.incomeFarming) - Number(values.spentFarming);
  const others = Number(values.incomeBusiness ?? 0) + Number(values.incomeProperty ?? 0);
  const whole = people.reduce((sum, { wageFen }) => sum + wageFen, 0) + farming + others;
  const left = Math.max(0, whole - less);
  const cut = (amount: number): number => Math.floor((amount * left) / whole / wholeYuan) * wholeYuan;
  for (const person of people) person.wageFen = cut(person.wageFen);
  for (const field of earned) if (values[field] !== undefined) values[field] = cut(Number(values[field]));
}

/** Who earns little works few months; who would earn next to nothing does not go out to work, and is helped by relatives. */
function tellMonths({ values, people }: Draft): void {
  for (const person of people.filter(({ values: { workMonths } }) => workMonths !== undefined)) {
    if (person.wageFen < leastWageFen) {
      values.incomeOther = Number(values.incomeOther ?? 0) + person.wageFen;
      person.wageFen = 0;
      person.values.workPlace = workPlace.none;
      person.values.whereabouts = "在家务农";
      delete person.values.employer;
      delete person.values.workMonths;
    } else if (person.wageFen < Number(person.values.workMonths) * leastMonthFen)
      person.values.workMonths = Math.max(1, Math.round(person.wageFen / leastMonthFen));
  }
}

function tellDebts({ values, cause, standing }: Draft, dice: Dice): void {
  if (dice.chance(standing === "ordinary" ? 8 : 25, 100)) {
    values.debtBank = yuan(dice.between(5_000, 50_000));
    values.debtReason = cause === "illness" ? "看病" : dice.pick(["建房", "发展生产", "供孩子上学"]);
  }
  if (cause === "illness" || cause === "disaster" || dice.chance(1, 20))
    values.debtPrivate = yuan(dice.between(2_000, 40_000));
  values.savings = standing === "ordinary" ? yuan(dice.between(2_000, 90_000)) : yuan(dice.between(0, 9_000));
}
