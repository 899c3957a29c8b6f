import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import type { FieldDefinition, SectionDefinition, SubjectKind } from "@mingbai/registry/content/form/definition";
import { sectionsOf } from "@mingbai/registry/content/form/find-field";
import type { MadeCounty } from "../made-county.ts";
import { type Township, townships } from "../places/townships.ts";
import { cellText, isLand } from "./cell-text.ts";
import { type Habits, habitsOf } from "./habits.ts";
import type { ListTable } from "./list-table.ts";

interface Column {
  readonly head: string;
  readonly of: SubjectKind;
  readonly field: FieldDefinition;
  /** Title of its section where it is the section's first column. */
  readonly group: string;
}

/**
 * The county's files as its townships would send them: a list each, one row a person with the household's columns on every
 * row, headers, units, days and words as each office writes them, below a title.
 */
export function* townshipLists(county: MadeCounty): Generator<ListTable> {
  for (const [at, township] of townships.entries()) yield townshipList(county, township, habitsOf(county.seed, at));
}

function townshipList(county: MadeCounty, township: Township, habits: Habits): ListTable {
  const columns = columnsOf(habits);
  const title = `澜湾区${township.zh}农户家庭信息登记表`;
  const below = [`填报单位：${township.zh}`, "", `填报日期：${county.day}`];
  const groups = ["", ...columns.map(({ group }) => group)];
  return {
    name: township.zh,
    titles: [[title], below, ...(habits.hasGroups ? [groups] : [])],
    header: ["序号", ...columns.map(({ head }) => head)],
    rows: { [Symbol.iterator]: () => rowsOf(county, { township, columns, habits }) },
  };
}

function* rowsOf(
  county: MadeCounty,
  { township, columns, habits }: { township: Township; columns: readonly Column[]; habits: Habits },
): Generator<string[]> {
  let line = 1;
  for (const village of county.villages.filter((one) => one.township === township))
    for (let index = village.first; index < village.first + village.count; index++) {
      const { values, people } = county.household(index);
      const known = { habits, villageName: village.zh };
      // A household's cells stand on all of its rows: they are written once.
      const shared = columns.map(({ of, field }) => (of === "person" ? "" : cellText(field, values[field.id], known)));
      for (const person of people) {
        const cells = columns.map(({ of, field }, at) =>
          of === "person" ? cellText(field, person.values[field.id], known) : (shared[at] ?? ""),
        );
        yield [String(line++), ...cells];
      }
    }
}

function columnsOf(habits: Habits): Column[] {
  const kinds: readonly SubjectKind[] = habits.isPersonFirst ? ["person", "household"] : ["household", "person"];
  const taken = new Set(["序号"]);
  return kinds.flatMap((of) =>
    sectionsOf(countyForm, of).flatMap((section) => columnsOfSection(section, { of, habits, taken })),
  );
}

function columnsOfSection(
  { title, fields, of }: SectionDefinition,
  { habits, taken }: { of: SubjectKind; habits: Habits; taken: Set<string> },
): Column[] {
  const listed = fields.filter((field) => field.of.type !== "photos");
  return listed.map((field, at) => {
    const head = headOf(field, habits, taken);
    taken.add(head);
    return { head, of, field, group: at === 0 ? title.zh : "" };
  });
}

/** One of the field's names that no other column has, with the unit behind it where the office does not count as the form does. */
function headOf({ label, aliases = [], of }: FieldDefinition, habits: Habits, taken: ReadonlySet<string>): string {
  // A unit in brackets or another's name in a heading would say something that is not so in every list.
  const plain = aliases.filter((alias) => !/[（\s]|^户主(?!关系)/.test(alias));
  const names = [label.zh, ...plain];
  const chosen = names[habits.spelling(label.zh, names.length)] ?? label.zh;
  const name = taken.has(chosen) ? label.zh : chosen;
  if (of.type === "money") return habits.money === "元" ? name : `${name}（万元）`;
  if (isLand(of)) return habits.land === "亩" ? name : `${name}（公顷）`;
  return name;
}
