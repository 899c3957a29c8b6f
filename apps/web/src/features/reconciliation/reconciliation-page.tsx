import "./reconciliation.css";
import { bankDaysView, differencesView } from "@mingbai/treasury/views/bank-close";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { exportKeys } from "../../ui/export-files.tsx";
import { KeyStrip } from "../../ui/key-strip.tsx";
import { EmptyState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { ChosenDay, ComparedDay } from "./bank-day-page.tsx";
import { DayStrip } from "./day-strip.tsx";
import { MintNote } from "./mint-note.tsx";
import { OpenDifferences } from "./open-differences.tsx";
import type { GivenStatement } from "./read-statement.ts";
import { StatementForm } from "./statement-form.tsx";
import { mayReconcile } from "./who-may.ts";

const daysEveryMs = 5_000;

/** The reconciliation desk: each bank day, its statement against the ledger, what differs, and who has signed it. */
export function Component() {
  const { t } = useText();
  const session = useSession();
  const mayAsk = session !== undefined && mayReconcile(session.roles);
  useKeys({ f: () => document.getElementById("statement-file")?.click() });
  return (
    <>
      <div className="page reconciliation-page">
        {mayAsk ? (
          <Desk />
        ) : (
          <>
            <PageTitle title={t("reconciliation.title")} />
            <EmptyState title={t(session ? "reconciliation.notYours" : "reconciliation.signIn")}>
              {session ? t("reconciliation.notYours.how") : <Link to="/sign-in">{t("reconciliation.signIn.do")}</Link>}
            </EmptyState>
          </>
        )}
      </div>
      <KeyStrip
        keys={[
          { press: ["F"], does: t("reconciliation.choose") },
          { press: ["J", "K"], does: t("reconciliation.key.move") },
          { press: ["Enter"], does: t("reconciliation.key.open") },
          { press: ["X"], does: t("reconciliation.key.fold") },
          { press: ["S"], does: t("reconciliation.close.do") },
          ...exportKeys(t),
          { press: ["P"], does: t("reconciliation.print") },
          { press: ["?"], does: t("reconciliation.key.all") },
        ]}
      />
    </>
  );
}

/** What is in hand: a day of the strip, or a statement from a file. */
type InHand = { readonly day: string } | { readonly given: GivenStatement } | undefined;

function Desk() {
  const { t } = useText();
  const { day } = useFormat();
  const [inHand, setInHand] = useState<InHand>();
  const asked = useView(bankDaysView, {}, { everyMs: daysEveryMs });
  const open = useView(differencesView, { state: "open" }, { everyMs: daysEveryMs });
  const { account = null, days = [], stoppedMs = null, openDifferences = 0 } = asked.data ?? {};
  const chosen = inHand ?? (days[0] && { day: days[0].day });
  const of =
    chosen === undefined
      ? undefined
      : "given" in chosen
        ? { account: chosen.given.statement.account, day: chosen.given.statement.day }
        : { account: account ?? "", day: chosen.day };
  return (
    <>
      <PageTitle title={t("reconciliation.title")}>
        {of && <span className="i3 num">{t("reconciliation.of", { day: day(of.day), account: of.account })}</span>}
        <span className="sp" />
        {days.length > 0 && <DayStrip days={days} at={of?.day} onChoose={(one) => setInHand({ day: one })} />}
        {of && <StatementForm isCompact onRead={(read) => read.kind === "read" && setInHand({ given: read.given })} />}
      </PageTitle>
      {stoppedMs !== null && <MintNote count={openDifferences} sinceMs={stoppedMs} />}
      <OpenDifferences open={open.data?.differences ?? []} />
      {of === undefined && asked.isPending && <div className="state" aria-busy="true" />}
      {of === undefined && !asked.isPending && (
        <EmptyState title={t("reconciliation.empty")}>
          <p>{t("reconciliation.empty.how")}</p>
          <StatementForm
            isCompact={false}
            onRead={(read) => read.kind === "read" && setInHand({ given: read.given })}
          />
        </EmptyState>
      )}
      {chosen !== undefined &&
        ("given" in chosen ? (
          <ComparedDay key={chosen.given.statement.statementId} given={chosen.given} />
        ) : (
          <ChosenDay key={chosen.day} account={account ?? ""} day={chosen.day} />
        ))}
    </>
  );
}
