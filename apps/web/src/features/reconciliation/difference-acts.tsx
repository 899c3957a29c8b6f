import {
  type resolutions as allResolutions,
  type DifferenceRow,
  resolutions,
} from "@mingbai/treasury/views/bank-close";
import { useId, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { Signing } from "../../ui/signing.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { maySettle } from "./who-may.ts";

type Resolution = (typeof allResolutions)[number];

/** What one may do about a difference that was reported: propose how to settle it, or agree, as the second person. */
export function DifferenceActs({ difference }: { difference: DifferenceRow }) {
  const { t } = useText();
  const session = useSession();
  const settle = useSettledAct();
  const { moneyWithUnit } = useFormat();
  const organisation = useOrganisationName();
  const [resolution, setResolution] = useState<Resolution>("bankCorrects");
  const [signing, setSigning] = useState<"propose" | "agree">();
  const id = useId();
  const { bankAccount, kind, reference, effectMinor, state, reported, proposed, settled } = difference;
  const name = { bankAccount, kind, reference };
  if (state === "settled") {
    return (
      <p className="row ok">
        <Icon name="tick" size={15} />
        {t("reconciliation.settled", {
          how: t(`reconciliation.resolution.${proposed?.resolution ?? "none"}`),
          first: organisation(proposed?.organisation ?? ""),
          second: organisation(settled?.organisation ?? ""),
        })}
      </p>
    );
  }
  const may = session !== undefined && maySettle(session.roles);
  const standing = agreeStanding(session, { reported, proposed });
  const sign = async () => {
    if (signing === "propose") await settle("treasury.proposeSettlement", { ...name, resolution });
    else await settle("treasury.settleDifference", { ...name, proposal: proposed?.transaction });
    setSigning(undefined);
  };
  return (
    <div className="difference-acts">
      {proposed && (
        <p>
          {t("reconciliation.proposed", {
            who: organisation(proposed.organisation),
            how: t(`reconciliation.resolution.${proposed.resolution}`),
          })}
        </p>
      )}
      {may && (
        <div className="row wrap">
          <label htmlFor={id}>{t("reconciliation.resolution")}</label>
          <select
            id={id}
            className="field"
            value={resolution}
            onChange={(event) => setResolution(resolutions.find((one) => one === event.target.value) ?? "none")}
          >
            {resolutions.map((one) => (
              <option key={one} value={one}>
                {t(`reconciliation.resolution.${one}`)}
              </option>
            ))}
          </select>
          <button type="button" className={proposed ? "btn" : "btn p"} onClick={() => setSigning("propose")}>
            {t(proposed ? "reconciliation.propose.anew" : "reconciliation.propose")}
          </button>
          {proposed && (
            <button
              type="button"
              className={standing === undefined ? "btn p" : "btn"}
              aria-disabled={standing !== undefined}
              onClick={() => standing === undefined && setSigning("agree")}
            >
              {t("reconciliation.agree")}
            </button>
          )}
        </div>
      )}
      <p className="sm i2">{t(standing ?? (proposed ? "reconciliation.agree.may" : "reconciliation.propose.how"))}</p>
      {signing !== undefined && (
        <Signing
          title={t(`reconciliation.${signing}.title`)}
          verb={t(`reconciliation.${signing}`)}
          sentence={t(`reconciliation.${signing}.sentence`, {
            reference,
            how: t(
              `reconciliation.resolution.${signing === "propose" ? resolution : (proposed?.resolution ?? "none")}`,
            ),
          })}
          totals={[
            { label: t("reconciliation.where"), value: t(`reconciliation.kind.${kind}`) },
            { label: t("reconciliation.csv.effect"), value: moneyWithUnit(effectMinor) },
          ]}
          sign={sign}
          close={() => setSigning(undefined)}
        />
      )}
    </div>
  );
}

type Standing =
  | "reconciliation.agree.role"
  | "reconciliation.agree.own"
  | "reconciliation.agree.reporter"
  | "reconciliation.agree.organisation";

/** Why this person may not be the second; undefined where they may, or where nothing is proposed yet. */
function agreeStanding(
  session: ReturnType<typeof useSession>,
  { reported, proposed }: Pick<DifferenceRow, "reported" | "proposed">,
): Standing | undefined {
  if (session === undefined || !maySettle(session.roles)) return "reconciliation.agree.role";
  if (proposed === null) return undefined;
  if (proposed.account === session.account) return "reconciliation.agree.own";
  if (reported.account === session.account) return "reconciliation.agree.reporter";
  return proposed.organisation === session.organisation ? "reconciliation.agree.organisation" : undefined;
}
