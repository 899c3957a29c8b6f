import type { LedgerStatus } from "@mingbai/http/explorer-views";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../ui/icon.tsx";
import { useLook } from "../ui/use-look.ts";
import { Logo } from "./logo.tsx";

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
  const { t, language, setLanguage } = useText();
  const { size, setSize } = useLook();
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
      {status && (
        <span className="org">
          <b>{status.organisation}</b>
          <span className="i3"> · {t("shell.publicReader")}</span>
        </span>
      )}
      {(kind === "demo" || kind === "reconstruction") && <span className="tag kind">{t(`shell.kind.${kind}`)}</span>}
      <span className="sp" />
      <button type="button" className="plain search-button" onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span className="text">{t("shell.find")}</span>
        <span className="keys" aria-hidden="true">
          <kbd>Ctrl</kbd> <kbd>K</kbd>
        </span>
      </button>
      <button
        type="button"
        className={`plain iconbtn large-button${size === "large" ? " br" : ""}`}
        aria-pressed={size === "large"}
        onClick={() => setSize(size === "large" ? "usual" : "large")}
      >
        <Icon name="large" />
        <span className="text">{t(size === "large" ? "shell.large.on" : "shell.large")}</span>
      </button>
      <button
        type="button"
        className="plain iconbtn"
        lang={language === "zh" ? "en" : "zh-CN"}
        onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
      >
        <Icon name="globe" />
        <span className="text">{t("shell.language")}</span>
      </button>
      <button type="button" className="plain iconbtn help-button" aria-label={t("shell.help")} onClick={onHelp}>
        <Icon name="help" />
      </button>
    </header>
  );
}
