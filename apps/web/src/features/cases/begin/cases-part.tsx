import "../cases.css";
import { householdCasesView } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { PageState } from "../../../ui/page-state.tsx";
import { State } from "../../../ui/state.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { Due } from "../../matter/due.tsx";
import { ActDrawer } from "../acts/act-drawer.tsx";
import { lastMoment, stageLooks, useCaseWords } from "../use-case-words.ts";
import { ApplyForm } from "./apply-form.tsx";
import { ExitForm } from "./exit-form.tsx";
import { whatBegins } from "./what-begins.ts";

/** The cases of a household on its page, and the one that may be begun there: applying for monitoring, or leaving it. */
export function CasesPart({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const { stageText } = useCaseWords();
  const nowMs = useNow();
  const asked = useView(householdCasesView, { household: file.household });
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <section id="part-cases" aria-labelledby="cases">
      <h2 id="cases">{t("cases.part")}</h2>
      <PageState asked={asked} what={t("cases.part")} rows={2}>
        {(cases) => {
          const begins = whatBegins(file, cases);
          return (
            <>
              {cases.rows.length === 0 && <p className="sm i3">{t("cases.part.none")}</p>}
              <ul className="case-lines">
                {cases.rows.map((one) => (
                  <li key={one.case}>
                    <Link to={`/cases/${one.case}`}>{t(`cases.kind.${one.kind}`)}</Link>
                    <span className="sm row wrap">
                      <State {...stageLooks[one.stage]}>{stageText(one)}</State>
                      {one.dueMs !== null && <Due dueMs={lastMoment(one.dueMs)} nowMs={nowMs} />}
                    </span>
                  </li>
                ))}
              </ul>
              {begins && (
                <p>
                  <button type="button" className="btn s" onClick={() => setOpen(true)}>
                    <Icon name={begins === "apply" ? "plus" : "forward"} size={14} />
                    {t(`cases.begin.${begins}`)}
                  </button>
                </p>
              )}
              {isOpen && begins && (
                <ActDrawer title={t("cases.of", { head: file.head, number: file.number })} close={close}>
                  {begins === "exit" ? (
                    <ExitForm file={file} close={close} />
                  ) : (
                    <ApplyForm file={file} {...(file.purpose === "own" && { own: "own" })} close={close} />
                  )}
                </ActDrawer>
              )}
            </>
          );
        }}
      </PageState>
    </section>
  );
}
