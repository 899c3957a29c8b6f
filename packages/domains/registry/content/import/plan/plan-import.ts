import { knownFields } from "../../form/known-fields.ts";
import type { ReadHousehold } from "../read/read-household.ts";
import type { AlikeFinder, AlikePerson, KnownFiles, KnownPlace } from "./known-files.ts";
import { placesOf, planHousehold } from "./plan-household.ts";
import type { PlannedHousehold } from "./planned-household.ts";

/** So many households are asked about at once. */
const askedHouseholdsMax = 500;
/** PERF: while the registry looks for the people of so many batches, the next one is read. Bench: registry.import. */
const batchesAheadMax = 2;

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
 * more of it than `batchesAheadMax` batches and the one that is planned, and the known households that were met. Nothing is written; who
 * writes hands in the bases, and the registry keeps both values where somebody else was first.
 */
export async function* planImport(
  households: Iterable<ReadHousehold> | AsyncIterable<ReadHousehold>,
  options: PlanOptions,
): AsyncGenerator<PlannedHousehold> {
  const taken = new Set<string>();
  const ahead: Promise<AskedBatch>[] = [];
  for await (const batch of batchesOf(households)) {
    // One after the other: to open known files is an act, and acts have an order.
    const asked = (ahead.at(-1) ?? Promise.resolve()).then(() => askAbout(batch, options));
    // A fault is told when the batch's turn comes, which may never be.
    asked.catch(() => undefined);
    ahead.push(asked);
    const first = ahead.length > batchesAheadMax ? ahead.shift() : undefined;
    if (first !== undefined) yield* planBatch(await first, options, taken);
  }
  for (const asked of ahead) yield* planBatch(await asked, options, taken);
}

async function* batchesOf(
  households: Iterable<ReadHousehold> | AsyncIterable<ReadHousehold>,
): AsyncGenerator<readonly ReadHousehold[]> {
  let batch: ReadHousehold[] = [];
  for await (const household of households) {
    if (batch.push(household) < askedHouseholdsMax) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Some households, and what the registry knows of their people. */
interface AskedBatch {
  readonly batch: readonly ReadHousehold[];
  readonly places: ReadonlyMap<string, KnownPlace>;
  readonly alike: ReadonlyMap<ReadHousehold, readonly (readonly AlikePerson[])[]>;
}

async function askAbout(batch: readonly ReadHousehold[], options: PlanOptions): Promise<AskedBatch> {
  const open = batch.filter((household) => mayGoAhead(household, options));
  const numbers = open.flatMap(({ household }) => household.people.flatMap(({ values }) => numberOf(values)));
  const places =
    numbers.length === 0 ? new Map<string, KnownPlace>() : await options.known.findByIdentity([...new Set(numbers)]);
  return { batch, places, alike: await findAlike(open, places, options.alike) };
}

function* planBatch(
  { batch, places, alike }: AskedBatch,
  options: PlanOptions,
  taken: Set<string>,
): Generator<PlannedHousehold> {
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
