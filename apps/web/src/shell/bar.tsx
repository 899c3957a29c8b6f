import type { LedgerStatus } from "@mingbai/http/explorer-views";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { useSession } from "../session/use-session.ts";
import { Icon } from "../ui/icon.tsx";
import { Bell } from "./bell.tsx";
import { Logo } from "./logo.tsx";
import { LookButtons } from "./look-buttons.tsx";
import { Who } from "./who.tsx";

/** The 48 px bar: whose ledger this is, find anything, large type, language, help. */
export function Bar({
  status,
  onMenu,
  menuOpen,
  onFind,
  onHelp,
}: {
  status: LedgerStatus | undefined;
  onMenu(): void;
  menuOpen: boolean;
  onFind(): void;
  onHelp(): void;
}) {
  const { t } = useText();
  const session = useSession();
  const kind = status?.kind;
  return (
    <header className="bar">
      <button
        type="button"
        className="plain iconbtn menu-button"
        aria-expanded={menuOpen}
        aria-controls="side"
        aria-label={t("shell.menu")}
        onClick={onMenu}
      >
        <Icon name={menuOpen ? "close" : "menu"} size={20} />
      </button>
      <Link className="logo" to="/">
        <Logo />
        <span>{t("shell.name")}</span>
      </Link>
      {status && !session && (
        <span className="org">
          <b>{status.organisation}</b>
          <span className="i3"> · {t("shell.publicReader")}</span>
        </span>
      )}
      <Who isDemo={kind === "demo"} />
      {(kind === "demo" || kind === "reconstruction") && <span className="tag kind">{t(`shell.kind.${kind}`)}</span>}
      <span className="sp" />
      <button type="button" className="plain search-button" onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span className="text">{t("shell.find")}</span>
        <span className="keys" aria-hidden="true">
          <kbd>Ctrl</kbd> <kbd>K</kbd>
        </span>
      </button>
      <Bell />
      <LookButtons />
      <button type="button" className="plain iconbtn help-button" aria-label={t("shell.help")} onClick={onHelp}>
        <Icon name="help" />
      </button>
    </header>
  );
}
