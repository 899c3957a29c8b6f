import { utf8 } from "@mingbai/codec/bytes";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { commitmentOf } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { contentSubject } from "@mingbai/read-model/given-content";
import { offerTable } from "@mingbai/treasury/offers/tables";
import { findTranche } from "@mingbai/treasury/reads";
import { trancheTable } from "@mingbai/treasury/tables";
import { demoNumber } from "./demo-keys.ts";
import { type DemoPlan, demoBankAccount, voucherFund } from "./demo-plan.ts";
import type { DemoScene, DemoStep } from "./demo-step.ts";
import { momentOf } from "./demo-year.ts";

const dayMs = 86_400_000;
const office = "district-office";
const manager = "district-manager";
const shop = "merchant-0";
const otherShop = "merchant-1";

interface PlannedOffer {
  readonly title: string;
  readonly about: string;
  readonly each: number;
  readonly count: number;
  readonly perDay: number;
  readonly days: number;
  readonly takers: CanonicalObject;
}

const springOffer: PlannedOffer = {
  title: "春茶节消费券",
  about: "在东溪茶馆、柳湾饭庄都能用。",
  each: 5_000,
  count: 200,
  perDay: 3_000,
  days: 20,
  takers: { kind: "residents", area: "lanwan" },
};
const visitorsOffer: PlannedOffer = {
  title: "澜湾旅游消费券",
  about: "来澜湾的游客和本区居民都能领，每人一份，餐饮和茶馆都能用。",
  each: 10_000,
  count: 500,
  perDay: 6_000,
  days: 75,
  takers: { kind: "anyone" },
};
const waitingOffer: PlannedOffer = {
  title: "冬至暖心券",
  about: "给本区居民，餐饮商户使用。",
  each: 3_000,
  count: 300,
  perDay: 3_000,
  days: 45,
  takers: { kind: "residents", area: "lanwan" },
};

/** An offer on its way: its id once it is proposed. */
interface Story {
  readonly scene: DemoScene;
  id: string;
}

/** Vouchers of the demo: an offer that ended, one that runs, one that waits for approval; purchases, and a shop that redeems. */
export function voucherSteps(scene: DemoScene, { months, untilMs }: DemoPlan): DemoStep[] {
  const beginMs = momentOf(months[0] ?? "", { day: 3 });
  const spring: Story = { scene, id: "" };
  const running: Story = { scene, id: "" };
  const at = (daysBefore: number, run: () => Promise<unknown>): DemoStep => ({
    atMs: Math.max(beginMs, untilMs - daysBefore * dayMs),
    run,
  });
  const buy =
    (story: Story, person: string, amount: number, where = shop) =>
    () =>
      spend(story, { person, amount, where });
  return [
    at(121, () => registerShops(scene)),
    at(120, () => open(spring, springOffer)),
    at(119, () => take(spring, ["person-0", "person-1"])),
    at(118, buy(spring, "person-0", 2_600)),
    at(117, buy(spring, "person-1", 2_250, otherShop)),
    at(95, () => collect(spring, ["person-0", "person-1"])),
    at(20, () => open(running, visitorsOffer)),
    at(19, () => take(running, ["visitor-0", "person-0", "person-1"])),
    at(18, buy(running, "visitor-0", 3_800)),
    at(16, buy(running, "person-0", 1_800)),
    at(12, buy(running, "person-1", 5_900, otherShop)),
    at(9, () => redeem(scene, { amount: 5_600, endToEndId: "XF-00001" })),
    at(8, () => payOut(scene, { amount: 5_600, endToEndId: "XF-00001", atMs: untilMs - 8 * dayMs })),
    at(2, buy(running, "person-0", 2_400)),
    at(1, buy(running, "visitor-0", 1_500)),
    at(1, () => propose({ scene, id: "" }, waitingOffer)),
  ];
}

function registerShops({ as }: DemoScene): Promise<unknown> {
  const merchants = [
    { account: demoNumber(shop), area: "qingshi-dongxi" },
    { account: demoNumber(otherShop), area: "qingshi-liuwan" },
  ];
  return as("admin").act("treasury.registerMerchants", { merchants });
}

async function propose(story: Story, { title, about, days, ...terms }: PlannedOffer): Promise<void> {
  const { ledger, as } = story.scene;
  const content = { kind: "offer", title, about };
  // The salt is the demo's own, which protects nobody.
  const salt = sha256(utf8(`mingbai demo offer: ${title}`));
  const commitment = toHex(commitmentOf({ salt, content }));
  await ledger.vault.put([
    { subject: contentSubject({ commitment, giver: demoNumber(manager) }), content: { salt: toHex(salt), content } },
  ]);
  const fromMs = ledger.chain.head.timeMs;
  const from = { holder: demoNumber(office), fund: voucherFund.fund, tranche: depositTranche(story.scene) };
  const merchants = { kind: "registered" };
  const input = { from, ...terms, fromMs, untilMs: fromMs + days * dayMs, merchants, content: commitment };
  story.id = (await as(manager).act("treasury.proposeOffer", input)).id;
}

async function open(story: Story, planned: PlannedOffer): Promise<void> {
  await propose(story, planned);
  for (const approver of ["finance-deputy", "finance-approver"]) {
    await story.scene.as(approver).act("treasury.approveOffer", { offer: story.id });
  }
}

async function take({ scene, id }: Story, people: readonly string[]): Promise<void> {
  for (const person of people) await scene.as(person).act("treasury.takeOffer", { offer: id });
}

function spend(
  { scene, id }: Story,
  { person, amount, where }: { person: string; amount: number; where: string },
): Promise<unknown> {
  const reference = toHex(sha256(utf8(`mingbai demo purchase: ${id} ${person} ${amount}`)).subarray(0, 16));
  return scene.as(person).act("treasury.spend", { offer: id, merchant: demoNumber(where), amount, reference });
}

/** Where the ledger's time did not run on, the offer has not ended and keeps what it has. */
async function collect({ scene, id }: Story, people: readonly string[]): Promise<void> {
  const { state } = scene.ledger.chain;
  const tranche = state.table(offerTable).find(id)?.tranche;
  if (tranche === undefined || findTranche(state, tranche)?.expired !== true) return;
  await scene.as(manager).act("treasury.collectOffer", { offer: id, takers: people.map(demoNumber) });
}

function redeem({ ledger, as }: DemoScene, { amount, endToEndId }: { amount: number; endToEndId: string }) {
  const from = { holder: demoNumber(shop), fund: voucherFund.fund, tranche: depositTranche({ ledger, as }) };
  return as(shop).act("treasury.redeem", { from, amount, endToEndId });
}

async function payOut(
  { as }: DemoScene,
  { amount, endToEndId, atMs }: { amount: number; endToEndId: string; atMs: number },
): Promise<void> {
  await as("finance").act("treasury.releaseOrders", { endToEndIds: [endToEndId] });
  const valueDay = new Date(atMs).toISOString().slice(0, 10);
  const line = { kind: "payout", reference: `BK-${endToEndId}`, valueDay, amount, endToEndId };
  await as("bank").act("treasury.bookBankLines", { bankAccount: demoBankAccount, lines: [line] });
}

function depositTranche({ ledger }: DemoScene): number {
  const rows = ledger.chain.state.table(trancheTable).entries();
  const found = rows.find(([, row]) => row.fund === voucherFund.fund && row.source === "deposit");
  if (found === undefined) throw new Error("the demo has no money for vouchers");
  return Number(found[0]);
}
