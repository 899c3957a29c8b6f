import type { QueryContext } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { Held, TargetComparison, TargetSide } from "../../content/policy/compare-targets.ts";
import { type ComparedPolicies, filesShownMax } from "../../views/cases.ts";

type Office = NonNullable<ComparedPolicies["office"]>;
type Files = Office["gained"];

/** What an office sees of a comparison: each number with the first of the files behind it, by number and head. */
export async function officeTargets(
  { sql: database }: QueryContext<unknown>,
  { a, b, gained, lost, neither, yardsticks }: TargetComparison,
): Promise<Office> {
  const named = new Set<string>();
  const first = (ids: readonly string[]): readonly string[] => {
    const some = ids.slice(0, filesShownMax);
    for (const id of some) named.add(id);
    return some;
  };
  const lists = [a, b].flatMap((side) => [
    side.included,
    side.excluded,
    side.unknown,
    ...side.keptOutBy.map((one) => one.households),
  ]);
  const held = yardsticks.flatMap((one) => [
    one.included,
    ...[one.a, one.b].flatMap(({ both, missed, beyond }) => [both, missed, beyond]),
  ]);
  for (const list of [...lists, gained, lost, neither, ...held]) first(list);
  const { rows } = await sql<{ household: string; number: string; head: string }>`
    select household, number, head from registry.household where household = any(${[...named]})`.execute(database);
  const lines = new Map(rows.map((row) => [row.household, row]));
  const filesOf = (ids: readonly string[]): Files => ({
    count: ids.length,
    files: ids.slice(0, filesShownMax).flatMap((id) => lines.get(id) ?? []),
  });
  const sideOf = ({ included, excluded, unknown, keptOutBy }: TargetSide): Office["a"] => ({
    included: filesOf(included),
    excluded: filesOf(excluded),
    unknown: filesOf(unknown),
    keptOutBy: keptOutBy.map(({ id, households }) => ({ id, ...filesOf(households) })),
  });
  const heldOf = ({ both, missed, beyond }: Held) => ({
    both: filesOf(both),
    missed: filesOf(missed),
    beyond: filesOf(beyond),
  });
  return {
    a: sideOf(a),
    b: sideOf(b),
    gained: filesOf(gained),
    lost: filesOf(lost),
    neither: filesOf(neither),
    yardsticks: yardsticks.map((one) => ({
      id: one.id,
      included: filesOf(one.included),
      unknown: one.unknown,
      a: heldOf(one.a),
      b: heldOf(one.b),
    })),
  };
}
