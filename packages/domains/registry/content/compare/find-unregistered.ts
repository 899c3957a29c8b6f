import { rankFacts } from "../facts/rank-facts.ts";
import { compareHousehold } from "./compare-household.ts";
import type { Question } from "./subjects.ts";
import type { Reason } from "./verdict.ts";

/** People without a file whom departments know to be in hardship, all of one household of a register or the survey. */
export interface Unregistered {
  /** Number in the household register, else of the survey's sheet; absent where neither names one. */
  readonly together?: string;
  /** Code of the village (12 digits) in which they are registered; absent where no list says it. */
  readonly village?: string;
  readonly people: readonly { readonly identityNumber: string; readonly name: string }[];
  /** Households of this registry that hold others of the same register: they may only lack these people. */
  readonly besides: readonly string[];
  /** What speaks for help. */
  readonly reasons: readonly Reason[];
  /** What the other rules would find of them if they were monitored: it speaks against. */
  readonly against: readonly Reason[];
}

type CountyQuestion = Omit<Question, "file">;

/** The same people as if they were monitored: what would be found then speaks against it. */
const asIfMonitored = { monitored: "1" };

/** The opposite rules, asked about people who are in no file, whatever order lists came in. The dead are left out. */
export function findUnregistered(question: CountyQuestion): Unregistered[] {
  const found: Unregistered[] = [];
  for (const group of groupTogether(question)) {
    const reasons = reasonsOf(group, question, {}).filter(({ isOpposite }) => isOpposite);
    if (reasons.length === 0) continue;
    const against = reasonsOf(group, question, asIfMonitored).filter(({ isOpposite }) => !isOpposite);
    found.push({ ...group, reasons, against });
  }
  return found;
}

type Group = Pick<Unregistered, "together" | "village" | "people" | "besides">;

function reasonsOf({ people }: Group, { rules, facts, index, day }: CountyQuestion, values: { monitored?: string }) {
  const entries = people.map(({ identityNumber, name }) => ({ values: { identityNumber, name } }));
  return compareHousehold({ rules, facts, index, day, file: { household: "", values, people: entries } }).reasons;
}

interface Gathered {
  readonly together?: string;
  readonly village?: string;
  readonly people: Unregistered["people"][number][];
  readonly besides: Set<string>;
}

function groupTogether(question: CountyQuestion): Group[] {
  const { facts, index } = question;
  const groups = new Map<string, Gathered>();
  const filed: string[] = [];
  for (const number of facts.numbers()) {
    if (index.householdsOf(number).length > 0) filed.push(number);
    else gather(groups, number, question);
  }
  for (const number of filed) noteBesides(groups, number, question);
  const gathered = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return gathered.map(([, group]) => ({ ...group, people: inOrder(group.people), besides: [...group.besides].sort() }));
}

function gather(groups: Map<string, Gathered>, number: string, question: CountyQuestion): void {
  const person = findPerson(number, question);
  if (person === undefined) return;
  const { name, ...where } = person;
  const key = where.together === undefined ? `alone/${number}` : keyOf(where.together);
  const group = groups.get(key) ?? { people: [], besides: new Set(), ...where };
  groups.set(key, group);
  group.people.push({ identityNumber: number, name });
}

/** Who has a file is of the same register as somebody without one where any list says so. */
function noteBesides(groups: Map<string, Gathered>, number: string, { facts, index }: CountyQuestion): void {
  for (const { kind, values } of facts.about(number)) {
    const together = kind === "register" ? values.register : kind === "surveyed" ? values.household : undefined;
    const group = typeof together === "string" ? groups.get(keyOf(together)) : undefined;
    if (group !== undefined) for (const household of index.householdsOf(number)) group.besides.add(household);
  }
}

function keyOf(together: string): string {
  return `together/${together}`;
}

function inOrder(people: Unregistered["people"]): Unregistered["people"] {
  return people.toSorted((a, b) => (a.identityNumber < b.identityNumber ? -1 : 1));
}

/** Who a number is, unless they are dead. */
function findPerson(
  number: string,
  { facts, rules, day }: CountyQuestion,
): { together?: string; village?: string; name: string } | undefined {
  const known = rankFacts(facts.about(number), rules.trust, day).filter(({ standing }) => standing === "counts");
  const [first] = known;
  if (first === undefined || known.some(({ fact }) => fact.kind === "death")) return undefined;
  const textOf = (kind: string, field: string) => known.find(({ fact }) => fact.kind === kind)?.fact.values[field];
  const together = textOf("register", "register") ?? textOf("surveyed", "household");
  const village = textOf("register", "village");
  return {
    name: first.fact.name,
    ...(typeof together === "string" && { together }),
    ...(typeof village === "string" && { village }),
  };
}
