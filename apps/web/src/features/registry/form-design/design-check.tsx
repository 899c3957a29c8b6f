import type { Change } from "@mingbai/governance/schema";
import { settingsView } from "@mingbai/governance/views";
import { contradictionsOf } from "@mingbai/registry/content/compare/county/rules-of-version";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { policiesView } from "@mingbai/registry/views/cases";
import { useMemo, useState } from "react";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Field } from "../../../ui/field.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { ProposeSigning } from "../../governance/propose-signing.tsx";
import { useFormFaults } from "./use-form-faults.ts";

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
  const settings = useView(settingsView, {});
  const policy = useView(policiesView, {}).data?.rows[0]?.policy;
  const rulesVersion = settings.data?.parameters.find(({ name }) => name === "ledger.rulesVersion")?.value ?? undefined;
  const published = useMemo(
    () => (policy && rulesVersion !== undefined ? { rules: contradictionsOf(rulesVersion), policy } : undefined),
    [rulesVersion, policy],
  );
  const faults = useFormFaults(inForce, draft, published);
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
              disabled={faults.length > 0 || published === undefined}
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
