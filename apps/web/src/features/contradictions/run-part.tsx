import type { ComparisonRun } from "@mingbai/registry/views/comparison-runs";
import { useId, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { State } from "../../ui/state.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { PersonLink } from "../people/person-link.tsx";
import { RunProgress } from "./run-progress.tsx";
import { RunSources } from "./run-sources.tsx";
import { isUnderWay, useNewestRun } from "./use-newest-run.ts";
import { useRunActs } from "./use-run-acts.ts";

/** The newest run over all files: how far it is or how it ended, what each source gave; beginning one, and ending it. */
export function RunPart() {
  const { t } = useText();
  const { asked, run, busy, mayCompare } = useNewestRun("county");
  const acts = useRunActs();
  const [checks, setChecks] = useState(false);
  const id = useId();
  if (!mayCompare) return null;
  return (
    <section className="compare-run" aria-labelledby={id}>
      <h2 id={id} className="sr">
        {t("compare.run.title")}
      </h2>
      <PageState asked={asked} what={t("compare.run.title")} rows={1}>
        {() => (
          <>
            {run === undefined ? <p className="i2">{t("compare.run.none")}</p> : <RunWords run={run} />}
            {run !== undefined && busy && <RunProgress run={run} />}
            <div className="row wrap">
              {run !== undefined && busy ? (
                <button type="button" className="btn" disabled={acts.running} onClick={() => acts.cancel(run.run)}>
                  {t("compare.run.cancel")}
                </button>
              ) : (
                <>
                  <button
                    type="button"
                    className={run === undefined ? "btn p" : "btn"}
                    disabled={acts.running}
                    onClick={() => acts.begin({ checks })}
                  >
                    <Icon name="play" size={14} />
                    {t(run === undefined ? "compare.run.first" : "compare.run.again")}
                  </button>
                  <label className="row sm">
                    <input type="checkbox" checked={checks} onChange={({ target }) => setChecks(target.checked)} />
                    {t("compare.run.checks")}
                  </label>
                </>
              )}
              {acts.fault !== undefined && (
                <span className="bad sm" role="alert">
                  {acts.fault}
                </span>
              )}
            </div>
            <ClockWords nextMs={asked.data?.nextMs ?? null} />
            {run !== undefined && <RunSources run={run} />}
          </>
        )}
      </PageState>
    </section>
  );
}

/** Who began it and when, and what came of it. */
function RunWords({ run }: { run: ComparisonRun }) {
  const { t } = useText();
  const { time } = useFormat();
  const code = run.trouble?.split(":")[0];
  return (
    <p className="row wrap compare-run-words" role="status">
      <b>{t(`compare.run.state.${run.state}`)}</b>
      {!isUnderWay(run) && (
        <span className="num">
          {t("compare.run.found", { households: run.done, facts: run.facts.toLocaleString("en-US") })}
        </span>
      )}
      <span className="i2 sm">
        <span className="num">{time(run.endedMs ?? run.startedMs)}</span> <Beginner run={run} />
      </span>
      {code !== undefined && (
        <span className="bad sm">
          {t(code === "DEPARTMENTS_INVALID" ? "compare.run.invalid" : "compare.run.failed")}{" "}
          <span className="xs">{run.trouble}</span>
        </span>
      )}
    </p>
  );
}

/** The person who asked for it, or the clock, which asks in nobody's name. */
function Beginner({ run: { by, byName, slotMs } }: { run: ComparisonRun }) {
  const { t } = useText();
  const { time } = useFormat();
  if (by !== null) return <PersonLink person={{ account: by, name: byName }} />;
  return <span className="num">{t("compare.run.byClock", { hour: slotMs === null ? "" : time(slotMs) })}</span>;
}

/** When the clock begins the next one, or that it begins none. */
function ClockWords({ nextMs }: { nextMs: number | null }) {
  const { t } = useText();
  const { time } = useFormat();
  return (
    <p className="row wrap sm num">
      <State icon="clock" tone="i2">
        {nextMs === null ? t("compare.clock.off") : t("compare.clock.next", { when: time(nextMs) })}
      </State>
      {nextMs === null && <span className="i3">{t("compare.clock.how")}</span>}
    </p>
  );
}
