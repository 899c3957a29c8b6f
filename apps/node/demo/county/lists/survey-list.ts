import type { Value, Values } from "@mingbai/registry/content/file/value";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { FieldDefinition, SubjectKind } from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";
import { type Dice, diceOf } from "../draw/dice.ts";
import { purposes } from "../draw/purposes.ts";
import { surveySheet } from "../facts/survey-sheet.ts";
import type { MadeCounty } from "../made-county.ts";
import type { Village } from "../places/list-villages.ts";
import { cellText } from "./cell-text.ts";
import { findDispute } from "./find-dispute.ts";
import type { Habits } from "./habits.ts";
import type { ListTable } from "./list-table.ts";
import { knownQuestions, scaleAnswers, unknownQuestions } from "./survey-questions.ts";

/** What stands in a row besides the cell itself. */
interface Row {
  readonly sheet: string;
  readonly village: Village;
  readonly household: Values;
  readonly person: Values;
  readonly dice: Dice;
}

interface Question {
  readonly head: string;
  answer(row: Row): string;
}

/** The survey counts as the form does; its words are the form's own. */
const surveyHabits: Habits = {
  isPersonFirst: false,
  hasGroups: false,
  spelling: () => 0,
  money: "元",
  land: "亩",
  day: "2026-04-20",
  yes: "是",
  no: "否",
  between: "、",
  village: "name",
};

/**
 * The general survey: 143 columns under its own headings in its own order, one row a person. Now and then a member says
 * otherwise about the household than the others (`surveyDisputes`).
 */
export function surveyList(county: MadeCounty): ListTable {
  const questions = surveyQuestions();
  return {
    name: "普查",
    titles: [],
    header: questions.map(({ head }) => head),
    rows: { [Symbol.iterator]: () => rowsOf(county, questions) },
  };
}

function* rowsOf(county: MadeCounty, questions: readonly Question[]): Generator<string[]> {
  for (const village of county.villages)
    for (let index = village.first; index < village.first + village.count; index++) {
      const household = county.household(index);
      const dispute = findDispute(county.seed, index, household);
      const dice = diceOf(county.seed, index, purposes.survey);
      for (const [at, { values: person }] of household.people.entries()) {
        const values = dispute?.at === at ? { ...household.values, [dispute.field]: dispute.says } : household.values;
        const row = { sheet: surveySheet(index), village, household: values, person, dice };
        yield questions.map(({ answer }) => answer(row));
      }
    }
}

/** All 143 in the survey's own order, which is the same for every county. */
export function surveyQuestions(): readonly Question[] {
  const dice = diceOf(0, 0, purposes.survey);
  const known = knownQuestions.map(([of, field, head]) => knownQuestion(of, field, head));
  const rest = shuffled([...known, ...unknown()], dice);
  return [
    { head: "问卷编号", answer: ({ sheet }) => sheet },
    { head: "调查日期", answer: () => "2026-09-15" },
    ...rest,
  ];
}

function knownQuestion(of: SubjectKind, id: string, head: string): Question {
  const field = getField(of, id);
  const answer = (row: Row): string => {
    const value: Value | undefined = row[of][id];
    return cellText(field, value, { habits: surveyHabits, villageName: row.village.zh });
  };
  return { head, answer };
}

function getField(of: SubjectKind, id: string): FieldDefinition {
  const field = findField(countyForm, of, id);
  if (field === undefined) throw new RangeError(`the form does not ask for ${id}`);
  return field;
}

function unknown(): Question[] {
  const { yesNo, count, scale } = unknownQuestions;
  const asked = (heads: string, answer: (dice: Dice) => string): Question[] =>
    heads.split(" ").map((head) => ({ head, answer: ({ dice }) => answer(dice) }));
  return [
    ...asked(yesNo, (dice) => (dice.chance(1, 2) ? "是" : "否")),
    ...asked(count, (dice) => String(dice.below(10))),
    ...asked(scale, (dice) => dice.pick(scaleAnswers)),
  ];
}

function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  return items
    .map((item) => [dice.below(2 ** 32), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);
}
