import "../cases.css";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { CodePicture } from "../../../ui/code-picture.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { printCode } from "../../../ui/print-code.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";

const path = "/registry/own/apply?by=code";

/** The code by which households apply with a phone, to hang up in the village, and the same as a link for messages. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("cases.code")}>
      <div className="page">
        <PageTitle title={t("cases.code")}>
          <Link to="/cases">{t("cases.title")}</Link>
        </PageTitle>
        <section className="apply-code printed-code" aria-label={t("cases.code")}>
          <p className="print-only">{t("cases.code.heading")}</p>
          <CodePicture address={window.location.origin + path} name={t("cases.code")} />
          <p className="i2">{t("cases.code.how")}</p>
          <p className="sm num">{window.location.origin + path}</p>
          <div className="row wrap">
            <button type="button" className="btn p" onClick={printCode}>
              <Icon name="print" size={14} />
              {t("cases.code.print")}
            </button>
          </div>
        </section>
      </div>
    </SignedInOnly>
  );
}
