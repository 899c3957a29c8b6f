import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { fromHex } from "@mingbai/codec/hex";
import { identityProjection } from "@mingbai/identity/projection/identity-projection";
import { accountOf, type Person } from "@mingbai/identity/testing/test-ledger";
import { personSubject } from "@mingbai/identity/vault-content";
import type { Event } from "@mingbai/ledger/definition/event";
import { postsProjection } from "@mingbai/posts/projection/posts-projection";
import type { Query, QueryReader } from "@mingbai/read-model/define-query";
import { partSubject } from "@mingbai/read-model/given-part";
import type { ProjectedBlock } from "@mingbai/read-model/projected-block";
import type { Projection } from "@mingbai/read-model/projection";
import type { Vault } from "@mingbai/read-model/vault-port";
import { TestTables } from "@mingbai/testkit/test-tables";
import type { SubjectPart } from "../content/file/part.ts";
import type { Values } from "../content/file/value.ts";
import type { FormDefinition } from "../content/form/definition.ts";
import { formSet } from "../events/form-set.ts";
import { registryProjection } from "../projection/registry-projection.ts";
import { people, startMs, type TestScene, testScene } from "./test-scene.ts";

export function readerOf({ account, organisation, roles }: Person): QueryReader {
  return { account, organisation, roles };
}

/** A ledger with files, a vault with what they say, and tables that are made of both. */
export class FileScene {
  readonly tables: TestTables;
  readonly scene: TestScene;
  readonly #blocks: ProjectedBlock[] = [];
  readonly #vault = new Map<string, CanonicalObject>();
  #numbered = 0x100;

  constructor(tables: TestTables) {
    this.tables = tables;
    this.scene = testScene();
    for (const [name, { account }] of Object.entries(people))
      this.#vault.set(personSubject(account), { kind: "person", name });
  }

  /** `others`: projections of other domains that tell of files as well. */
  static startTables(...others: readonly Projection[]): Promise<TestTables> {
    return TestTables.start([identityProjection, postsProjection, ...others, registryProjection]);
  }

  /** What a writer says of a subject goes into the vault; returns its commitment, which nothing here recomputes. */
  keep(who: Person, subject: string, part: Partial<SubjectPart>): string {
    return this.say(who, subject, { kind: "part", form: 1, reason: "visit", sets: {}, ...part });
  }

  /** The same of any text about a subject. */
  say({ account: giver }: Person, subject: string, content: CanonicalObject): string {
    const commitment = (++this.#numbered).toString(16).padStart(64, "0");
    this.#vault.set(partSubject({ subject, commitment, giver }), { salt: "00".repeat(32), content });
    return commitment;
  }

  /** The vault has lost what it kept of a subject. */
  lose(subject: string): void {
    for (const name of this.#vault.keys()) if (name.startsWith(`part/${subject}/`)) this.#vault.delete(name);
  }

  /** Signs an act at the next moment; it is a block of its own. */
  does(who: Person, verb: string, input: object): void {
    this.scene.timeMs += 1_000;
    this.scene.must(who, verb, input);
    this.#addBlock(this.scene.events);
  }

  /** Members have voted this form. */
  votes(form: FormDefinition): void {
    this.scene.timeMs += 1_000;
    this.#addBlock([formSet({ form })]);
  }

  /** What happens by itself at a moment is a block, too. */
  waits(untilMs: number): void {
    this.#addBlock(this.scene.wait(untilMs));
  }

  #addBlock(events: readonly Event[]): void {
    const number = this.#blocks.length;
    const id = fromHex((number + 1).toString(16).padStart(64, "0"));
    const leaf = { id, height: number + 1, timeMs: this.scene.timeMs };
    const nothing = new Uint8Array(32);
    this.#blocks.push({
      number,
      height: number + 1,
      timeMs: this.scene.timeMs,
      appHash: nothing,
      logSize: number + 1,
      logRoot: nothing,
      effects: nothing,
      bodyBytes: 0,
      transactions: [
        {
          logIndex: number,
          leaf: leaf as ProjectedBlock["transactions"][number]["leaf"],
          leafBytes: nothing,
          events,
          refusal: undefined,
          refusedLines: [],
          envelope: undefined,
        },
      ],
    });
  }

  /** Begins a file. People are numbered from the household's number on; the first of them is its head. */
  opens(
    who: Person,
    household: string,
    { area = "hill", values = {}, people: residents }: { area?: string; values?: Values; people: readonly Values[] },
  ): readonly string[] {
    const numbers = residents.map((_, at) => accountOf(Number.parseInt(household, 16) + at + 1));
    const persons = residents.map((said, at) => {
      const subject = numbers[at] ?? "";
      return { subject, content: this.keep(who, subject, { sets: setsOf(said) }) };
    });
    const content = this.keep(who, household, { sets: setsOf(values) });
    this.does(who, "openHouseholds", { households: [{ household, area, content, people: persons }] });
    return numbers;
  }

  /** Changes one subject's file, having seen `base`. */
  changes(who: Person, subject: string, base: number, part: Partial<SubjectPart>): void {
    this.does(who, "recordChanges", { changes: [{ subject, base, content: this.keep(who, subject, part) }] });
  }

  /** Says what for, and asks for a file. */
  async looks(who: Person, query: Query, household: string, purpose = "visit"): Promise<unknown> {
    this.does(who, "openFiles", { purpose, households: [household] });
    await this.project();
    return this.ask(query, { household }, who);
  }

  ask(query: Query, params: Record<string, unknown>, who: Person): Promise<unknown> {
    return this.tables.ask(query, params, readerOf(who));
  }

  /** Makes all tables from zero. */
  async project(): Promise<void> {
    const vault: Vault = { find: async (name) => this.#vault.get(name) };
    await this.tables.project(this.#blocks, () => 1, { vault, founding: this.#founding });
  }

  /** The same, but what these subjects' parts say comes to the vault only after all blocks. */
  async projectLate(subjects: readonly string[]): Promise<void> {
    const late = [...this.#vault.keys()].filter((name) => subjects.some((one) => name.startsWith(`part/${one}/`)));
    let isThere = false;
    const vault: Vault = {
      find: async (name) => (isThere || !late.includes(name) ? this.#vault.get(name) : undefined),
    };
    const comesLater = (): readonly string[] => {
      isThere = true;
      return late;
    };
    await this.tables.project(this.#blocks, () => 1, { vault, founding: this.#founding, comesLater });
  }

  get #founding() {
    return { timeMs: startMs, events: this.scene.founders };
  }
}

function setsOf(values: Values): SubjectPart["sets"] {
  return Object.fromEntries(Object.entries(values).map(([field, to]) => [field, { to }]));
}
