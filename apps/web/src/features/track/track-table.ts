import type { ListedTable } from "@mingbai/sdk/tables/listed-table";
import type { TrackStep } from "@mingbai/treasury/views";
import type { Text } from "../../i18n/use-text.ts";

/** The table of steps in the words of the page, with each step's transaction for those who verify. */
export function trackTable(
  steps: readonly TrackStep[],
  words: {
    readonly t: Text;
    time(timeMs: number): string;
    readonly currency: { readonly code: string; readonly decimals: number };
  },
): ListedTable {
  const { t, currency } = words;
  const name = (party: TrackStep["from"]) => (party?.nature === "many" ? t("ui.many") : (party?.name ?? null));
  return {
    name: t("track.steps"),
    decimals: currency.decimals,
    columns: [
      { head: t("track.step"), kind: "text", widthChars: 16 },
      { head: t("track.time"), kind: "text" },
      { head: t("track.from"), kind: "text", widthChars: 28 },
      { head: t("track.to"), kind: "text", widthChars: 28 },
      { head: t("track.amount"), kind: "amount" },
      { head: t("payments.csv.currency"), kind: "text", widthChars: 6 },
      { head: t("track.by"), kind: "text", widthChars: 36 },
      { head: t("payments.csv.id"), kind: "text", widthChars: 66 },
      { head: t("payments.csv.height"), kind: "count" },
    ],
    rows: steps
      .values()
      .map((step) => [
        `${step.step} ${t(`track.kind.${step.kind}`)}`,
        words.time(step.timeMs),
        name(step.from),
        name(step.to),
        step.amountMinor,
        currency.code,
        [...step.actors.map((actor) => actor.name), step.bankReference ?? ""].filter((part) => part !== "").join("; "),
        step.transaction.id,
        step.transaction.height,
      ]),
  };
}
