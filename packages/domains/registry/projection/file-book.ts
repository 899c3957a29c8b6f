import type { ProjectionContext } from "@mingbai/read-model/projection";
import { foldPart } from "../content/file/fold-part.ts";
import type { SubjectPart } from "../content/file/part.ts";
import { emptyFile } from "../content/file/subject-file.ts";
import { deriveHousehold, derivePerson } from "./derived.ts";
import { insertRows, type Row } from "./insert-rows.ts";
import type { NamedPart } from "./named-parts.ts";
import type { HouseholdRecord, PersonRecord } from "./tables.ts";
import { type Counted, writeTallies } from "./tallies.ts";

/** Tables whose rows are only added. */
type Added = "part" | "happening" | "reading";

/** The households that some events touch, with their people: read once, changed in memory, written together. */
export class FileBook {
  readonly #context: ProjectionContext;
  readonly #households: Map<string, HouseholdRecord>;
  readonly #people: Map<string, PersonRecord>;
  /** Who lives where, or ever did. */
  readonly #homes = new Map<string, Set<PersonRecord>>();
  /** Households and people that have rows. */
  readonly #written: ReadonlySet<string>;
  readonly #changed = new Set<string>();
  readonly #changedPeople = new Set<string>();
  readonly #rows: { [table in Added]: Row[] } = { part: [], happening: [], reading: [] };

  private constructor(
    context: ProjectionContext,
    households: readonly HouseholdRecord[],
    people: readonly PersonRecord[],
  ) {
    this.#context = context;
    this.#households = new Map(households.map((record) => [record.household, record]));
    this.#people = new Map(people.map((record) => [record.person, record]));
    this.#written = new Set([...this.#households.keys(), ...this.#people.keys()]);
    for (const record of people) this.#home(record.household).add(record);
  }

  /** Reads these households and all who ever lived in them. */
  static async open(context: ProjectionContext, households: readonly string[]): Promise<FileBook> {
    // PERF: a reading touches no file: 32 people who open files wait for it. Bench: registry.open.
    if (households.length === 0) return new FileBook(context, [], []);
    const [found, people] = [
      await context.query("select to_json(one) as one from registry.household one where household = any($1)", [
        households,
      ]),
      await context.query("select to_json(one) as one from registry.person one where household = any($1)", [
        households,
      ]),
    ];
    return new FileBook(
      context,
      found.map(({ one }) => one as HouseholdRecord),
      people.map(({ one }) => one as PersonRecord),
    );
  }

  household(household: string): HouseholdRecord {
    const record = this.#households.get(household);
    if (record === undefined) throw new Error(`the tables have no household ${household}`);
    this.#changed.add(household);
    return record;
  }

  person(person: string): PersonRecord {
    const record = this.#people.get(person);
    if (record === undefined) throw new Error(`the tables have no person ${person}`);
    this.#changedPeople.add(person);
    this.#changed.add(record.household);
    return record;
  }

  createHousehold(parts: Pick<HouseholdRecord, "household" | "keeper" | "area" | "opened_ms" | "import">): void {
    this.#households.set(parts.household, {
      ...parts,
      responsible: null,
      ended: null,
      merged_into: null,
      changed_ms: parts.opened_ms,
      version: 0,
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
      file: emptyFile,
    });
    this.#changed.add(parts.household);
  }

  createPerson(person: string, household: string): void {
    const record: PersonRecord = {
      person,
      household,
      position: this.#nextPosition(household),
      ended: null,
      account: null,
      version: 0,
      name: "",
      identity: "",
      birth: "",
      sex: "",
      relation: "",
      file: emptyFile,
    };
    this.#people.set(person, record);
    this.#home(household).add(record);
    this.#changedPeople.add(person);
    this.#changed.add(household);
  }

  move(person: string, to: string): void {
    const record = this.person(person);
    this.#home(record.household).delete(record);
    record.household = to;
    record.position = this.#nextPosition(to);
    this.#home(to).add(record);
    this.#changed.add(to);
  }

  /** The subject's file has a part more, of which nothing more may be known yet than its version. */
  addPart({ subject, household, version, base }: NamedPart, part: SubjectPart | undefined): void {
    const record = this.subject(subject);
    record.version = version;
    if (part !== undefined) record.file = foldPart(record.file, { version, base, part });
    this.#changed.add(household);
  }

  subject(subject: string): HouseholdRecord | PersonRecord {
    return this.#households.has(subject) ? this.household(subject) : this.person(subject);
  }

  add(table: Added, row: Row): void {
    this.#rows[table].push(row);
  }

  async flush(): Promise<void> {
    if (this.#changed.size > 0) await this.#flushFiles();
    for (const table of ["part", "happening", "reading"] as const)
      await insertRows(this.#context, table, this.#rows[table]);
  }

  async #flushFiles(): Promise<void> {
    const context = this.#context;
    const people = [...this.#changedPeople].map((person) => this.person(person));
    for (const person of people) derivePerson(person);
    const households = [...this.#changed].map((household) => this.household(household));
    for (const record of households) deriveHousehold(record, [...this.#home(record.household)]);
    const gone = await this.#takeOut();
    await insertRows(context, "household", households);
    await insertRows(context, "person", people);
    await writeTallies(context, { gone, households });
  }

  /** Takes out the rows of those that changed; how the households among them were counted. */
  async #takeOut(): Promise<readonly Counted[]> {
    const { query } = this.#context;
    const people = [...this.#changedPeople].filter((person) => this.#written.has(person));
    if (people.length > 0) await query("delete from registry.person where person = any($1)", [people]);
    const households = [...this.#changed].filter((household) => this.#written.has(household));
    if (households.length === 0) return [];
    const rows = await query(
      "delete from registry.household where household = any($1) returning json_build_object('keeper', keeper, 'area', area, 'monitored', monitored, 'cause', cause, 'open', open, 'ended', ended, 'people', people) as one",
      [households],
    );
    return rows.map(({ one }) => one as Counted);
  }

  #home(household: string): Set<PersonRecord> {
    const home = this.#homes.get(household) ?? new Set();
    this.#homes.set(household, home);
    return home;
  }

  #nextPosition(household: string): number {
    let last = 0;
    for (const { position } of this.#home(household)) if (position > last) last = position;
    return last + 1;
  }
}
