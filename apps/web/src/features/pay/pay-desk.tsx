import type { MatterDetail } from "@mingbai/workflow/views";
import { useState } from "react";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { Signing } from "../../ui/signing.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { planPayments } from "./pay-plan.ts";
import { PayRow } from "./pay-row.tsx";
import { PlacesTable } from "./places-table.tsx";
import type { usePurse } from "./use-purse.ts";
import { useWhyNot } from "./why-not.ts";

/** The list that is signed: each matter with the money that pays it, and what remains afterwards. */
export function PayDesk({ matters, purse }: { matters: readonly MatterDetail[]; purse: ReturnType<typeof usePurse> }) {
  const { t } = useText();
  const { unit, moneyWithUnit } = useFormat();
  const whyNot = useWhyNot();
  const settle = useSettledAct();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [isSigning, setSigning] = useState(false);
  const [paid, setPaid] = useState<{ count: number; sumMinor: number }>();
  const funds = new Map(purse.funds.map(({ number, id }) => [number, id]));
  const plan = planPayments(matters, purse.places ?? [], { chosen, funds });
  const sumMinor = matters.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const stuck = matters.filter((matter, index) => whyNot(matter) !== undefined || !plan[index]?.place).length;
  const first = matters[0];
  useKeys({ a: () => paid === undefined && stuck === 0 && setSigning(true) });

  const sign = async () => {
    const items = matters.flatMap((matter, index) => {
      const place = plan[index]?.place;
      if (!place) return [];
      return [
        {
          matter: matter.id,
          version: matter.version,
          from: { holder: place.holder, fund: matter.fund, tranche: place.tranche },
        },
      ];
    });
    await settle("treasury.disburse", { items });
    setSigning(false);
    setPaid({ count: items.length, sumMinor });
  };
  if (paid) {
    return (
      <div className="note ok" role="status">
        <Icon name="tick" />
        <div>
          <b>{t("pay.done", { count: paid.count, sum: moneyWithUnit(paid.sumMinor) })}</b>
          <p>{t("pay.done.next")}</p>
          <p>
            <Link to="/work">{t("pay.done.back")}</Link>
          </p>
        </div>
      </div>
    );
  }
  return (
    <>
      <table className="tbl pay-table">
        <caption className="sr">{t("pay.title")}</caption>
        <TableHead
          columns={[
            { head: t("work.matter") },
            { head: t("pay.place") },
            { head: t("work.amount", { unit }), look: "r" },
          ]}
        />
        <tbody>
          {matters.map((matter, index) => {
            const planned = plan[index];
            return (
              planned && (
                <PayRow
                  key={matter.id}
                  matter={matter}
                  planned={planned}
                  whyNot={whyNot(matter)}
                  onChoose={(key) => setChosen({ ...chosen, [matter.id]: key })}
                />
              )
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("work.sum", { count: matters.length })}</th>
            <td />
            <MoneyCell minor={sumMinor} />
          </tr>
        </tfoot>
      </table>
      <PlacesTable plan={plan} />
      <div className="act-foot">
        <section className="act-bar" aria-label={t("matter.acts")}>
          <p className="sm i2 act-words">{stuck > 0 && t("pay.stuck", { count: stuck })}</p>
          <span className="sp" />
          <button
            type="button"
            className={stuck === 0 ? "btn p" : "btn"}
            aria-disabled={stuck > 0}
            onClick={() => stuck === 0 && setSigning(true)}
          >
            <Icon name="right" size={14} />
            {t("pay.do", { count: matters.length, sum: moneyWithUnit(sumMinor) })} <kbd>A</kbd>
          </button>
        </section>
      </div>
      {isSigning && first && (
        <Signing
          title={t("pay.sign.title")}
          verb={t("pay.sign.verb")}
          sentence={
            matters.length === 1
              ? t("matter.sign.disburse", {
                  title: first.title,
                  payee: first.payee.name,
                  amount: moneyWithUnit(sumMinor),
                })
              : t("pay.sign.many", { count: matters.length, sum: moneyWithUnit(sumMinor) })
          }
          totals={[
            { label: t("pay.sign.count"), value: matters.length },
            { label: t("pay.sign.payees"), value: new Set(matters.map(({ payee }) => payee.account)).size },
            { label: t("pay.sign.funds"), value: [...new Set(matters.map(({ fundName }) => fundName))].join(", ") },
            { label: t("pay.sign.sum"), value: moneyWithUnit(sumMinor) },
          ]}
          sign={sign}
          close={() => setSigning(false)}
        />
      )}
    </>
  );
}
