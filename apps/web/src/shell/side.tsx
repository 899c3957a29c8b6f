import type { LedgerStatus } from "@mingbai/http/explorer-views";
import { NavLink, useLocation } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { zoneText } from "../ui/format-time.ts";
import { Icon } from "../ui/icon.tsx";
import { useLook } from "../ui/use-look.ts";
import { NodeHere } from "./node-here.tsx";
import { pageGroups } from "./pages.ts";
import { usePageGroups } from "./use-page-groups.ts";

const paths = pageGroups.flatMap(({ pages }) => pages.map(({ path }) => path));

/** True where the page in hand has an entry of its own below this one. */
function hasCloserEntry(path: string, here: string): boolean {
  return path === "/" || paths.some((other) => other.startsWith(`${path}/`) && here.startsWith(other));
}

/** The 208 px side bar. On narrow screens it is folded behind the menu button. */
export function Side({ open, close, status }: { open: boolean; close(): void; status: LedgerStatus | undefined }) {
  const { t, language } = useText();
  const { pathname } = useLocation();
  const { theme, setTheme } = useLook();
  const groups = usePageGroups();
  return (
    <nav id="side" className={open ? "side open" : "side"} aria-label={t("shell.nav")}>
      {groups.map(({ name, pages }) => (
        <div key={pages[0]?.path} className="group">
          {name && <div className="group-name">{t(name)}</div>}
          <ul>
            {pages.map((page) => (
              <li key={page.path}>
                <NavLink to={page.path} end={hasCloserEntry(page.path, pathname)} onClick={close}>
                  <Icon name={page.icon} />
                  {t(page.name)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="side-foot">
        <a className="iconbtn" href={language === "zh" ? "/public" : "/public/en"}>
          <Icon name="globe" />
          {t("shell.public")}
        </a>
        <button type="button" className="plain iconbtn" onClick={() => setTheme(theme === "dark" ? "light" : "dark")}>
          <Icon name="moon" />
          {t(theme === "dark" ? "shell.light" : "shell.dark")}
        </button>
        {status && (
          <>
            <NodeHere status={status} />
            <p className="xs i3">{t("shell.zone", { zone: zoneText(status.zoneOffsetMinutes) })}</p>
          </>
        )}
      </div>
    </nav>
  );
}
