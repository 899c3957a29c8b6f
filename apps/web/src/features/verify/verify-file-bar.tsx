import { useText } from "../../i18n/use-text.ts";
import { Logo } from "../../shell/logo.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useLook } from "../../ui/use-look.ts";

/** Name, large type, language: what the file needs of the shell. */
export function VerifyFileBar() {
  const { t, language, setLanguage } = useText();
  const { size, setSize } = useLook();
  return (
    <header className="file-bar">
      <Logo />
      <b>{t("shell.name")}</b>
      <span className="sp" />
      <button
        type="button"
        className="plain"
        aria-pressed={size === "large"}
        onClick={() => setSize(size === "large" ? "usual" : "large")}
      >
        <Icon name="large" size={20} />
        <span>{t("shell.large")}</span>
      </button>
      <button
        type="button"
        className="plain"
        lang={language === "zh" ? "en" : "zh-CN"}
        onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
      >
        <Icon name="globe" size={20} />
        <span>{t("shell.language")}</span>
      </button>
    </header>
  );
}
