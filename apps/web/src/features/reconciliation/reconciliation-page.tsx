import "./reconciliation.css";
import type { Statement } from "@mingbai/iso20022/camt053";
import { bankDayView } from "@mingbai/treasury/views/bank";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import type { SessionRole } from "../../session/session.ts";
import { useSession } from "../../session/use-session.ts";
import { KeyStrip } from "../../ui/key-strip.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { DayDesk } from "./day-desk.tsx";
import { StatementForm } from "./statement-form.tsx";

const whoReconciles: readonly SessionRole[] = [
  "projectManager",
  "financeSupervisor",
  "approver",
  "escrowBank",
  "regulator",
  "auditor",
];

/** The reconciliation desk: the bank's statement of a day, read in this browser, against the ledger's lines of that day. */
export function Component() {
  const { t } = useText();
  const { day } = useFormat();
  const session = useSession();
  const [statement, setStatement] = useState<Statement>();
  const mayAsk = session?.roles.some((role) => whoReconciles.includes(role)) === true;
  useKeys({ f: () => document.getElementById("statement-file")?.click() });
  return (
    <>
      <div className="page reconciliation-page">
        <PageTitle title={t("reconciliation.title")}>
          {statement && (
            <span className="i3 num">
              {t("reconciliation.of", { day: day(statement.day), account: statement.account })}
            </span>
          )}
          <span className="sp" />
          {statement && (
            <StatementForm isCompact onRead={(read) => read.kind === "read" && setStatement(read.statement)} />
          )}
        </PageTitle>
        {!mayAsk && (
          <EmptyState title={t(session ? "reconciliation.notYours" : "reconciliation.signIn")}>
            {session ? t("reconciliation.notYours.how") : <Link to="/sign-in">{t("reconciliation.signIn.do")}</Link>}
          </EmptyState>
        )}
        {mayAsk && statement === undefined && (
          <EmptyState title={t("reconciliation.empty")}>
            <p>{t("reconciliation.empty.how")}</p>
            <StatementForm isCompact={false} onRead={(read) => read.kind === "read" && setStatement(read.statement)} />
          </EmptyState>
        )}
        {mayAsk && statement !== undefined && (
          <ComparedDay key={`${statement.account} ${statement.statementId}`} statement={statement} />
        )}
      </div>
      <KeyStrip
        keys={[
          { press: ["F"], does: t("reconciliation.choose") },
          { press: ["J", "K"], does: t("reconciliation.key.move") },
          { press: ["Enter"], does: t("reconciliation.key.open") },
          { press: ["X"], does: t("reconciliation.key.fold") },
          { press: ["E"], does: t("reconciliation.export") },
          { press: ["P"], does: t("reconciliation.print") },
          { press: ["?"], does: t("reconciliation.key.all") },
        ]}
      />
    </>
  );
}

function ComparedDay({ statement }: { statement: Statement }) {
  const { t } = useText();
  const asked = useView(bankDayView, { account: statement.account, day: statement.day });
  return (
    <PageState asked={asked} what={t("reconciliation.what")} rows={10}>
      {(ledger) => <DayDesk statement={statement} ledger={ledger} />}
    </PageState>
  );
}
