import { approvalStandingView } from "@mingbai/identity/views";
import { Link } from "react-router";
import { useView } from "../api/use-view.ts";
import { useText } from "../i18n/use-text.ts";
import { useFormat } from "./use-format.ts";

/** What the person signed in may approve without a passkey, what holds them up, and which colleagues could do the rest. */
export function ApprovalStanding({ link = false }: { link?: boolean }) {
  const { t, language } = useText();
  const { moneyWithUnit, time } = useFormat();
  const { data } = useView(approvalStandingView, {});
  if (data === undefined) return null;
  const { amount, next, cautionUntilMs, colleagues } = data;
  const names = colleagues.map(({ name, account }) => (name === "" ? account : name));
  const limitText = (minor: number | null) => (minor === null ? t("ui.limit.none") : moneyWithUnit(minor));
  return (
    <>
      <p>{amount === null ? t("ui.limit.free") : t("ui.limit", { limit: moneyWithUnit(amount) })}</p>
      {next !== null && (
        <p className="sm i2">{t("ui.limit.next", { time: time(next.fromMs), limit: limitText(next.amount) })}</p>
      )}
      {cautionUntilMs !== null && <p className="warn">{t("ui.limit.caution", { time: time(cautionUntilMs) })}</p>}
      {amount !== null && (
        <p className="sm i2">
          {names.length === 0
            ? t("ui.limit.nobody")
            : t("ui.limit.colleagues", { names: names.join(language === "zh" ? "、" : ", ") })}
        </p>
      )}
      {link && (
        <p>
          <Link className="link" to="/people/devices">
            {t("ui.limit.devices")}
          </Link>
        </p>
      )}
    </>
  );
}
