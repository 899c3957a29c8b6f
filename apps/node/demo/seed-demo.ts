import { accountsPerCommandMax } from "@mingbai/treasury/schema";
import { LocalActor } from "../local-actor.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { demoNumber, demoSigner } from "./demo-keys.ts";
import {
  type DemoPlan,
  demoBankAccount,
  depositFor,
  funds,
  operatingFund,
  type PlannedAccount,
  voucherDeposit,
  voucherFund,
} from "./demo-plan.ts";
import type { DemoScene, DemoStep } from "./demo-step.ts";
import { momentOf, monthOf } from "./demo-year.ts";
import { caseSteps } from "./files/case-steps.ts";
import { countySteps } from "./files/county-steps.ts";
import { heFamilySteps } from "./files/he-family-steps.ts";
import { helperSteps } from "./files/helper-steps.ts";
import { putDemoNames } from "./put-demo-names.ts";
import { type Lane, runLanes } from "./run-lanes.ts";
import { listSteps } from "./seed-lists.ts";
import { matterSteps } from "./seed-matters.ts";
import { voucherSteps } from "./seed-vouchers.ts";

/** How the seeding tells of itself, and sets the ledger's time; a ledger of another clock keeps that. */
export interface SeedWays {
  readonly say?: (step: string) => void;
  readonly setTime?: (timeMs: number) => void;
  /** Lets what different people apply for happen side by side within a day: faster, but not the same order in each run. */
  readonly isSideBySide?: boolean;
}

/** Fills a new demo ledger with the plan's months of an invented district. */
export async function seedDemo(ledger: OpenLedger, plan: DemoPlan, ways: SeedWays = {}): Promise<void> {
  const { say = () => undefined, setTime = () => undefined } = ways;
  const actors = new Map<string, LocalActor>();
  const as = (id: string): LocalActor => {
    const actor = actors.get(id) ?? new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
    actors.set(id, actor);
    return actor;
  };
  say("accounts and funds");
  await putDemoNames(ledger);
  await putPlanNames(ledger, plan);
  setTime(momentOf(plan.months[0] ?? "", { day: 2 }));
  await openAccounts(as, plan.accounts);
  await openFunds(as, plan);
  const scene = { ledger, as };
  let said = "";
  const begin = (atMs: number): void => {
    const month = monthOf(atMs);
    if (month !== said) say(month);
    said = month;
    setTime(atMs);
  };
  if (ways.isSideBySide === true) return runLanes(lanesOf(scene, plan), { untilMs: plan.untilMs, onDay: begin });
  const steps = lanesOf(scene, plan).flatMap((lane) => lane.steps);
  for (const { atMs, run } of steps.sort((one, other) => one.atMs - other.atMs)) {
    if (atMs > plan.untilMs) break;
    begin(atMs);
    await run();
  }
}

/** Individuals share a lane, as they are paid from the same tranches: two at once could both count on the last of one. */
function lanesOf(scene: DemoScene, plan: DemoPlan): Lane[] {
  return [
    { name: "vouchers", steps: voucherSteps(scene, plan) },
    { name: "files", steps: fileSteps(scene, plan) },
    ...plan.lists.map((list) => ({ name: `fund ${list.fund}`, steps: listSteps(scene, list) })),
    ...plan.matters.map((matter) => {
      const { applicant } = matter.desk;
      const name = applicant.startsWith("person-") ? "individuals" : applicant;
      return { name, steps: matterSteps(scene, matter) };
    }),
  ];
}

/** One lane: the county's files, those of the family whose story is told, and the village's cases are written by the same people. */
function fileSteps(scene: DemoScene, plan: DemoPlan): readonly DemoStep[] {
  if (plan.households === 0) return [];
  return [
    ...countySteps(scene, plan),
    ...heFamilySteps(scene, plan),
    ...caseSteps(scene, plan),
    ...helperSteps(scene, plan),
  ];
}

type As = DemoScene["as"];

/** Whose the plan's accounts and funds are. */
export async function putPlanNames({ vault }: Pick<OpenLedger, "vault">, { accounts }: DemoPlan): Promise<void> {
  await vault.put(
    accounts.map(({ id, name, kind }) => ({
      subject: demoNumber(id),
      content: {
        kind: "account",
        name,
        nature: kind === "person" ? "person" : "organisation",
        bankAccount: `6217${demoNumber(`bank account ${id}`).toUpperCase()}`,
      },
    })),
  );
  await vault.put(allFunds.map(({ fund, name }) => ({ subject: `fund/${fund}`, content: { kind: "fund", name } })));
}

async function openAccounts(as: As, accounts: readonly PlannedAccount[]): Promise<void> {
  for (let at = 0; at < accounts.length; at += accountsPerCommandMax) {
    const some = accounts.slice(at, at + accountsPerCommandMax);
    await as("admin").act("treasury.openAccounts", {
      accounts: some.map(({ id, kind, organisation }) => ({
        account: demoNumber(id),
        kind,
        ...(organisation !== undefined && { organisation }),
      })),
    });
  }
}

const allFunds = [...funds, voucherFund];

async function openFunds(as: As, plan: DemoPlan): Promise<void> {
  for (const { fund, code, office } of allFunds) {
    await as("finance").act("treasury.createFund", {
      fund,
      code,
      office: demoNumber(office),
      returnExpiryDays: 365,
      ...(fund === operatingFund.fund && { operatingBasisPoints: operatingFund.basisPoints }),
    });
  }
  const deposits = allFunds.map(({ fund }) => ({
    kind: "deposit",
    reference: `IN-2026-${fund}`,
    valueDay: `${plan.months[0]}-02`,
    amount: fund === voucherFund.fund ? voucherDeposit : depositFor(plan, fund),
    fund,
  }));
  await as("bank").act("treasury.bookBankLines", { bankAccount: demoBankAccount, lines: deposits });
}
