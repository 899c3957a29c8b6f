import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { ComparedDay } from "./compare-day.ts";

/** The verdict in words: everything meets, some lines differ and are named, or something is left unexplained. */
export function VerdictNote({ compared }: { compared: ComparedDay }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const { differences, suspense, matched, equation } = compared;
  if (equation.gap !== 0) {
    return (
      <div className="note bad" role="status">
        <Icon name="cross" />
        <div>
          <b>{t("reconciliation.gap", { gap: moneyWithUnit(Math.abs(equation.gap)) })}</b>
          <p>{t("reconciliation.gap.how")}</p>
        </div>
      </div>
    );
  }
  const count = differences.length + suspense.length;
  if (count === 0) {
    return (
      <div className="note ok" role="status">
        <Icon name="tick" />
        <b>{t("reconciliation.equal", { count: matched.length })}</b>
      </div>
    );
  }
  return (
    <div className="note warn" role="status">
      <Icon name="warn" />
      <div>
        <b>{t("reconciliation.differs", { count })}</b>
        <p>{t("reconciliation.differs.how")}</p>
      </div>
    </div>
  );
}
