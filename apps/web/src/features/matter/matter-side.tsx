import { turns } from "@mingbai/workflow/stages";
import type { MatterDetail } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { AfterPayment } from "./after-payment.tsx";
import { TimeLine } from "./time-line.tsx";
import { usePartyText } from "./use-party-text.ts";

/** Who acts next here, in words: roles at an organisation. */
function WhoCan({ matter }: { matter: MatterDetail }) {
  const { t, language } = useText();
  const partyText = usePartyText();
  const turn = turns[matter.stage];
  if (!turn) return null;
  const where = {
    holder: matter.holder[language],
    addressee: matter.addressee[language],
    applicant: partyText(matter.applicant),
    receiver: matter.payee.name === "" ? partyText(matter.applicant) : matter.payee.name,
  }[turn.side];
  return (
    <section>
      <h2>{t("matter.who")}</h2>
      <p className="sm i2">{t(`matter.who.${matter.stage}`, { at: where })}</p>
      <p className="sm i2">{t("matter.who.eyes")}</p>
    </section>
  );
}

/** At the right: what happened so far, what is left after paying, who can do this step. */
export function MatterSide({ matter }: { matter: MatterDetail }) {
  const { t } = useText();
  return (
    <aside className="matter-side" aria-label={t("work.soFar")}>
      <section>
        <h2>{t("work.soFar")}</h2>
        <TimeLine matter={matter} steps={matter.steps} />
      </section>
      {(matter.stage === "submitted" || matter.stage === "passed") && <AfterPayment matter={matter} />}
      {matter.paid?.payment !== undefined && (
        <section>
          <h2>{t("matter.paid")}</h2>
          <p>
            <Link to={`/payments/${matter.paid.payment}`}>{t("matter.paid.track")}</Link>
          </p>
        </section>
      )}
      <WhoCan matter={matter} />
    </aside>
  );
}
