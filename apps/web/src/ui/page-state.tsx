import { type ReactNode, useEffect, useState } from "react";
import type { QueryProblem } from "../api/problem.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "./icon.tsx";
import { Skeleton } from "./skeleton.tsx";

/** As much of a query's result as a state needs. */
export interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: QueryProblem | null;
  readonly isFetching: boolean;
  readonly dataUpdatedAt: number;
  refetch(): unknown;
}

const reasons = { unreachable: "ui.error.reach", refused: "ui.error.refused", shape: "ui.error.shape" } as const;

/** What happened, what is safe, what to do; the code small. */
export function ErrorState({ what, problem, again }: { what: string; problem: QueryProblem; again(): unknown }) {
  const { t } = useText();
  return (
    <div className="state" role="alert">
      <p className="row">
        <span className="bad">
          <Icon name="cross" />
        </span>
        <b>{t("ui.error.title", { what })}</b>
      </p>
      <p className="i2">{t(reasons[problem.kind])}</p>
      <p className="row wrap">
        <button type="button" className="btn p" onClick={() => again()}>
          {t("ui.error.again")}
        </button>
        <span className="xs i3">{t("ui.error.code", { code: problem.code })}</span>
      </p>
    </div>
  );
}

/** Last known values with their time, and what still works. */
export function OfflineNote({ sinceMs }: { sinceMs: number }) {
  const { t } = useText();
  const time = new Date(sinceMs).toTimeString().slice(0, 5);
  return (
    <div className="note offline" role="status">
      <Icon name="offline" />
      <div>
        <b>{t("ui.offline.title", { time })}</b>
        <div className="i2 sm">{t("ui.offline.works")}</div>
      </div>
    </div>
  );
}

/** What will come here and what one can do now. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      <div className="i2">{children}</div>
    </div>
  );
}

function Loading({ what, rows }: { what: string; rows: number }) {
  const { t } = useText();
  const [waitedMs, setWaitedMs] = useState(0);
  useEffect(() => {
    const shape = setTimeout(() => setWaitedMs(200), 200);
    const words = setTimeout(() => setWaitedMs(2_000), 2_000);
    return () => {
      clearTimeout(shape);
      clearTimeout(words);
    };
  }, []);
  if (waitedMs < 200) return <div className="state" aria-busy="true" />;
  return (
    <div className="state" aria-busy="true">
      <Skeleton rows={rows} />
      <p className="sm i2" role="status">
        {waitedMs >= 2_000 ? t("ui.loadingRows", { what }) : ""}
      </p>
    </div>
  );
}

/**
 * The four states of whatever a query fills: loading (in the shape of rows), error, offline (the last known values
 * stay), and the data itself; `empty` stands in where `isEmpty` says so. `what` names it: 付款清单.
 */
export function PageState<Data>({
  asked,
  what,
  rows = 6,
  isEmpty,
  empty,
  children,
}: {
  asked: Asked<Data>;
  what: string;
  rows?: number;
  isEmpty?: (data: Data) => boolean;
  empty?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  const { data, error } = asked;
  if (data === undefined) {
    return error && !asked.isFetching ? (
      <ErrorState what={what} problem={error} again={() => asked.refetch()} />
    ) : (
      <Loading what={what} rows={rows} />
    );
  }
  return (
    <>
      {error && <OfflineNote sinceMs={asked.dataUpdatedAt} />}
      {isEmpty?.(data) ? empty : children(data)}
    </>
  );
}
