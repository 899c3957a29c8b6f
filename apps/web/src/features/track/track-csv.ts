import type { TrackStep } from "@mingbai/treasury/views";
import type { Text } from "../../i18n/use-text.ts";
import { csvAmount, csvLine } from "../payments/payments-csv.ts";

/** The table of steps as CSV, in the words of the page, with each step's transaction for those who verify. */
export function trackCsv(
  steps: readonly TrackStep[],
  words: {
    readonly t: Text;
    time(timeMs: number): string;
    readonly currency: { readonly code: string; readonly decimals: number };
  },
): string {
  const { t, currency } = words;
  const name = (party: TrackStep["from"]) => (party?.nature === "many" ? t("ui.many") : (party?.name ?? ""));
  const head = [
    t("track.step"),
    t("track.time"),
    t("track.from"),
    t("track.to"),
    t("track.amount"),
    t("payments.csv.currency"),
    t("track.by"),
    t("payments.csv.id"),
    t("payments.csv.height"),
  ];
  const rows = steps.map((step) => [
    `${step.step} ${t(`track.kind.${step.kind}`)}`,
    words.time(step.timeMs),
    name(step.from),
    name(step.to),
    csvAmount(step.amountMinor, currency.decimals),
    currency.code,
    [...step.actors.map((actor) => actor.name), step.bankReference ?? ""].filter((part) => part !== "").join("; "),
    step.transaction.id,
    step.transaction.height.toString(),
  ]);
  return `\ufeff${[head, ...rows].map(csvLine).join("")}`;
}
