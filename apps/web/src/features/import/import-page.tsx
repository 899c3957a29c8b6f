import "../matter/matter.css";
import "../matter/matter-parts.css";
import "../disbursement/disbursement.css";
import "./import.css";
import { useSyncExternalStore } from "react";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useProblemWords } from "../../session/problem-words.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { fileWriterRoles, holdsOne } from "../registry/who-may.ts";
import { ChecksPart } from "./check/checks-part.tsx";
import { Corrections } from "./check/corrections.tsx";
import { FaultsPart } from "./check/faults-part.tsx";
import { ChooseFile } from "./choose/choose-file.tsx";
import { ColumnsPart } from "./columns/columns-part.tsx";
import { QueuePart } from "./decide/queue-part.tsx";
import { importDesk } from "./desk/import-desk.ts";
import { ImportSide } from "./import-side.tsx";
import { ImportSteps } from "./import-steps.tsx";
import { ListUnreadableError } from "./list/list-thread.ts";
import { PastImports } from "./write/past-imports.tsx";
import { SentElsewhereError } from "./write/send-import.ts";

/** A list of households from its file to the files: columns, checks, what waits for a person, writing, and taking it back. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("import.title")}>
      <Desk />
    </SignedInOnly>
  );
}

function Desk() {
  const { t, language } = useText();
  const session = useSession();
  const wordsOf = useProblemWords();
  const state = useSyncExternalStore(importDesk.subscribe, importDesk.get);
  const { fault } = state;
  const mayImport = holdsOne(session?.roles, fileWriterRoles);
  const explain = (problem: unknown): string => {
    if (problem instanceof SentElsewhereError) return t("import.elsewhere");
    if (!(problem instanceof ListUnreadableError)) return wordsOf(problem);
    return typeof problem.why === "string" ? t(`import.unreadable.${problem.why}`) : problem.why[language];
  };
  return (
    <div className="matter-page list-page import-page">
      <div className="matter-head">
        <p className="sm">
          <Link to="/registry" className="row">
            <Icon name="left" size={14} />
            {t("registry.title")}
          </Link>
        </p>
        <PageTitle title={t("import.title")} />
        <ImportSteps now={state.phase} />
      </div>
      {!mayImport ? (
        <p className="state i2">{t("import.why.role")}</p>
      ) : (
        <div className="matter-panes list-panes">
          <div className="matter-body">
            {fault !== undefined && (
              <p className="note bad" role="alert">
                <Icon name="cross" />
                <span>{explain(fault)}</span>
              </p>
            )}
            <ChooseFile state={state} />
            {state.mapping && state.list && <ColumnsPart key={state.list.fingerprint} state={state} />}
            {state.summary && <ChecksPart state={state} summary={state.summary} />}
            {state.summary && <FaultsPart summary={state.summary} list={state.list} />}
            {state.summary && <Corrections state={state} />}
            {state.plan && <QueuePart state={state} />}
            <PastImports />
          </div>
          <ImportSide state={state} />
        </div>
      )}
    </div>
  );
}
