import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { nameOf } from "./close-items.ts";
import type { DayRow } from "./compare-day.ts";
import { maySettle } from "./who-may.ts";

/** Puts a difference of this day on the ledger, which stops minting until two people have settled it. */
export function ReportButton({ row, account, day }: { row: DayRow; account: string; day: string }) {
  const { t } = useText();
  const session = useSession();
  const settle = useSettledAct();
  const format = useFormat();
  const [isSigning, setSigning] = useState(false);
  const name = nameOf(row);
  if (session === undefined || !maySettle(session.roles) || name === undefined) return null;
  const sign = async () => {
    await settle("treasury.reportDifference", { bankAccount: account, ...name, day, effect: row.effectMinor });
    setSigning(false);
  };
  return (
    <>
      <button type="button" className="btn" onClick={() => setSigning(true)}>
        <Icon name="pause" size={14} />
        {t("reconciliation.report")}
      </button>
      {isSigning && (
        <Signing
          title={t("reconciliation.report.title")}
          verb={t("reconciliation.report.verb")}
          sentence={t("reconciliation.report.sentence", { reference: name.reference, day: format.day(day) })}
          totals={[
            { label: t("reconciliation.where"), value: t(`reconciliation.kind.${row.kind}`) },
            { label: t("reconciliation.csv.effect"), value: format.moneyWithUnit(row.effectMinor) },
          ]}
          sign={sign}
          close={() => setSigning(false)}
        />
      )}
    </>
  );
}
