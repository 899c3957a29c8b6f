import { Chains } from "./blocking/chains.ts";
import { type KeyName, keyNames, makeKey } from "./blocking/keys.ts";
import { peopleMax } from "./blocking/limits.ts";
import { Population } from "./people/population.ts";
import type { ReadPerson } from "./people/read-person.ts";
import type { Person } from "./person.ts";

/** Holes are closed when they are more than half of this many rows or more. */
const rowsToCloseMin = 1_024;

/** The people of a register by the keys under which they are compared; kept up to date one by one. */
export class PersonIndex {
  readonly #population = new Population();
  readonly #rowOf = new Map<string, number>();
  #rows: (ReadPerson | undefined)[] = [];
  #chains = makeChains();

  get size(): number {
    return this.#rowOf.size;
  }

  /** Adds a person, or puts them in the place of whoever had their id. */
  add(person: Person): void {
    if (this.size >= peopleMax) throw new RangeError(`more than ${peopleMax} people`);
    this.remove(person.id);
    this.#place(this.#population.add(person));
  }

  /** Takes a person out; says whether there was one. */
  remove(id: string): boolean {
    const row = this.#rowOf.get(id);
    const person = row === undefined ? undefined : this.#rows[row];
    if (row === undefined || person === undefined) return false;
    this.#rows[row] = undefined;
    this.#rowOf.delete(id);
    this.#population.remove(person);
    if (this.#rows.length >= rowsToCloseMin && this.size * 2 < this.#rows.length) this.#closeHoles();
    return true;
  }

  /** Reads somebody who is not in the register, as the register would. */
  read(person: Person): ReadPerson {
    return this.#population.read(person);
  }

  /** Those who share a key with `person`, the latest added first. */
  *sharing(key: KeyName, person: ReadPerson): Generator<ReadPerson> {
    for (const row of this.#chains[key].rows(makeKey[key](person))) {
      const found = this.#rows[row];
      if (found !== undefined) yield found;
    }
  }

  #place(person: ReadPerson): void {
    this.#rowOf.set(person.id, this.#rows.length);
    this.#rows.push(person);
    for (const key of keyNames) this.#chains[key].add(makeKey[key](person));
  }

  #closeHoles(): void {
    const people = this.#rows.filter((person) => person !== undefined);
    this.#rows = [];
    this.#chains = makeChains();
    for (const person of people) this.#place(person);
  }
}

function makeChains(): Record<KeyName, Chains> {
  return {
    identityNumber: new Chains(),
    identityTail: new Chains(),
    identityWithoutDay: new Chains(),
    identityHead: new Chains(),
    nameAndYear: new Chains(),
    nameAndVillage: new Chains(),
    nameAndDay: new Chains(),
    birthAndSurname: new Chains(),
    birthAndGiven: new Chains(),
    phoneAndName: new Chains(),
    lookAndVillage: new Chains(),
  };
}
