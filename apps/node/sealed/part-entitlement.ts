import { viewOf } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import type { Event } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { findGivenPart, partSubject } from "@mingbai/read-model/given-part";
import { fieldClasses } from "@mingbai/registry/content/form/definition";
import { partsNamed } from "@mingbai/registry/projection/parts-named";
import { erasedTable, grantKey, grantTable, householdTable, personTable } from "@mingbai/registry/tables";
import { decodePartName, encodePartName, partNameBytes } from "../subjects/part-record.ts";
import { RowTable } from "../subjects/row-table.ts";
import { numberBytes } from "../subjects/subject-number.ts";

const placeBytes = numberBytes + 4;

/** Events by which whole files come to be for somebody else than before, and the fields that name whose. */
const turning: { readonly [type: string]: readonly string[] } = {
  "registry.accessGranted": ["household"],
  "registry.peopleMoved": ["to"],
};

/**
 * For whom parts of household files are, judged by the state as it is now: for the organisation that keeps the file, and for one
 * that was granted all classes of its fields, as long as that lasts. A part is one whole: who was granted some of its fields
 * reads them where the file is kept. Of whom was erased nobody has anything.
 */
export class PartEntitlement {
  readonly #state: () => State;
  readonly #now: () => number;
  /** The parts of each subject in their order: subject and place, then the part's name. 72 bytes and a few more a part. */
  readonly #parts = new RowTable({ rowBytes: placeBytes + partNameBytes, keyBytes: placeBytes });
  readonly #counts = new RowTable({ rowBytes: placeBytes, keyBytes: numberBytes });

  constructor({ state, now }: { state: () => State; now: () => number }) {
    this.#state = state;
    this.#now = now;
  }

  /** The parts that are new, or that may be for somebody else than before. */
  follow(event: Event): readonly string[] {
    const named = partsNamed(event);
    for (const name of named) this.#note(name);
    const fields = turning[event.type];
    if (fields === undefined) return named;
    const households = fields.map((field) => event.data[field]).filter((value) => typeof value === "string");
    return [...named, ...households.flatMap((household) => this.#ofHousehold(household))];
  }

  /** Undefined for the name of something else. */
  mayHave(organisation: string, name: string): boolean | undefined {
    const part = findGivenPart(name);
    return part && this.#mayRead(organisation, part.subject);
  }

  /** True for a part about whom the ledger has decided to erase; they may be being erased just now. */
  isErased(name: string): boolean {
    const part = findGivenPart(name);
    return part !== undefined && this.#isErased(part.subject);
  }

  #isErased(subject: Number64): boolean {
    return [subject, this.#householdOf(subject)].some(
      (one) => this.#state().table(erasedTable).find(one) !== undefined,
    );
  }

  #householdOf(subject: Number64): Number64 {
    return this.#state().table(personTable).find(subject)?.household ?? subject;
  }

  #mayRead(organisation: string, subject: Number64): boolean {
    const state = this.#state();
    const household = this.#householdOf(subject);
    const row = state.table(householdTable).find(household);
    if (this.#isErased(subject) || row === undefined) return false;
    if (row.keeper === organisation) return true;
    const grant = state.table(grantTable).find(grantKey(household, organisation));
    if (grant?.fromMs === undefined || this.#now() >= grant.untilMs) return false;
    return fieldClasses.every((one) => grant.classes.includes(one));
  }

  #ofHousehold(household: Number64): string[] {
    const people = this.#state().table(householdTable).find(household)?.people ?? [];
    return [household, ...people].flatMap((subject) => this.#ofSubject(subject));
  }

  #ofSubject(subject: Number64): string[] {
    const count = this.#countOf(fromHex(subject));
    return Array.from({ length: count }, (_, place) => {
      const row = this.#parts.find(placeOf(fromHex(subject), place));
      return row === undefined ? [] : [partSubject(decodePartName(row.subarray(placeBytes)))];
    }).flat();
  }

  #note(name: string): void {
    const part = findGivenPart(name);
    if (part === undefined) return;
    const subject = fromHex(part.subject);
    const count = this.#countOf(subject);
    const row = new Uint8Array(placeBytes + partNameBytes);
    row.set(placeOf(subject, count));
    row.set(encodePartName(part), placeBytes);
    this.#parts.add(row);
    this.#counts.set(placeOf(subject, count + 1));
  }

  #countOf(subject: Uint8Array): number {
    const row = this.#counts.find(subject);
    return row === undefined ? 0 : viewOf(row).getUint32(numberBytes, true);
  }
}

function placeOf(subject: Uint8Array, place: number): Uint8Array {
  const bytes = new Uint8Array(placeBytes);
  bytes.set(subject);
  viewOf(bytes).setUint32(numberBytes, place, true);
  return bytes;
}
