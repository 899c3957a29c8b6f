import { Link, useRouteError } from "react-router";
import { useText } from "../i18n/use-text.ts";

/** No such page, in words. */
export function Lost() {
  const { t } = useText();
  return (
    <div className="page">
      <h1 tabIndex={-1}>{t("shell.lost")}</h1>
      <p className="i2">{t("shell.lost.why")}</p>
      <p>
        <Link to="/">{t("shell.lost.home")}</Link>
      </p>
    </div>
  );
}

/** A fault of the page itself: said so, with a code, and never a blank screen. */
export function Broken() {
  const { t } = useText();
  const fault = useRouteError();
  const code = fault instanceof Error ? `${fault.name}: ${fault.message}`.slice(0, 200) : "UNKNOWN_FAULT";
  return (
    <div className="state" role="alert">
      <h1 tabIndex={-1}>{t("shell.broken")}</h1>
      <p className="i2">{t("shell.broken.why")}</p>
      <p className="row wrap">
        <button type="button" className="btn p" onClick={() => window.location.reload()}>
          {t("shell.reload")}
        </button>
        <span className="xs i3 mono">{code}</span>
      </p>
    </div>
  );
}
