import "../../governance/governance.css";
import "./erasures.css";
import { type ErasureLine, erasuresView } from "@mingbai/registry/views/erasures";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { EmptyState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { type PlannedAct, SignAct } from "../../people/sign-act.tsx";
import { ErasureStateMark } from "./erasure-state.tsx";
import { ErasureSteps } from "./erasure-steps.tsx";
import { ProofPart } from "./proof-part.tsx";
import { useAboutText } from "./use-about-text.ts";

const freshEveryMs = 5_000;

/** One erasure: whose files, who asked, who decided, whose vaults have erased, and the proof once all have. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("erasures.one")}>
      <Erasure />
    </SignedInOnly>
  );
}

function Erasure() {
  const { t } = useText();
  const { erasure = "" } = useParams();
  const isId = /^[0-9a-f]{16}$/.test(erasure);
  const asked = useView(erasuresView, { erasure }, { everyMs: freshEveryMs, off: !isId });
  const row = asked.data?.rows[0];
  return (
    <div className="page governance erasure-page">
      <PageTitle title={t("erasures.one")}>{row && <ErasureStateMark row={row} />}</PageTitle>
      <p className="no-print">
        <Link to="/registry/erasures">{t("erasures.back")}</Link>
      </p>
      {isId ? (
        <PageState
          asked={asked}
          what={t("erasures.what")}
          rows={6}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<EmptyState title={t("erasures.unknown")}>{t("erasures.unknown.how")}</EmptyState>}
        >
          {({ rows }) => rows.map((one) => <Told key={one.erasure} row={one} />)}
        </PageState>
      ) : (
        <EmptyState title={t("erasures.unknown")}>{t("erasures.unknown.how")}</EmptyState>
      )}
    </div>
  );
}

function Told({ row }: { row: ErasureLine }) {
  return (
    <>
      <Subjects row={row} />
      {row.mayDecide && <Decide row={row} />}
      <ErasureSteps row={row} />
      {row.state === "complete" && <ProofPart row={row} />}
    </>
  );
}

function Subjects({ row }: { row: ErasureLine }) {
  const { t } = useText();
  const isGone = row.decided !== null && row.state !== "declined";
  return (
    <section aria-labelledby="erasure-about">
      <h2 id="erasure-about">{t("erasures.about")}</h2>
      <dl className="dl">
        <dt>{t("erasures.ground")}</dt>
        <dd>{t(`erasures.ground.${row.ground}`)}</dd>
        <dt>{t("erasures.number")}</dt>
        <dd className="num mono">{row.erasure}</dd>
      </dl>
      <ul className="erasure-subjects">
        {row.subjects.map(({ subject, kind, number, name, household }) => (
          <li key={subject}>
            <span>
              {t(`erasures.kind.${kind}`)} {name !== "" && <b>{name}</b>}{" "}
              {!isGone && number !== "" && (
                <Link to={`/registry/${household}`} className="num">
                  {number}
                </Link>
              )}
            </span>
            <span className="num mono sm i3">{subject}</span>
          </li>
        ))}
      </ul>
      {isGone && <p className="sm i2">{t("erasures.gone")}</p>}
    </section>
  );
}

function Decide({ row }: { row: ErasureLine }) {
  const { t } = useText();
  const aboutText = useAboutText();
  const [act, setAct] = useState<PlannedAct>();
  const decide = (approve: boolean) =>
    setAct({
      command: "registry.decideErasure",
      title: t(approve ? "erasures.approve" : "erasures.decline"),
      sentence: t(approve ? "erasures.approve.sentence" : "erasures.decline.sentence", { about: aboutText(row) }),
      input: () => ({ erasure: row.erasure, approve }),
    });
  return (
    <section aria-labelledby="erasure-decide" className="no-print">
      <h2 id="erasure-decide">{t("erasures.decide")}</h2>
      <p className="i2">{t("erasures.decide.note")}</p>
      <div className="row wrap">
        <button type="button" className="btn p" onClick={() => decide(true)}>
          {t("erasures.approve")}
        </button>
        <button type="button" className="btn" onClick={() => decide(false)}>
          {t("erasures.decline")}
        </button>
      </div>
      {act && <SignAct act={act} close={() => setAct(undefined)} done={() => setAct(undefined)} />}
    </section>
  );
}
