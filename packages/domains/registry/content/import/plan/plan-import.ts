import { knownFields } from "../../form/known-fields.ts";
import type { ReadHousehold } from "../read/read-household.ts";
import type { AlikeFinder, AlikePerson, KnownFiles, KnownPlace } from "./known-files.ts";
import { placesOf, planHousehold } from "./plan-household.ts";
import type { PlannedHousehold } from "./planned-household.ts";

/** So many households are asked about at once. */
const askedHouseholdsMax = 500;

export interface PlanOptions {
  readonly known: KnownFiles;
  /** Where nobody looks for people who may be the same, none are found. */
  readonly alike?: AlikeFinder;
  /**
   * Said by a person who has seen the disagreements: the rest of such households goes ahead, without the fields in dispute, which
   * stay queued. Otherwise they are held whole.
   */
  readonly withoutDisputed?: boolean;
}

/**
 * What an import would do with each household, against what the registry knows: in the order of the list, and holding no
 * more of it than `askedHouseholdsMax`, and the known households that were met. Nothing is written; who writes hands in the bases, and the registry keeps both
 * values where somebody else was first.
 */
export async function* planImport(
  households: Iterable<ReadHousehold> | AsyncIterable<ReadHousehold>,
  options: PlanOptions,
): AsyncGenerator<PlannedHousehold> {
  const taken = new Set<string>();
  let batch: ReadHousehold[] = [];
  for await (const household of households) {
    batch.push(household);
    if (batch.length < askedHouseholdsMax) continue;
    yield* planBatch(batch, options, taken);
    batch = [];
  }
  yield* planBatch(batch, options, taken);
}

async function* planBatch(
  batch: readonly ReadHousehold[],
  options: PlanOptions,
  taken: Set<string>,
): AsyncGenerator<PlannedHousehold> {
  const open = batch.filter((household) => mayGoAhead(household, options));
  const numbers = open.flatMap(({ household }) => household.people.flatMap(({ values }) => numberOf(values)));
  const places =
    numbers.length === 0 ? new Map<string, KnownPlace>() : await options.known.findByIdentity([...new Set(numbers)]);
  const alike = await findAlike(open, places, options.alike);
  for (const read of batch) {
    if (!mayGoAhead(read, options)) {
      yield { read, outcome: "held", people: [], conflicts: [], alike: [], notNamed: [] };
      continue;
    }
    const planned = planHousehold(read, places, { alike: alike.get(read) ?? [], taken });
    if (planned.household !== undefined) taken.add(planned.household);
    yield planned;
  }
}

/** Who may be the people of households of whom nobody is known. */
async function findAlike(
  open: readonly ReadHousehold[],
  places: ReadonlyMap<string, KnownPlace>,
  finder: AlikeFinder | undefined,
): Promise<ReadonlyMap<ReadHousehold, readonly (readonly AlikePerson[])[]>> {
  const unknown = open.filter(({ household }) => placesOf(household, places).every((place) => place === undefined));
  if (finder === undefined || unknown.length === 0) return new Map();
  const found = await finder.findAlike(unknown.map(({ household }) => household));
  return new Map(unknown.map((read, at) => [read, found[at] ?? []]));
}

function mayGoAhead({ state }: ReadHousehold, { withoutDisputed = false }: PlanOptions): boolean {
  return state === "ready" || state === "doubts" || (state === "disagreement" && withoutDisputed);
}

function numberOf(values: ReadHousehold["household"]["values"]): string[] {
  const number = values[knownFields.person.identityNumber];
  return typeof number === "string" ? [number] : [];
}
