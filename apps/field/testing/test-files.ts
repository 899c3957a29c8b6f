import { emptyFile, type SubjectFile, valuesOf } from "@mingbai/registry/content/file/subject-file";
import type { Values } from "@mingbai/registry/content/file/value";
import { fieldClasses } from "@mingbai/registry/content/form/definition";
import type { HouseholdFile, OpenField } from "@mingbai/registry/views/household";
import type { HouseholdLine } from "@mingbai/registry/views/households";

/** Somebody of the invented village, and the place where the village is. */
export const worker = { account: "00000000000000a1", keyId: "00000000000000b1", name: "卓一鸣" };
export const other = { account: "00000000000000a2", name: "陶然" };
const keeper = { id: "fengxi-town", en: "Fengxi Town", zh: "枫溪镇" };
export const area = { id: "yunling", en: "Yunling", zh: "云岭村" };
export const village = "339912104205";
export const testNowMs = Date.parse("2026-11-20T06:05:00Z");

/** A household as the test's ledger keeps it: the folded file of each subject, and who wrote which version. */
export interface TestHousehold {
  readonly household: string;
  readonly people: string[];
  readonly files: Map<string, SubjectFile>;
  readonly writers: Map<string, { account: string; name: string; timeMs: number }>;
}

export function testFile(values: Values): SubjectFile {
  const fields = Object.entries(values).map(([field, value]) => [field, { version: 1, value }] as const);
  return { ...emptyFile, version: 1, fields: Object.fromEntries(fields) };
}

/** A household of two in the invented village. */
export function testHousehold(number: number, [head, other]: readonly [string, string]): TestHousehold {
  const id = (of: number) => (number * 16 + of).toString(16).padStart(16, "0");
  const people = [id(1), id(2)];
  const files = new Map([
    [
      id(0),
      testFile({
        number: `YL-${number}`,
        village,
        team: `${number} 组`,
        address: `云岭村 ${number} 号`,
        phone: "13800000000",
        place: [26_580_100, 104_830_200],
        monitored: "3",
        water: "well",
        vehicles: 1,
      }),
    ],
    [id(1), testFile({ name: head, relation: "01", sex: "1", birth: "1968-05-20", health: "2" })],
    [id(2), testFile({ name: other, relation: "10", sex: "2", birth: "1970-11-02" })],
  ]);
  return { household: id(0), people, files, writers: new Map() };
}

const nobody = { account: "0".repeat(16), name: "", timeMs: 0 };

export function lineOf({ household, people, files }: TestHousehold): HouseholdLine {
  const own = valuesOf(files.get(household) ?? emptyFile);
  const head = valuesOf(files.get(people[0] ?? "") ?? emptyFile);
  const open = [...files.values()].reduce((sum, file) => sum + Object.keys(file.open).length, 0);
  return {
    household,
    number: String(own.number ?? ""),
    head: String(head.name ?? ""),
    people: people.length,
    area,
    team: String(own.team ?? ""),
    monitored: String(own.monitored ?? ""),
    cause: String(own.cause ?? ""),
    responsible: { account: worker.account, name: worker.name },
    open,
    ended: null,
    changedMs: testNowMs,
  };
}

/** The whole file as its view answers. */
export function fileOf(one: TestHousehold, readAt: { height: number; timeMs: number }): HouseholdFile {
  const { household, people, files } = one;
  const own = files.get(household) ?? emptyFile;
  const residents = people.map((person) => {
    const file = files.get(person) ?? emptyFile;
    return { person, version: file.version, ended: null, account: null, values: valuesOf(file) };
  });
  return {
    ...lineOf(one),
    keeper,
    version: own.version,
    openedMs: testNowMs,
    import: null,
    purpose: "visit",
    classes: [...fieldClasses],
    values: valuesOf(own),
    residents,
    former: [],
    openFields: [...files].flatMap(([subject, file]) => openFieldsOf(one, subject, file)),
    may: ["registry.recordChanges"],
    readAt,
  };
}

function openFieldsOf({ writers }: TestHousehold, subject: string, file: SubjectFile): OpenField[] {
  const said = (state: { version: number; value?: OpenField["now"]["value"] }) => {
    const { timeMs, ...by } = writers.get(`${subject}/${state.version}`) ?? nobody;
    return { ...state, by, timeMs };
  };
  return Object.entries(file.open).map(([field, others]) => ({
    subject,
    field,
    now: said(file.fields[field] ?? { version: 0 }),
    others: others.map(said),
  }));
}
