import type { Dice } from "../draw/dice.ts";
import { addFact, type Draft, headOf } from "../file/draft.ts";

/** Farmland, the house that the household lives in, and vehicles. */
export function tellProperty(draft: Draft, dice: Dice): void {
  const { values, village, people, day, standing } = draft;
  const head = headOf(draft);
  const year = Number(day.slice(0, 4));
  addFact(draft, head, { by: "agriculture", kind: "farmland", values: { mu: values.farmland ?? 0 } });
  addFact(draft, head, {
    by: "estate",
    kind: "house",
    values: { use: "homestead", area: values.houseArea ?? 0, place: village.zh },
  });
  const driver = people.find(({ age, wageFen }) => age >= 18 && age < 60 && wageFen > 0) ?? head;
  if (Number(values.vehicles) > 0)
    addFact(draft, driver, {
      by: "vehicles",
      kind: "vehicle",
      values: {
        vehicle: dice.weighted([
          ["car", 8],
          ["van", 1],
          ["truck", 1],
        ]),
        year: year - dice.between(0, 12),
        state: "valid",
      },
    });
  else if (standing !== "ordinary" && dice.chance(1, 6))
    addFact(draft, driver, {
      by: "vehicles",
      kind: "vehicle",
      values: { vehicle: "motorcycle", year: year - dice.between(2, 12), state: "valid" },
    });
}
