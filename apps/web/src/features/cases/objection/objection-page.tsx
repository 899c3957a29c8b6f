import "../../matter/matter-parts.css";
import "../../people/people.css";
import "../../apply/apply.css";
import "../cases.css";
import { type OwnObjection, ownObjectionsView, type PublicCase } from "@mingbai/registry/views/cases";
import { useState } from "react";
import { useParams } from "react-router";
import { useView } from "../../../api/use-view.ts";
import type { ResultOf } from "../../../api/view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { EmptyState, PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { State } from "../../../ui/state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { ObjectionForm } from "../acts/objection-form.tsx";
import { NoticePreview } from "../case/notice-preview.tsx";
import { ObjectionAnswer } from "../case/objection-answer.tsx";
import { lastMoment } from "../use-case-words.ts";

type Found = ResultOf<typeof ownObjectionsView>;

/** Where a public notice leads who thinks otherwise: they object in their own words, and read what they were answered. */
export function Component() {
  const { t } = useText();
  const { id = "" } = useParams();
  return (
    <SignedInOnly title={t("objection.title")}>
      <Objecting key={id} id={id} />
    </SignedInOnly>
  );
}

function Objecting({ id }: { id: string }) {
  const { t } = useText();
  const asked = useView(ownObjectionsView, { case: id });
  return (
    <div className="page objection-page">
      <PageTitle title={t("objection.title")} />
      <PageState asked={asked} what={t("objection.what")} rows={6}>
        {(found) => (
          <>
            {found.notice !== null && <Notice notice={found.notice} />}
            <Own found={found} />
            {found.notice === null ? <Over found={found} /> : <NewObjection found={found} notice={found.notice} />}
          </>
        )}
      </PageState>
    </div>
  );
}

function Notice({ notice }: { notice: PublicCase }) {
  const { t } = useText();
  const { time } = useFormat();
  const { case: _, kind, unit: __, fromMs: ___, untilMs, transaction: ____, ...shown } = notice;
  return (
    <section aria-labelledby="notice">
      <h2 id="notice">
        {t("cases.notice.running")}{" "}
        <small className="i3 num">{t("objection.until", { time: time(lastMoment(untilMs)) })}</small>
      </h2>
      <NoticePreview notice={shown} kind={kind} />
    </section>
  );
}

function Own({ found: { rows, unit } }: { found: Found }) {
  const { t, language } = useText();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="own-objections">
      <h2 id="own-objections">{t("objection.mine")}</h2>
      <ol className="objections">
        {rows.map((row) => (
          <li key={row.objection}>
            <OwnRow row={row} unit={unit[language]} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OwnRow({ row: { words, timeMs, onBehalf, answer }, unit }: { row: OwnObjection; unit: string }) {
  const { t } = useText();
  const { time } = useFormat();
  return (
    <>
      <p>{words ?? <span className="i3">{t("cases.notHere")}</span>}</p>
      <p className="sm i3 nw">{time(timeMs)}</p>
      {answer === null ? (
        <State icon="clock" tone="warn">
          {t("objection.waits", { unit })}
        </State>
      ) : (
        <ObjectionAnswer words={answer.words} who={unit} timeMs={answer.timeMs} />
      )}
      {onBehalf && <p className="sm i2">{t("objection.passOn")}</p>}
    </>
  );
}

/** One objection of one's own waits at a time. */
function NewObjection({ found: { household, rows }, notice }: { found: Found; notice: PublicCase }) {
  const { t } = useText();
  const [isObjecting, setObjecting] = useState(rows.length === 0);
  if (rows.some(({ answer, onBehalf }) => answer === null && !onBehalf)) return null;
  if (!isObjecting)
    return (
      <p>
        <button type="button" className="btn" onClick={() => setObjecting(true)}>
          {t(rows.length === 0 ? "cases.do.objectToCase" : "objection.again")}
        </button>
      </p>
    );
  return (
    <>
      <p className="i2">{t("objection.why")}</p>
      <ObjectionForm found={{ case: notice.case, household, head: notice.head }} close={() => setObjecting(false)} />
    </>
  );
}

function Over({ found: { unit } }: { found: Found }) {
  const { t, language } = useText();
  return (
    <EmptyState title={t("objection.over")}>
      <p>{t("objection.over.how", { unit: unit[language] })}</p>
      <p>
        <a href={language === "zh" ? "/public/notices" : "/public/en/notices"}>{t("objection.others")}</a>
      </p>
    </EmptyState>
  );
}
