import type { fundTotalsView } from "@mingbai/treasury/views";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { Figure, type FigureParts } from "../../ui/figure.tsx";
import { percentText, shortParts } from "../../ui/format-money.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { useFormat } from "../../ui/use-format.ts";

export type FundTotals = ResultOf<typeof fundTotalsView>;

type Part = "deposited" | "paid" | "left";
const parts = ["deposited", "paid", "left"] as const;
const field = { deposited: "depositedMinor", paid: "paidMinor", left: "leftMinor" } as const;

/** Deposited = paid + left: each opens into its funds, rounded so that the short figures still add up. */
export function ThreeFigures({ data }: { data: FundTotals }) {
  const { t, language } = useText();
  const { moneyWithUnit, unit } = useFormat();
  const { currency } = useLedger();
  const { total, funds, readAt } = data;
  const rounded = shortParts(total.depositedMinor, [total.paidMinor, total.leftMinor], { currency, language });
  const figures = { deposited: rounded.total, paid: rounded.parts[0] ?? "", left: rounded.parts[1] ?? "" };
  const opened = (part: Part): FigureParts => ({
    parts: funds.map((fund) => ({
      label: fund.name,
      minor: fund[field[part]],
      to: `/payments?fund=${encodeURIComponent(fund.id)}`,
    })),
    height: readAt.height,
    ways: [{ label: t("overview.seePayments"), to: "/payments" }],
  });
  const paid = percentText(total.paidMinor, total.depositedMinor, language);
  const left = percentText(total.leftMinor, total.depositedMinor, language);
  const share = total.depositedMinor > 0 ? (total.paidMinor / total.depositedMinor) * 1000 : 0;
  return (
    <>
      <dl className="three">
        {parts.map((part) => {
          const minor = total[field[part]];
          return (
            <div key={part} className={part}>
              <dt>{t(`overview.${part}`)}</dt>
              <dd className="num">
                <Figure minor={minor} opened={opened(part)}>
                  <span className="figure-big">{figures[part]}</span>
                </Figure>{" "}
                <small>{language === "zh" ? rounded.scale + unit : `${rounded.scale} ${unit}`}</small>
                <div className="exact">{moneyWithUnit(minor)}</div>
              </dd>
            </div>
          );
        })}
      </dl>
      <svg
        className="whole-bar"
        viewBox="0 0 1000 18"
        preserveAspectRatio="none"
        role="img"
        aria-label={t("overview.wholeName", { paid, left })}
      >
        <rect x="0" y="0" width="1000" height="18" className="left" vectorEffect="non-scaling-stroke" />
        <rect x="0" y="0" width={share} height="18" className="spent" />
      </svg>
      <div className="row sm i2 num" aria-hidden="true">
        <span>{t("overview.paidShare", { percent: paid })}</span>
        <span className="sp" />
        <span>{t("overview.leftShare", { percent: left })}</span>
      </div>
    </>
  );
}
