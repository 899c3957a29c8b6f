import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { countText } from "../../ui/format-money.ts";
import { useToday } from "../../ui/use-today.ts";
import { useOwnAreas } from "../registry/form/use-own-areas.ts";
import { checkList } from "./check/check-list.ts";
import { compareList } from "./compare/compare-list.ts";
import type { DeskState } from "./desk/desk-state.ts";
import { importDesk } from "./desk/import-desk.ts";
import { writeList } from "./write/write-list.ts";

/** What can be imported now, the one next step, and how far what is under way has come. */
export function ImportSide({ state }: { state: DeskState }) {
  const { t } = useText();
  const session = useSession();
  const { data: areas = [] } = useOwnAreas();
  const day = useToday();
  const { busy, mapping, summary, plan, counts, result, phase, round, decisions, queue } = state;
  if (mapping === undefined || session === undefined) return null;
  const placeOf = (code: string) => (code === "" ? undefined : areas.find(({ division }) => division === code)?.id);
  const all = summary?.households ?? 0;
  const later = queue.filter(({ key }) => decisions[key] !== undefined && decisions[key]?.kind !== "out");
  const isOver = result !== undefined && phase === "result";
  return (
    <aside className="matter-side list-side" aria-label={t("import.side")}>
      {plan !== undefined && <Planned state={state} />}
      {busy !== undefined && (
        <p className="sm" role="status">
          {t(`import.busy.${phase}`, { count: countText(busy.households), of: countText(all) })}
          {all > 0 && (
            <progress className="import-bar" aria-label={t("import.side")} value={busy.households} max={all} />
          )}
        </p>
      )}
      {isOver && counts && (
        <dl className="import-facts">
          <Count name={t("import.done.opened")} count={counts.opened} />
          <Count name={t("import.done.people")} count={counts.people + counts.added} />
          <Count name={t("import.done.changed")} count={counts.changed} />
          <Count name={t("import.done.same")} count={counts.same} />
          <Count name={t("import.done.queued")} count={counts.queued} />
          <Count name={t("import.done.refused")} count={result.refused.length} />
        </dl>
      )}
      {isOver && (
        <p>
          <Link to={`/registry?import=${state.import ?? ""}`}>{t("import.done.show")}</Link>
        </p>
      )}
      {phase === "run" && busy !== undefined ? (
        <>
          <p className="sm i2">{t("import.run.leave")}</p>
          <button type="button" className="btn" onClick={() => importDesk.stop()}>
            {t("import.run.cancel")}
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            className={summary === undefined ? "btn p" : "btn"}
            disabled={busy !== undefined}
            onClick={() => void checkList(day, placeOf)}
          >
            {t(summary === undefined ? "import.check" : "import.check.again")}
          </button>
          {summary !== undefined && (
            <button
              type="button"
              className={plan === undefined ? "btn p" : "btn"}
              disabled={busy !== undefined}
              onClick={() => void compareList(session, day)}
            >
              {t(plan === undefined ? "import.plan" : "import.plan.again")}
            </button>
          )}
          {plan !== undefined && !(isOver && !result.isStopped) && (
            <button
              type="button"
              className="btn p"
              disabled={busy !== undefined || plan.new + plan.change + later.length === 0}
              onClick={() => void writeList(session, day)}
            >
              {t(round === 0 ? "import.run" : "import.run.on", { count: plan.new + plan.change })}
            </button>
          )}
          {isOver && !result.isStopped && later.length > 0 && (
            <button
              type="button"
              className="btn p"
              disabled={busy !== undefined}
              onClick={() =>
                void writeList(
                  session,
                  day,
                  later.map(({ key }) => key),
                )
              }
            >
              {t("import.run.decided", { count: later.length })}
            </button>
          )}
          <p className="sm i2">{t("import.run.once")}</p>
        </>
      )}
    </aside>
  );
}

function Planned({ state: { plan } }: { state: DeskState }) {
  const { t } = useText();
  if (plan === undefined) return null;
  return (
    <>
      <p className="sm i2">{t("import.plan.now")}</p>
      <p className="list-figure num">{t("import.plan.figure", { count: plan.new + plan.change })}</p>
      <dl className="import-facts">
        <Count name={t("import.plan.new")} count={plan.new} />
        <Count name={t("import.plan.change")} count={plan.change} />
        <Count name={t("import.plan.same")} count={plan.same} />
        <Count name={t("import.plan.queued")} count={plan.queued} />
        <Count name={t("import.plan.faults")} count={plan.faults} />
        <Count name={t("import.plan.noPlace")} count={plan.noPlace} />
      </dl>
    </>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  return (
    <div className="row">
      <dt>{name}</dt>
      <dd className="num import-count">{countText(count)}</dd>
    </div>
  );
}
