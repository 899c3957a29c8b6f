import type { Table } from "../read/table.ts";
import { contentMin, type Field } from "./field.ts";
import { headerLikeness, type ReadyName, readyName } from "./header-likeness.ts";
import { headerWords } from "./header-words.ts";
import { type ColumnProfile, profileColumn } from "./profile-column.ts";

/** Which column holds a field, how sure that is (0 to 1) and why. */
export interface ColumnGuess {
  readonly column: number;
  readonly header: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly examples: readonly string[];
}

export type ColumnGuesses<Name extends string> = { readonly [name in Name]?: ColumnGuess };

const confidenceMin = 0.45;
const contentOnlyMin = 0.8;
/** Between two equally alike names the one that stands earlier in the field's list wins. */
const synonymStep = 0.004;

/** Finds a column for each field, from names and cells; a column serves one field, the surest match first. */
export function guessColumns<Name extends string>(table: Table, fields: readonly Field<Name>[]): ColumnGuesses<Name> {
  const profiles = table.header.map((_, column) => profileColumn(table, column));
  const matches = fields.flatMap((field) =>
    table.header.flatMap((header, column) => {
      const profile = profiles[column];
      const guess = profile && matchColumn({ field, header, column, profile });
      return guess === undefined ? [] : [{ field, guess }];
    }),
  );
  matches.sort((a, b) => b.guess.confidence - a.guess.confidence);
  const guesses: { [name in Name]?: ColumnGuess } = {};
  const taken = new Set<number>();
  for (const { field, guess } of matches) {
    if (guesses[field.name] !== undefined || taken.has(guess.column)) continue;
    guesses[field.name] = guess;
    taken.add(guess.column);
  }
  return guesses;
}

/** Points of a row's cells as names of columns: one for each field of which some cell is a known name. */
export function headerScore<Name extends string>(fields: readonly Field<Name>[]): (cells: readonly string[]) => number {
  const known = new Set(fields.flatMap((field) => field.synonyms.map((name) => headerWords(name).replaceAll(" ", ""))));
  return (cells) => cells.filter((cell) => known.has(headerWords(cell).replaceAll(" ", ""))).length;
}

function matchColumn<Name extends string>(input: {
  readonly field: Field<Name>;
  readonly header: string;
  readonly column: number;
  readonly profile: ColumnProfile;
}): ColumnGuess | undefined {
  const { field, header, column, profile } = input;
  if (field.never?.test(headerWords(header))) return undefined;
  const name = bestSynonym(header, field);
  const content = profile.filled === 0 ? contentMin : field.content(profile);
  const reasons: string[] = [];
  let confidence = 0;
  if (name.likeness > 0 && content >= contentMin) {
    confidence = 0.75 * name.likeness + 0.25 * content;
    reasons.push(nameReason(header, name));
    if (content >= contentOnlyMin) reasons.push("its cells look right");
  }
  if (field.byContent && content >= contentOnlyMin && confidence < 0.5 * content) {
    confidence = 0.5 * content;
    reasons.push("no name fits; its cells look right");
  }
  return confidence < confidenceMin ? undefined : { column, header, confidence, reasons, examples: profile.examples };
}

function nameReason(header: string, name: { likeness: number; synonym: string }): string {
  if (name.likeness >= 0.96) return `"${header}" is a known name`;
  return name.likeness >= 0.84
    ? `"${header}" is spelt like "${name.synonym}"`
    : `"${header}" shares words with "${name.synonym}"`;
}

function bestSynonym<Name extends string>(header: string, field: Field<Name>): { likeness: number; synonym: string } {
  let best = { likeness: 0, synonym: "" };
  const ready = readyName(header);
  readySynonyms(field).forEach(({ synonym, known }, index) => {
    const likeness = headerLikeness(ready, known) - Math.min(index, 20) * synonymStep;
    if (likeness > best.likeness) best = { likeness, synonym };
  });
  return best;
}

const prepared = new WeakMap<object, readonly { readonly synonym: string; readonly known: ReadyName }[]>();

/** A field's synonyms made ready once: every column is compared with each of them. */
function readySynonyms<Name extends string>(field: Field<Name>): readonly { synonym: string; known: ReadyName }[] {
  const found = prepared.get(field) ?? field.synonyms.map((synonym) => ({ synonym, known: readyName(synonym) }));
  prepared.set(field, found);
  return found;
}
