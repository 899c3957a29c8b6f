import { demoChoice, demoNumber } from "./demo-keys.ts";
import { type PlannedMatter, planMatters } from "./demo-matters.ts";
import { merchantNames, supplierNames } from "./demo-suppliers.ts";
import { momentOf } from "./demo-year.ts";
import { demoPeople } from "./people.ts";

/** One payment that the demo makes: to whom, how much, under which texts. */
export interface PlannedPayment {
  readonly payee: string;
  readonly amount: number;
  readonly reference: string;
  readonly purpose: string;
  readonly paidOn: string;
}

export interface PlannedList {
  readonly fund: number;
  readonly month: string;
  readonly payments: readonly PlannedPayment[];
}

export interface PlannedAccount {
  readonly id: string;
  readonly kind: "office" | "supplier" | "person";
  readonly name: string;
  readonly organisation?: string;
}

export interface DemoPlan {
  readonly months: readonly string[];
  readonly accounts: readonly PlannedAccount[];
  readonly lists: readonly PlannedList[];
  readonly matters: readonly PlannedMatter[];
  /** How many household files there are. */
  readonly households: number;
  /** What would happen later has not happened yet. */
  readonly untilMs: number;
}

export const demoBankAccount = "ESCROW-3399-0437";

export const funds = [
  { fund: 1, code: "LN-2026", name: "高龄老人津贴", office: "civil-office", purpose: "高龄津贴" },
  { fund: 2, code: "JZ-2026", name: "困难残疾人生活补贴", office: "civil-office", purpose: "残疾人补贴" },
  { fund: 3, code: "XQ-2026", name: "老旧小区改造专项", office: "street-office", purpose: "工程款" },
  { fund: 4, code: "ZX-2026", name: "义务教育助学金", office: "district-office", purpose: "助学金" },
] as const;
/** Of what an office receives of this fund it may redeem 3 % a year for its own operating costs. */
export const operatingFund = { fund: 4, basisPoints: 300 } as const;

/** Of consumer vouchers: no list and no matter is paid from it. */
export const voucherFund = { fund: 5, code: "XF-2026", name: "文旅消费券", office: "district-office" } as const;
export const voucherDeposit = 60_000_000;

const offices: readonly PlannedAccount[] = [
  { id: "district-office", kind: "office", name: "澜湾区财政局", organisation: "district-finance" },
  { id: "civil-office", kind: "office", name: "澜湾区民政局", organisation: "civil-affairs" },
  { id: "street-office", kind: "office", name: "青石街道办事处", organisation: "qingshi-street" },
];
const suppliers: readonly PlannedAccount[] = supplierNames.map((name, index) => ({
  id: `supplier-${index}`,
  kind: "supplier",
  name,
}));
const shops = merchantNames.map((name, index) => ({ id: `merchant-${index}`, kind: "supplier" as const, name }));
const visitor: PlannedAccount = { id: "visitor-0", kind: "person", name: "林远航" };
const familyNames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const givenNames = "安平和宁秀兰桂芳玉珍建国志强小梅明华春生海燕文斌雪莲";
const buildingFund = 3;
const depositStep = 100_000_000;
/** The whole demo: a year has more than 100,000 payments and 200 matters. */
export const demoSize = { people: 6_800, matters: 260 };

/** How much of a district is told. */
export interface DemoSize {
  readonly months: readonly string[];
  readonly people: number;
  readonly matters: number;
  /** Household files; none unless given. */
  readonly households?: number;
  readonly untilMs: number;
}

/** Everything the demo does in these months, the same on every machine. All names are invented. */
export function demoPlan({ months, people: count, matters: matterCount, households = 0, untilMs }: DemoSize): DemoPlan {
  const people = Array.from({ length: count }, (_, index): PlannedAccount => {
    const id = `person-${index}`;
    return { id, kind: "person", name: demoPeople.find((person) => person.id === id)?.name ?? nameOf(id) };
  });
  const lists = months.flatMap((month) => funds.map((fund) => listOf(fund, month, people)));
  const matters = planMatters({ fromMs: momentOf(months[0] ?? "", { day: 3 }), untilMs, count: matterCount });
  return {
    months,
    accounts: [...offices, ...suppliers, ...shops, visitor, ...people],
    lists,
    matters,
    households,
    untilMs,
  };
}

/** What the plan's lists of a fund need, and as much again or what its matters ask for, in whole millions. */
export function depositFor(plan: DemoPlan, fund: number): number {
  const payments = plan.lists.filter((list) => list.fund === fund).flatMap((list) => list.payments);
  const needed = sumOf(payments);
  const asked = sumOf(plan.matters.filter(({ desk }) => desk.fund === fund));
  return Math.ceil((needed + Math.max(needed, asked)) / depositStep) * depositStep;
}

function sumOf(of: readonly { readonly amount: number }[]): number {
  return of.reduce((sum, { amount }) => sum + amount, 0);
}

function nameOf(id: string): string {
  const given = (part: number): string => givenNames.charAt(demoChoice(`${id} given ${part}`, givenNames.length));
  return familyNames.charAt(demoChoice(`${id} family`, familyNames.length)) + given(1) + given(2);
}

/** Suppliers are paid from the fund for buildings; each other fund has its own part of the people. */
function listOf(
  { fund, purpose }: (typeof funds)[number],
  month: string,
  people: readonly PlannedAccount[],
): PlannedList {
  const payees =
    fund === buildingFund
      ? suppliers
      : people.filter((_, index) => index % 4 === fund % 4 || (fund === 1 && index % 2 === 0));
  return {
    fund,
    month,
    payments: payees.map(({ id }, number) => {
      const choose = (what: string, below: number): number => demoChoice(`${fund} ${month} ${id} ${what}`, below);
      return {
        payee: demoNumber(id),
        amount: fund === buildingFund ? 1_000_000 + choose("amount", 60_000_000) : 5_000 + choose("amount", 45) * 1_000,
        reference: `${month.replace("-", "")}-${String(number).padStart(4, "0")}`,
        purpose: `${month.slice(5)} 月${purpose}`,
        paidOn: `${month}-${String(5 + choose("day", 20)).padStart(2, "0")}`,
      };
    }),
  };
}
