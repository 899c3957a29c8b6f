import type { bankDaysView } from "@mingbai/treasury/views/bank-close";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { useFormat } from "../../ui/use-format.ts";

type BankDay = ResultOf<typeof bankDaysView>["days"][number];

const daysShown = 7;
const looks: Readonly<Record<BankDay["state"] | "differs", readonly [IconName, string]>> = {
  closed: ["tick", "ok"],
  pending: ["half", "warn"],
  open: ["ring", "i3"],
  differs: ["warn", "warn"],
};

/** The latest bank days in a row, each with how far it is; earlier ones in a list. */
export function DayStrip({
  days,
  at,
  onChoose,
}: {
  days: readonly BankDay[];
  at: string | undefined;
  onChoose(day: string): void;
}) {
  const { t } = useText();
  const format = useFormat();
  const shown = days.slice(0, daysShown).toReversed();
  const earlier = days.slice(daysShown);
  const stateOf = (day: BankDay) => (day.openDifferences > 0 ? "differs" : day.state);
  return (
    <nav className="day-strip" aria-label={t("reconciliation.days")}>
      {earlier.length > 0 && (
        <label className="row">
          <span className="sr">{t("reconciliation.days.earlier")}</span>
          <select
            className="field"
            value={earlier.some(({ day }) => day === at) ? at : ""}
            onChange={(event) => event.target.value !== "" && onChoose(event.target.value)}
          >
            <option value="">{t("reconciliation.days.earlier")}</option>
            {earlier.map((one) => (
              <option key={one.day} value={one.day}>
                {format.day(one.day)} {t(`reconciliation.dayState.${stateOf(one)}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul>
        {shown.map((one) => {
          const [icon, tone] = looks[stateOf(one)];
          return (
            <li key={one.day}>
              <button
                type="button"
                className={one.day === at ? "plain day-button on" : "plain day-button"}
                aria-current={one.day === at ? "date" : undefined}
                onClick={() => onChoose(one.day)}
              >
                <span className="num">{one.day.slice(5)}</span>
                <span className={tone}>
                  <Icon name={icon} size={14} />
                </span>
                <span className="sr">{t(`reconciliation.dayState.${stateOf(one)}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
