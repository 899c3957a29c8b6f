import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { Money } from "../../ui/money.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { placeKey } from "../pay/pay-plan.ts";
import { RedeemPanel } from "./redeem-panel.tsx";
import type { Holding } from "./use-holdings.ts";

/** What is held by fund and tranche: free, on its way to the bank, in vouchers of its own; and the way to redeem it. */
export function HoldingsTable({
  holdings,
  openKey,
  onOpen,
}: {
  holdings: readonly Holding[];
  /** The place that is being redeemed. */
  openKey: string | undefined;
  onOpen(key: string | undefined): void;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  const sum = (part: "freeMinor" | "lockedMinor" | "namedMinor") =>
    holdings.reduce((total, { place }) => total + place[part], 0);
  const opened = holdings.find(({ place }) => placeKey(place) === openKey);
  return (
    <>
      <table className="tbl holdings-table">
        <caption className="sr">{t("redemptions.holdings")}</caption>
        <TableHead
          columns={[
            { head: t("redemptions.place") },
            { head: t("redemptions.free", { unit }), look: "r" },
            { head: t("redemptions.locked"), look: "wide r" },
            { head: t("redemptions.named"), look: "wide r" },
            { head: t("redemptions.redeem"), isUnseen: true },
          ]}
        />
        <tbody>
          {holdings.map((holding) => {
            const { place, refusal } = holding;
            const key = placeKey(place);
            return (
              <tr key={key} className={key === openKey ? "on" : ""}>
                <th scope="row">
                  {t("redemptions.from", { fund: place.fund.name, tranche: place.tranche })}
                  {holding.holderName !== "" && <span className="sm i3"> {holding.holderName}</span>}
                  <span className="narrow sm i2">
                    {t("redemptions.locked")} <Money minor={place.lockedMinor} />
                  </span>
                  <span className="narrow sm i2">
                    {t("redemptions.named")} <Money minor={place.namedMinor} />
                  </span>
                  {refusal !== undefined && (
                    <span className="order-why sm i2">{t(`redemptions.cannot.${refusal}`)}</span>
                  )}
                </th>
                <MoneyCell minor={place.freeMinor} />
                <MoneyCell wide minor={place.lockedMinor} />
                <MoneyCell wide minor={place.namedMinor} />
                <td className="r">
                  {refusal === undefined && (
                    <button
                      type="button"
                      className="btn s"
                      aria-expanded={key === openKey}
                      onClick={() => onOpen(key === openKey ? undefined : key)}
                    >
                      <Icon name="lock" size={14} />
                      {t("redemptions.redeem")}
                      <span className="sr">
                        {" "}
                        {t("redemptions.from", { fund: place.fund.name, tranche: place.tranche })}
                      </span>
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("ui.total")}</th>
            <MoneyCell minor={sum("freeMinor")} />
            <MoneyCell wide minor={sum("lockedMinor")} />
            <MoneyCell wide minor={sum("namedMinor")} />
            <td />
          </tr>
        </tfoot>
      </table>
      {opened && <RedeemPanel key={openKey} holding={opened} onClose={() => onOpen(undefined)} />}
    </>
  );
}
