import "./regulator.css";
import { type FreezeRow, freezeRowsMax, freezesView } from "@mingbai/treasury/views/freezes";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { FindForm } from "./find-form.tsx";
import { FreezeSigning } from "./freeze-signing.tsx";
import { FreezeTable } from "./freeze-table.tsx";
import { OpenMatters } from "./open-matters.tsx";
import { useTargetWords } from "./use-target-words.ts";
import { supervisorRoles } from "./who-may.ts";

const refreshMs = 15_000;

/** What a text finds; `text` is never empty here. */
function Found({ text, onAct }: { text: string; onAct(row: FreezeRow): void }) {
  const { t } = useText();
  const asked = useView(freezesView, { text }, { everyMs: refreshMs, keep: true });
  return (
    <PageState
      asked={asked}
      what={t("regulator.what")}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<EmptyState title={t("regulator.found.none")}>{t("regulator.found.none.how")}</EmptyState>}
    >
      {({ rows, total }) => {
        const words =
          total > rows.length
            ? t("regulator.found.some", { count: total, shown: freezeRowsMax })
            : t("regulator.found", { count: total });
        return <FreezeTable rows={rows} caption={words} onAct={onAct} />;
      }}
    </PageState>
  );
}

function FrozenNow({ onAct }: { onAct(row: FreezeRow): void }) {
  const { t } = useText();
  const asked = useView(freezesView, {}, { everyMs: refreshMs });
  return (
    <PageState
      asked={asked}
      what={t("regulator.what")}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<EmptyState title={t("regulator.now.none")}>{t("regulator.now.none.how")}</EmptyState>}
    >
      {({ rows, total }) => <FreezeTable rows={rows} caption={t("regulator.now", { count: total })} onAct={onAct} />}
    </PageState>
  );
}

function Desk() {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const [row, setRow] = useState<FreezeRow>();
  const [done, setDone] = useState("");
  const { nameOf } = useTargetWords();
  const text = search.get("text")?.trim() ?? "";
  const act = (next: FreezeRow) => {
    setDone("");
    setRow(next);
  };
  return (
    <>
      <p className="i2">{t("regulator.lead")}</p>
      <OpenMatters />
      {done !== "" && (
        <div className="note ok" role="status">
          <Icon name="tick" />
          <b>{done}</b>
        </div>
      )}
      <section aria-labelledby="regulator-find">
        <h2 id="regulator-find">{t("regulator.find")}</h2>
        <FindForm key={text} text={text} onFind={(next) => setSearch(next === "" ? {} : { text: next })} />
        {text !== "" && <Found text={text} onAct={act} />}
      </section>
      <section aria-labelledby="regulator-now">
        <h2 id="regulator-now">{t("regulator.frozen")}</h2>
        <FrozenNow onAct={act} />
      </section>
      {row && (
        <FreezeSigning
          target={row.target}
          name={nameOf(row)}
          isFrozen={row.frozen !== null}
          close={() => setRow(undefined)}
          done={(words) => {
            setRow(undefined);
            setDone(words);
          }}
        />
      )}
    </>
  );
}

/** The regulator's page: what is frozen, what may be, and what is not settled yet; the auditor looks on. */
export function Component() {
  const { t } = useText();
  const session = useSession();
  const sees = supervisorRoles.some((role) => session?.roles.includes(role) === true);
  return (
    <SignedInOnly title={t("regulator.title")}>
      <div className="page regulator">
        <PageTitle title={t("regulator.title")} />
        {sees ? (
          <Desk key={session?.account} />
        ) : (
          <EmptyState title={t("regulator.notYours")}>{t("regulator.notYours.how")}</EmptyState>
        )}
      </div>
    </SignedInOnly>
  );
}
