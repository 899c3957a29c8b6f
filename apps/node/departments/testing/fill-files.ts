import type { Values } from "@mingbai/registry/content/file/value";
import { deriveHousehold, derivePerson } from "@mingbai/registry/projection/derived";
import type { HouseholdRecord, PersonRecord } from "@mingbai/registry/projection/tables";
import type { MadeCounty, MadeHousehold } from "../../demo/county/made-county.ts";

const householdsAtOnce = 500;
const openedMs = Date.UTC(2026, 9, 1);

/** Puts the files of an invented county into the projected tables, as the projection derives them. `keeper`: the organisation that keeps them. */
export async function fillFiles(
  query: (sql: string, values?: readonly unknown[]) => Promise<unknown>,
  county: MadeCounty,
  keeper = "street",
): Promise<void> {
  let batch: [HouseholdRecord[], PersonRecord[]] = [[], []];
  const write = async (): Promise<void> => {
    await query(insertInto("household"), [JSON.stringify(batch[0])]);
    await query(insertInto("person"), [JSON.stringify(batch[1])]);
    batch = [[], []];
  };
  const areas = new Map(county.villages.map(({ code, area }) => [code, area]));
  for (const made of county.households) {
    const people = made.people.map((one, position) => personRecord(made, one.person, { values: one.values, position }));
    batch[0].push(householdRecord(made, people, { keeper, area: areas.get(made.village) ?? "" }));
    batch[1].push(...people);
    if (batch[0].length >= householdsAtOnce) await write();
  }
  await write();
  await query("analyze registry.household");
  await query("analyze registry.person");
}

function insertInto(table: string): string {
  return `insert into registry.${table} select * from json_populate_recordset(null::registry.${table}, $1::json)`;
}

function householdRecord(
  { household, values, number }: MadeHousehold,
  people: readonly PersonRecord[],
  place: { readonly keeper: string; readonly area: string },
): HouseholdRecord {
  const record: HouseholdRecord = {
    ...place,
    household,
    responsible: null,
    ended: null,
    merged_into: null,
    opened_ms: openedMs,
    changed_ms: openedMs,
    import: null,
    version: 1,
    number: "",
    village: "",
    team: "",
    address: "",
    phone: "",
    head: "",
    people: 0,
    monitored: "",
    cause: "",
    relief: [],
    open: 0,
    search: "",
    pairs: [],
    file: fileOf({ number, ...values }),
  };
  deriveHousehold(record, people);
  return record;
}

function personRecord(
  { household }: MadeHousehold,
  person: string,
  { values, position }: { values: Values; position: number },
): PersonRecord {
  const empty = { name: "", identity: "", birth: "", sex: "", relation: "" };
  const record: PersonRecord = {
    ...empty,
    person,
    household,
    position,
    ended: null,
    account: null,
    version: 1,
    file: fileOf(values),
  };
  derivePerson(record);
  return record;
}

function fileOf(values: Values): HouseholdRecord["file"] {
  const fields = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { version: 1, value }]));
  return { version: 1, fields, open: {} };
}
