import { rankFacts } from "../facts/rank-facts.ts";
import { compareHousehold } from "./compare-household.ts";
import type { Question } from "./subjects.ts";
import type { Reason } from "./verdict.ts";

/** People without a file whom departments know to be in hardship, by the household that a register or the survey has them in. */
export interface Unregistered {
  /** Number in the household register, else of the survey's sheet; absent where neither names one. */
  readonly together?: string;
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

/**
 * The opposite rules, asked about people who are in no file: in the order of their numbers, so that the order of lists
 * does not matter. The dead are left out.
 */
export function findUnregistered(question: CountyQuestion): Unregistered[] {
  const found: Unregistered[] = [];
  for (const group of groupTogether(question)) {
    if (group.people.length === 0) continue;
    const reasons = reasonsOf(group, question, {}).filter(({ isOpposite }) => isOpposite);
    if (reasons.length === 0) continue;
    const against = reasonsOf(group, question, asIfMonitored).filter(({ isOpposite }) => !isOpposite);
    found.push({ ...group, reasons, against });
  }
  return found;
}

type Group = Pick<Unregistered, "together" | "people" | "besides">;

function reasonsOf({ people }: Group, { rules, facts, index, day }: CountyQuestion, values: { monitored?: string }) {
  const entries = people.map(({ identityNumber, name }) => ({ values: { identityNumber, name } }));
  return compareHousehold({ rules, facts, index, day, file: { household: "", values, people: entries } }).reasons;
}

function groupTogether(question: CountyQuestion): Group[] {
  const { facts, index } = question;
  const groups = new Map<
    string,
    { together?: string; people: Unregistered["people"][number][]; besides: Set<string> }
  >();
  for (const number of [...facts.numbers()].sort()) {
    const person = findPerson(number, question);
    if (person === undefined) continue;
    const { together, name } = person;
    const key = together === undefined ? `alone/${number}` : `together/${together}`;
    const group = groups.get(key) ?? { people: [], besides: new Set(), ...(together !== undefined && { together }) };
    groups.set(key, group);
    const households = index.householdsOf(number);
    for (const household of households) group.besides.add(household);
    if (households.length === 0) group.people.push({ identityNumber: number, name });
  }
  return [...groups.values()].map((group) => ({ ...group, besides: [...group.besides] }));
}

/** Who a number is, unless they are dead. */
function findPerson(
  number: string,
  { facts, rules, day }: CountyQuestion,
): { together?: string; name: string } | undefined {
  const known = rankFacts(facts.about(number), rules.trust, day).filter(({ standing }) => standing === "counts");
  const [first] = known;
  if (first === undefined || known.some(({ fact }) => fact.kind === "death")) return undefined;
  const textOf = (kind: string, field: string) => known.find(({ fact }) => fact.kind === kind)?.fact.values[field];
  const together = textOf("register", "register") ?? textOf("surveyed", "household");
  return { name: first.fact.name, ...(typeof together === "string" && { together }) };
}
