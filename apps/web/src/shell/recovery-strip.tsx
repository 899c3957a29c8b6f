import { recoveriesView } from "@mingbai/identity/views";
import { Link } from "react-router";
import { useView } from "../api/use-view.ts";
import { useText } from "../i18n/use-text.ts";
import { useSession } from "../session/use-session.ts";
import { Icon } from "../ui/icon.tsx";
import { useFormat } from "../ui/use-format.ts";

const everyMs = 60_000;

/** On every page: that somebody asks to take over the reader's account, and for the regulator that any such is open. */
export function RecoveryStrip() {
  const { t } = useText();
  const { time } = useFormat();
  const session = useSession();
  const { data } = useView(recoveriesView, {}, { everyMs, off: session === undefined });
  if (session === undefined || data === undefined) return null;
  const own = data.rows.find(({ person }) => person.account === session.account);
  if (own !== undefined) {
    return (
      <p className="note warn recovery-strip" role="alert">
        <Icon name="key" />
        <span>
          {own.effectMs === null ? t("shell.recovery.own") : t("shell.recovery.own.from", { time: time(own.effectMs) })}{" "}
          <Link className="link" to={`/people/${session.account}`}>
            {t("shell.recovery.look")}
          </Link>
        </span>
      </p>
    );
  }
  if (!session.roles.includes("regulator") || data.rows.length === 0) return null;
  return (
    <p className="note recovery-strip" role="status">
      <Icon name="key" />
      <span>
        {t("shell.recovery.open", { count: data.rows.length })}{" "}
        <Link className="link" to="/people">
          {t("shell.recovery.look")}
        </Link>
      </span>
    </p>
  );
}
