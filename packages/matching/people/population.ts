import { readPhone } from "../fields/compare-phones.ts";
import { type Address, readAddress } from "../fields/read-address.ts";
import { type Birth, readBirth } from "../fields/read-birth.ts";
import { readIdentityNumber } from "../fields/read-identity-number.ts";
import { readName } from "../names/read-name.ts";
import type { Person } from "../person.ts";
import type { Count, CountedName, CountedPhone, ReadPerson } from "./read-person.ts";

/**
 * Reads people and counts how many of them share a name or a telephone. Counts do not depend on the order in which
 * people come. Texts of people who were removed stay, counted as none.
 */
export class Population {
  #people = 0;
  readonly #names = new Map<string, CountedName>();
  readonly #bases = new Map<string, Count>();
  readonly #sounds = new Map<number, Count>();
  readonly #phones = new Map<string, CountedPhone>();
  readonly #addresses = new Map<string, Address>();
  readonly #births = new Map<string, Birth>();

  get people(): number {
    return this.#people;
  }

  /** Reads a person without counting them; the counts that they hold are those of the people added, now and later. */
  read(person: Person): ReadPerson {
    const identityNumber = readIdentityNumber(person.identityNumber);
    return {
      id: person.id,
      name: this.#names.get(person.name) ?? this.#readName(person.name),
      identityNumber,
      birth: this.#births.get(person.birth ?? "") ?? readBirth(person.birth, identityNumber),
      sex: person.sex,
      village: person.village === "" ? undefined : person.village,
      address: this.#addresses.get(person.address ?? "") ?? readAddress(person.address),
      phone: this.#readPhone(person.phone),
    };
  }

  /** Reads a person and counts them. */
  add(person: Person): ReadPerson {
    const read = this.read(person);
    const { name, birth, address, phone } = read;
    this.#names.set(person.name, name);
    this.#bases.set(name.base, name.alike);
    this.#sounds.set(name.soundKey, name.sounding);
    if (phone !== undefined) this.#phones.set(phone.number, phone);
    if (address !== undefined && person.address !== undefined) this.#addresses.set(person.address, address);
    if (birth?.isFromNumber === false && person.birth !== undefined) this.#births.set(person.birth, birth);
    this.#count(read, 1);
    return read;
  }

  /** Counts a person no more whom `add` gave. */
  remove(read: ReadPerson): void {
    this.#count(read, -1);
  }

  #count({ name, phone }: ReadPerson, by: 1 | -1): void {
    this.#people += by;
    name.alike.bearers += by;
    name.sounding.bearers += by;
    if (phone !== undefined) phone.bearers += by;
  }

  #readName(text: string): CountedName {
    const name = readName(text);
    return {
      text: name.text,
      glyphs: name.glyphs,
      surnameLength: name.surnameLength,
      base: name.base,
      soundKey: name.soundKey,
      alike: this.#bases.get(name.base) ?? { bearers: 0 },
      sounding: this.#sounds.get(name.soundKey) ?? { bearers: 0 },
    };
  }

  #readPhone(text: string | undefined): CountedPhone | undefined {
    const number = readPhone(text);
    return number === undefined ? undefined : (this.#phones.get(number) ?? { number, bearers: 0 });
  }
}
