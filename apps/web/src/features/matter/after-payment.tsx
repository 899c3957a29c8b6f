import type { MatterDetail } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Money } from "../../ui/money.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { usePurse } from "../pay/use-purse.ts";

/** What is left of the fund once this is paid; only for those whose organisation pays. */
export function AfterPayment({ matter }: { matter: MatterDetail }) {
  const { t } = useText();
  const session = useSession();
  const isPayer = session?.organisation === matter.addressee.id;
  const { places, funds } = usePurse({ off: !isPayer });
  if (!isPayer || places === undefined) return null;
  const code = funds.find(({ number }) => number === matter.fund)?.id;
  const now = places
    .filter(({ fund, standing }) => fund.id === code && standing === "open")
    .reduce((sum, { freeMinor }) => sum + freeMinor, 0);
  const left = now - matter.amountMinor;
  return (
    <section>
      <h2>{t("matter.after")}</h2>
      <table className="tbl after-table">
        <caption className="sr">{t("matter.after")}</caption>
        <tbody>
          <tr>
            <th scope="row">{t("matter.after.now", { fund: matter.fundName })}</th>
            <MoneyCell minor={now} />
          </tr>
          <tr>
            <th scope="row">{t("matter.after.paid")}</th>
            <MoneyCell minor={-matter.amountMinor} />
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("matter.after.left")}</th>
            <td className={left < 0 ? "r bad" : "r"}>
              <Money minor={left} />
            </td>
          </tr>
        </tfoot>
      </table>
      {left < 0 && <p className="bad sm">{t("matter.after.short")}</p>}
    </section>
  );
}
