import type { Change } from "@mingbai/governance/schema";
import { settingsView } from "@mingbai/governance/views";
import { compileRules } from "@mingbai/registry/content/compare/compile-rules";
import { countyContradictions } from "@mingbai/registry/content/compare/county/county-rules";
import { type FormDefinition, FormDefinition as FormShape } from "@mingbai/registry/content/form/definition";
import { findFormFaults } from "@mingbai/registry/content/form/find-form-faults";
import { useMemo, useState } from "react";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Field } from "../../../ui/field.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { ProposeSigning } from "../../governance/propose-signing.tsx";

const wordsCharsMax = 2_000;

/** Whether the next form can be used, in words; and proposing it, with why. */
export function DesignCheck({
  inForce,
  draft,
  hasChanges,
  onProposed,
}: {
  inForce: FormDefinition;
  draft: FormDefinition;
  hasChanges: boolean;
  onProposed(): void;
}) {
  const { t } = useText();
  const faults = useFaults(inForce, draft);
  const settings = useView(settingsView, {});
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState("");
  const [change, setChange] = useState<Change>();
  const propose = () => {
    if (words.trim() === "") return setWrong(t("design.words.missing"));
    setWrong("");
    setChange({ kind: "householdForm", form: draft });
  };
  return (
    <section className="design-check" aria-labelledby="design-check">
      <h2 id="design-check">{t("design.check")}</h2>
      {faults.length === 0 ? (
        <p className="row ok" role="status">
          <Icon name="tick" size={14} />
          {t(hasChanges ? "design.check.good" : "design.changes.none")}
        </p>
      ) : (
        <div role="status">
          <p className="bad">{t("design.check.faults", { count: faults.length })}</p>
          <ul className="bad">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      {hasChanges && (
        <div className="governance-form">
          <Field name={t("design.words")} note={t("design.words.note")}>
            {(id) => (
              <textarea
                id={id}
                className="field"
                rows={2}
                maxLength={wordsCharsMax}
                value={words}
                onChange={({ target }) => setWords(target.value)}
              />
            )}
          </Field>
          {wrong !== "" && (
            <p className="bad" role="alert">
              {wrong}
            </p>
          )}
          <p>
            <button
              type="button"
              className="btn p"
              disabled={faults.length > 0 || settings.data === undefined}
              onClick={propose}
            >
              {t("design.propose")}
            </button>
          </p>
        </div>
      )}
      {change && settings.data && (
        <ProposeSigning
          change={change}
          settings={settings.data}
          message={words.trim()}
          onProposed={onProposed}
          close={() => setChange(undefined)}
        />
      )}
    </section>
  );
}

/** Everything that keeps the form from being voted, and what of the published rules would no longer fit it. */
function useFaults(inForce: FormDefinition, draft: FormDefinition): readonly string[] {
  const { t, language } = useText();
  return useMemo(() => {
    const empty = draft.sections.filter(({ fields }) => fields.length === 0);
    if (empty.length > 0) return empty.map(({ title }) => t("design.check.sectionEmpty", { section: title[language] }));
    const shape = FormShape.safeParse(draft);
    if (!shape.success) return shape.error.issues.map(({ message }) => message);
    const faults = findFormFaults(inForce, draft).map((fault) => fault[language]);
    if (faults.length > 0) return faults;
    const ready = compileRules(countyContradictions, draft);
    return "fault" in ready ? [t("design.check.used", { what: ready[language] })] : [];
  }, [inForce, draft, language, t]);
}
