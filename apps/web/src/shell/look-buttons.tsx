import { useText } from "../i18n/use-text.ts";
import { Icon } from "../ui/icon.tsx";
import { useLook } from "../ui/use-look.ts";

/** Large type, and the other language: in every bar. */
export function LookButtons() {
  const { t, language, setLanguage } = useText();
  const { size, setSize } = useLook();
  return (
    <>
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
    </>
  );
}
