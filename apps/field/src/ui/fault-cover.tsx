import { Component, type ReactNode } from "react";
import { useText } from "../i18n/use-text.ts";

/** Shows a way on where a page broke: what was filled in lies in the phone. */
export class FaultCover extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useText();
  return (
    <main className="state" role="alert">
      <h1>{t("fault.page")}</h1>
      <p>
        <button
          type="button"
          className="btn"
          onClick={() => {
            window.location.hash = "";
            window.location.reload();
          }}
        >
          {t("fault.page.home")}
        </button>
      </p>
    </main>
  );
}
