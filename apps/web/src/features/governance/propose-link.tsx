import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { mayPropose } from "./who-may.ts";

/** A link to the form for another of these; nothing for those who do not propose. */
export function ProposeLink({ query, name }: { query: string; name: string }) {
  const { t } = useText();
  const may = mayPropose(useSession()?.roles);
  if (!may) return null;
  return (
    <Link className="btn s" to={`/governance/propose?${query}`} aria-label={t("governance.rules.proposeOf", { name })}>
      {t("governance.propose")}
    </Link>
  );
}
