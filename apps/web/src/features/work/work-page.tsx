import "../matter/matter-parts.css";
import "../matter/large-type.css";
import "./work.css";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { Queue } from "./queue.tsx";

/** Who has a seat at matters; the others have pages of their own. */
const seated = ["projectManager", "financeSupervisor", "supplier", "individual", "regulator", "auditor"];

/** For roles without matters: where their own work is. */
function Elsewhere() {
  const { t } = useText();
  return (
    <div className="page">
      <PageTitle title={t("work.title")} />
      <div className="state">
        <h2>{t("work.elsewhere")}</h2>
        <p>
          <Link to="/people">{t("work.elsewhere.people")}</Link>
        </p>
        <p>
          <Link to="/payments">{t("work.elsewhere.payments")}</Link>
        </p>
      </div>
    </div>
  );
}

/** The home page of whoever is signed in. */
export function Component() {
  const { t } = useText();
  const session = useSession();
  const isSeated = session === undefined || session.roles.some((role) => seated.includes(role));
  return (
    <SignedInOnly title={t("work.title")}>{isSeated ? <Queue key={session?.account} /> : <Elsewhere />}</SignedInOnly>
  );
}
