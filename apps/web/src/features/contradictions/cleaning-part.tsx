import { findField } from "@mingbai/registry/content/form/find-field";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { HouseholdVerdict } from "@mingbai/registry/views/household-verdict";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { type PlannedAct, SignAct } from "../people/sign-act.tsx";
import { useFieldText } from "../registry/file/field-text.tsx";
import { form } from "../registry/form-words.ts";
import { applyProposal, isStillOpen } from "./apply-proposal.ts";
import { FactLines } from "./reason/fact-lines.tsx";
import { subjectName } from "./subject-of.ts";

type Proposal = NonNullable<HouseholdVerdict["proposals"]>[number];

/** What could be cleaned in the file: each is taken over by a person, one at a time, as a change like any other. */
export function CleaningPart({ file, proposals }: { file: HouseholdFile; proposals: readonly Proposal[] | null }) {
  const { t, language } = useText();
  const fieldText = useFieldText();
  const [act, setAct] = useState<PlannedAct>();
  const open = (proposals ?? []).filter((proposal) => isStillOpen(file, proposal));
  if (open.length === 0) return null;
  const mayChange = file.may.includes("registry.recordChanges");
  return (
    <section aria-labelledby="cleaning">
      <h2 id="cleaning">{t("clean.title", { number: open.length })}</h2>
      <p className="sm i2">{t("clean.how")}</p>
      <ul className="settled-list">
        {open.map((proposal) => {
          const kind = proposal.subject === "household" ? "household" : "person";
          const field = findField(form, kind, proposal.field);
          if (field === undefined) return null;
          const label = field.label[language];
          const said = proposal.from === null ? t("file.nothing") : fieldText(field, proposal.from);
          const words = (
            <>
              {subjectName(file, proposal.subject)} <span className="i2">{t("file.did.label", { field: label })}</span>
              <del>{said}</del> <span aria-hidden="true">→</span> <ins>{fieldText(field, proposal.to)}</ins>
            </>
          );
          return (
            <li key={`${proposal.subject} ${proposal.field}`} className="row wrap">
              <div className="clean-words">
                <p>{words}</p>
                {proposal.because === "facts" ? (
                  <FactLines
                    facts={proposal.facts.map((fact) => ({ ...fact, kind: "", monthsOld: 0, isOld: false }))}
                  />
                ) : (
                  <p className="sm i2">{t(`clean.because.${proposal.because}`)}</p>
                )}
              </div>
              {mayChange && (
                <button
                  type="button"
                  className="btn s"
                  aria-label={t("clean.take.of", { field: label })}
                  onClick={() => setAct(applyProposal(file, proposal, { title: t("clean.take"), sentence: words }))}
                >
                  {t("clean.take")}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {act && <SignAct act={act} close={() => setAct(undefined)} done={() => setAct(undefined)} />}
    </section>
  );
}
