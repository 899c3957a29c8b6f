import { NavLink } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { comparerRoles, holdsOne } from "../registry/who-may.ts";

/** Households with a file, and those who should have one. */
export function DeskTabs() {
  const { t } = useText();
  const mayCompare = holdsOne(useSession()?.roles, comparerRoles);
  if (!mayCompare) return null;
  return (
    <nav className="tab-links" aria-label={t("compare.tabs")}>
      <NavLink to="/contradictions" end>
        {t("compare.tab.files")}
      </NavLink>
      <NavLink to="/contradictions/unregistered">{t("compare.tab.unregistered")}</NavLink>
    </nav>
  );
}
