import "./sign-in.css";
import { statusView } from "@mingbai/http/explorer-views";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { DemoPeople } from "../../session/demo-people.tsx";
import { Logo } from "../../shell/logo.tsx";
import { LookButtons } from "../../shell/look-buttons.tsx";
import { DeviceKeys } from "./device-keys.tsx";
import { isOtherApplication, safeReturn } from "./safe-return.ts";
import { SignedInNote } from "./signed-in-note.tsx";

/** Sign in with this device's key; on a demo ledger also as one of its invented people, with one click. */
export function Component() {
  const { t, language } = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const status = useView(statusView, {});
  const then = safeReturn(search.get("then"));
  const done = () => {
    if (isOtherApplication(then)) window.location.assign(then);
    else void navigate(then);
  };
  const isDemo = status.data?.kind === "demo";
  return (
    <div className="sign-in">
      <header className="row">
        <Link className="row name" to="/">
          <Logo />
          {t("shell.name")}
        </Link>
        <span className="i3 where">{status.data?.organisation}</span>
        <span className="sp" />
        <LookButtons />
      </header>
      <main className={isDemo ? "sheet two" : "sheet"}>
        <div className="mine">
          <h1 tabIndex={-1}>{t("signIn.title")}</h1>
          <p className="i2">{t("signIn.lead")}</p>
          <SignedInNote then={then} />
          <DeviceKeys done={done} zoneOffsetMinutes={status.data?.zoneOffsetMinutes ?? 0} />
        </div>
        {isDemo && <Demo done={done} />}
      </main>
      <footer className="row wrap i3">
        <a href={language === "zh" ? "/public" : "/public/en"}>{t("signIn.public")}</a>
        <Link to="/verify">{t("signIn.verify")}</Link>
        <span className="sp" />
        {isDemo && <span>{t("signIn.demo.only")}</span>}
      </footer>
    </div>
  );
}

function Demo({ done }: { done(): void }) {
  const { t } = useText();
  return (
    <section className="demo" aria-labelledby="demo-people">
      <div className="row wrap">
        <h2 id="demo-people">{t("signIn.demo")}</h2>
        <span className="tag">{t("shell.kind.demo")}</span>
        <span className="sp" />
        <span className="xs i3 keys">
          {t("signIn.demo.key")} <kbd>Ctrl</kbd> <kbd>I</kbd> {t("signIn.demo.anytime")}
        </span>
      </div>
      <p className="sm i2">{t("signIn.demo.note")}</p>
      <DemoPeople done={done} />
    </section>
  );
}
