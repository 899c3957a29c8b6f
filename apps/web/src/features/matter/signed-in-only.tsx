import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSessionState } from "../../session/use-session.ts";
import { PageTitle } from "../../ui/page-title.tsx";

/** A page for people who are signed in: anyone else is told so, and comes back here after signing in. */
export function SignedInOnly({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useText();
  const { kind } = useSessionState();
  const { pathname, search } = useLocation();
  if (kind === "in" || kind === "ended") return children;
  return (
    <div className="page">
      <PageTitle title={title} />
      {kind === "asking" ? (
        <div className="state" aria-busy="true" />
      ) : (
        <div className="state">
          <p className="i2">{t("matter.only")}</p>
          <p>
            <Link className="btn p" to={`/sign-in?then=${encodeURIComponent(pathname + search)}`}>
              {t("matter.toSignIn")}
            </Link>
          </p>
        </div>
      )}
    </div>
  );
}
