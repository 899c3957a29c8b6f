import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { useVerifier } from "./verify-context.ts";
import { VerifyPanel } from "./verify-panel.tsx";

/** Verify a receipt inside the application; the same panel ships as one file that needs no server. */
export function Component() {
  const { t } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const { pinnedKeys } = useVerifier();
  return (
    <VerifyPanel
      zoneOffsetMinutes={zoneOffsetMinutes}
      title={<PageTitle title={t("verify.title")} />}
      more={({ fact }) =>
        fact && (
          <Link
            className="btn p"
            to={fact.line === undefined ? `/ledger/transactions/${fact.id}` : `/payments/${fact.id}-${fact.line}`}
          >
            {t("verify.from")}
          </Link>
        )
      }
      below={
        <>
          <p>
            <a href="/verify.html" download="mingbai-verify.html" className="st">
              <Icon name="down" />
              {t("verify.offlineCopy")}
            </a>
          </p>
          <details className="technical">
            <summary>{t("verify.keys")}</summary>
            <ul className="mono sm">
              {pinnedKeys.map((key) => (
                <li key={key}>{key}</li>
              ))}
            </ul>
          </details>
        </>
      }
    />
  );
}
