import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { ApplicationContent } from "@mingbai/workflow/content";
import { demoChoice } from "./demo-keys.ts";
import { supplierNames } from "./demo-suppliers.ts";
import { type MatterDesk, matterDesks } from "./matter-desks.ts";

/** How a matter goes. */
export const courses = ["prompt", "returned", "forwarded", "disputed", "slow", "withdrawn", "forgotten"] as const;
export type Course = (typeof courses)[number];

/** A matter of the demo, with everything that will be said in it. */
export interface PlannedMatter {
  readonly id: string;
  readonly number: number;
  readonly atMs: number;
  readonly desk: MatterDesk;
  readonly course: Course;
  readonly amount: number;
  readonly content: ApplicationContent;
}

/** Of ten matters six go straight through. */
const courseOf: readonly Course[] = [
  "prompt",
  "prompt",
  "returned",
  "prompt",
  "prompt",
  "forwarded",
  "prompt",
  "disputed",
  "prompt",
  "slow",
];
const withdrawnEvery = 37;
/** This matter and the one that many before it carry the same invoice: one of them is a mistake, and is found. */
const invoiceTwice = { number: 131, before: 20 };
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** How long before the end most desks have something that waits for them. */
const recentMs = 4 * dayMs;
const recentPart = 0.18;
/** As many places before the recent ones stands a matter that nobody has looked at: some two weeks old, it is overdue. */
const forgottenBefore = 6;
/** In fewer matters than this every one is needed for another course. */
const yearCountMin = 100;

/** Matters of a time, the same on every machine: spread evenly, and the last of them over its last days. */
export function planMatters({ fromMs, untilMs, count }: { fromMs: number; untilMs: number; count: number }) {
  const recent = Math.floor(count * recentPart);
  const before = count - recent;
  const spread = (from: number, until: number, of: number, place: number): number =>
    from + ((until - from) * place) / of;
  const matters = Array.from({ length: count }, (_, number) =>
    planMatter(
      number,
      number < before
        ? spread(fromMs, untilMs - recentMs, before, number)
        : spread(untilMs - recentMs, untilMs, recent, number - before),
    ),
  );
  const forgotten = count < yearCountMin ? undefined : before - forgottenBefore;
  return matters.map((matter) => (matter.number === forgotten ? { ...matter, course: "forgotten" as const } : matter));
}

function planMatter(number: number, roughMs: number): PlannedMatter {
  const desk = matterDesks[number % matterDesks.length] ?? matterDesks[0];
  if (desk === undefined) throw new RangeError("nobody applies for anything");
  // Between 9 and 16 by the demo's zone, which is 8 hours east.
  const atMs = Math.floor(roughMs / dayMs) * dayMs + (1 + demoChoice(`matter ${number} hour`, 8)) * hourMs;
  const amount = amountOf(desk, number);
  return {
    id: toHex(sha256(utf8(`mingbai demo matter: ${number}`))),
    number,
    atMs,
    desk,
    course: findCourse(desk, number),
    amount,
    content: contentOf(desk, { number, amount, atMs }),
  };
}

function findCourse(desk: MatterDesk, number: number): Course {
  // The first one brings the street the money that others are paid from.
  if (number === 0) return "prompt";
  if (number % withdrawnEvery === withdrawnEvery - 1) return "withdrawn";
  const course = courseOf[demoChoice(`matter ${number} course`, courseOf.length)] ?? "prompt";
  return course === "forwarded" && desk.adviser === undefined ? "prompt" : course;
}

function amountOf({ amounts }: MatterDesk, number: number): number {
  const like = number === invoiceTwice.number ? number - invoiceTwice.before : number;
  return amounts.least + demoChoice(`matter ${like} amount`, amounts.steps) * amounts.step;
}

function contentOf(
  desk: MatterDesk,
  { number, amount, atMs }: { number: number; amount: number; atMs: number },
): ApplicationContent {
  const title = desk.titles[demoChoice(`matter ${number} title`, desk.titles.length)] ?? "";
  const application = { kind: "application" as const, title, proposal: desk.purpose, files: [] };
  const seller = supplierNames[Number(desk.applicant.replace("supplier-", ""))];
  if (seller === undefined) return { ...application, invoices: [] };
  const like = number === invoiceTwice.number ? number - invoiceTwice.before : number;
  const day = (beforeDays: number): string => new Date(atMs - beforeDays * dayMs).toISOString().slice(0, 10);
  const invoiceNumber = String(10_000_000 + demoChoice(`matter ${like} invoice`, 80_000_000));
  return {
    ...application,
    contract: { number: `HT-${like + 100}`, party: "青石街道办事处", signedOn: day(60), amount: amount * 2 },
    invoices: [{ number: invoiceNumber, seller, issuedOn: day(5), amount }],
  };
}
