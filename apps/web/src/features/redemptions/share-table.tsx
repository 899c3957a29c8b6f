import type { ShareRow } from "@mingbai/treasury/views/acts";
import { useText } from "../../i18n/use-text.ts";
import { Figure } from "../../ui/figure.tsx";
import { Money } from "../../ui/money.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";

const basisPointsPerPercent = 100;

/** What offices may still pay out for themselves this year, and the figures it comes from. */
export function ShareTable({ shares, year, height }: { shares: readonly ShareRow[]; year: number; height: number }) {
  const { t } = useText();
  const { unit } = useFormat();
  return (
    <section className="shares" aria-labelledby="shares-title">
      <h2 id="shares-title">{t("redemptions.shares", { year })}</h2>
      <p className="sm i2">{t(shares.length === 0 ? "redemptions.shares.none" : "redemptions.shares.rule")}</p>
      {shares.length > 0 && (
        <table className="tbl">
          <caption className="sr">{t("redemptions.shares", { year })}</caption>
          <TableHead
            columns={[
              { head: t("redemptions.fund") },
              { head: t("redemptions.share.percent"), look: "r" },
              { head: t("redemptions.share.may", { unit }), look: "r" },
            ]}
          />
          <tbody>
            {shares.map((share) => (
              <tr key={`${share.office.account} ${share.fund.id}`}>
                <th scope="row">
                  {share.fund.name} <span className="sm i3">{share.office.name}</span>
                </th>
                <td className="r num">{(share.basisPoints / basisPointsPerPercent).toFixed(1)}%</td>
                <td className="r">
                  <ShareFigure share={share} height={height} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The share in parts that add up; where it is used up, plainly nothing. */
function ShareFigure({ share, height }: { share: ShareRow; height: number }) {
  const { t } = useText();
  const { money } = useFormat();
  const { receivedMinor, returnedMinor, redeemedMinor, mayMinor } = share;
  if (mayMinor === 0) return <Money minor={0} />;
  const parts = [
    {
      label: t("redemptions.share.whole"),
      note: t("redemptions.share.of", { received: money(receivedMinor), returned: money(returnedMinor) }),
      minor: mayMinor + redeemedMinor,
    },
    { label: t("redemptions.share.redeemed"), minor: -redeemedMinor },
  ];
  return <Figure minor={mayMinor} opened={{ parts, height }} />;
}
