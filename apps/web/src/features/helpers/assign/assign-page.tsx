import "../../people/people.css";
import "./assign.css";
import { areasView, organisationsView } from "@mingbai/identity/views";
import { assignmentProposalView } from "@mingbai/registry/views/help";
import { Link, useSearchParams } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { Field } from "../../../ui/field.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { EmptyState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { AreaSelect } from "../../people/area-select.tsx";
import { ProposalPart } from "./proposal-part.tsx";
import { WeightsPart } from "./weights-part.tsx";

const scopes = ["without", "all"] as const;

/** Who should answer for which household of an area, with reasons; a leader changes it and decides. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("assign.title")}>
      <Assign />
    </SignedInOnly>
  );
}

function Assign() {
  const { t } = useText();
  const [params, setParams] = useSearchParams();
  const area = params.get("area") ?? "";
  const whom = scopes.find((one) => one === params.get("whom")) ?? "without";
  const areas = useLedAreas();
  const asked = useView(assignmentProposalView, { area, whom }, { off: area === "" });
  const choose = (change: { area?: string; whom?: string }) => setParams({ area, whom, ...change }, { replace: true });
  return (
    <div className="page people assign-page">
      <Link className="way sm" to="/helpers">
        <Icon name="left" size={14} />
        {t("assign.back")}
      </Link>
      <PageTitle title={t("assign.title")} />
      <p className="i2 lead">{t("assign.lead")}</p>
      <div className="row wrap assign-scope">
        <AreaSelect
          name={t("assign.area")}
          none={t("assign.area.none")}
          areas={areas}
          area={area}
          onChange={(next) => choose({ area: next })}
        />
        <Field name={t("assign.whom")}>
          {(id) => (
            <select id={id} className="field" value={whom} onChange={({ target }) => choose({ whom: target.value })}>
              {scopes.map((one) => (
                <option key={one} value={one}>
                  {t(`assign.whom.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <WeightsPart />
      {area === "" ? (
        <EmptyState title={t("assign.start")}>{t("assign.start.how")}</EmptyState>
      ) : (
        <PageState
          asked={asked}
          what={t("assign.what")}
          rows={8}
          isEmpty={({ rows, left }) => rows.length + left.length === 0}
          empty={<EmptyState title={t("assign.none")}>{whom === "without" && t("assign.none.how")}</EmptyState>}
        >
          {(proposal) => <ProposalPart key={`${area} ${whom}`} proposal={proposal} />}
        </PageState>
      )}
    </div>
  );
}

/** Areas of the reader's organisation: all of it, its towns and villages. */
function useLedAreas() {
  const own = useSession()?.organisation;
  const organisations = useView(organisationsView, {});
  const within = organisations.data?.rows.find(({ id }) => id === own)?.area?.id;
  const areas = useView(areasView, within === undefined ? {} : { within }, { off: organisations.data === undefined });
  return areas.data?.rows ?? [];
}
