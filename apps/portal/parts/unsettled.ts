import { type PaymentStatus, paymentsSummaryView } from "@mingbai/treasury/views";
import type { fundBalancesView } from "@mingbai/treasury/views/acts";
import { type Html, html } from "../html/html.ts";
import type { ResultOf, Scene } from "../scene.ts";
import { paymentState } from "./payment-table.ts";
import { table } from "./table.ts";
import { inUnit, money, moneyWords } from "./words.ts";

const statuses = [
  "disbursed",
  "confirmed",
  "redeeming",
  "frozen",
  "burned",
  "returned",
] as const satisfies PaymentStatus[];

/** Count and sum of the payments at one status. */
interface Settling {
  readonly status: PaymentStatus;
  readonly count: number;
  readonly sumMinor: number;
}

/** Where all payments stand; together they are what was paid. Nothing entered after `asOfHeight` is counted. */
export async function askUnsettled({ ask }: Scene, asOfHeight: number): Promise<Settling[]> {
  const found = await Promise.all(
    statuses.map(async (status) => ({ status, ...(await ask(paymentsSummaryView, { status, asOfHeight })) })),
  );
  return found.filter(({ count }) => count > 0);
}

/** What has not arrived, what the bank has that is nobody's, and whether ledger and bank agree. */
export function unsettled(
  scene: Scene,
  {
    settling,
    balances,
    paidMinor,
  }: { settling: readonly Settling[]; balances: ResultOf<typeof fundBalancesView>; paidMinor: number },
): Html {
  const { t, link, status } = scene;
  const count = settling.reduce((sum, row) => sum + row.count, 0);
  const stands = table({
    caption: t("portal.unsettled"),
    columns: [
      { head: t("portal.place") },
      { head: t("portal.count"), kind: "money" },
      { head: inUnit(scene, t("ui.total")), kind: "money" },
    ],
    rows: settling.map((row) => [
      html`<a href="${link("/payments", { status: row.status })}">${paymentState(scene, { status: row.status, kind: "payment" })}</a>`,
      row.count.toLocaleString("en-US"),
      money(scene, row.sumMinor),
    ]),
    sums: [[t("ui.total"), count.toLocaleString("en-US"), money(scene, paidMinor)]],
  });
  const { behindBlocks } = status.readModel;
  const said = [
    bankWords(scene, balances),
    balances.suspenseMinor === 0
      ? t("portal.suspense.none")
      : t("portal.suspense", { amount: moneyWords(scene, balances.suspenseMinor) }),
    ...(behindBlocks > 0 ? [t("portal.behind", { count: behindBlocks })] : []),
  ];
  return html`<p>${t("portal.unsettled.lead")}</p>${stands}<ul class="said">${said.flat().map((line) => html`<li>${line}</li>`)}</ul>`;
}

function bankWords(scene: Scene, { funds }: ResultOf<typeof fundBalancesView>): string[] {
  const apart = funds.filter(
    ({ outstandingMinor, bookedMinor, claimsMinor }) => outstandingMinor !== bookedMinor + claimsMinor,
  );
  if (apart.length === 0) return [scene.t("portal.equal")];
  return apart.map(({ name, outstandingMinor, bookedMinor }) =>
    scene.t("portal.unequal", {
      fund: name,
      ledger: moneyWords(scene, outstandingMinor),
      bank: moneyWords(scene, bookedMinor),
    }),
  );
}
