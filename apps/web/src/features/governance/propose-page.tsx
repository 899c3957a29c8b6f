import "./governance.css";
import { settingsView } from "@mingbai/governance/views";
import { type FormEvent, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { OptionField } from "./option-field.tsx";
import { ParameterFields } from "./parameter-fields.tsx";
import { ProposeSigning } from "./propose-signing.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { SubjectFields } from "./subject-fields.tsx";
import { findTypedChange, proposedKinds, type TypedChange, typedFrom } from "./typed-change.ts";
import { mayPropose } from "./who-may.ts";

const wordsCharsMax = 2_000;

/** The form for a proposal of any kind. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("governance.new.title")}>
      <Propose />
    </SignedInOnly>
  );
}

function Propose() {
  const { t } = useText();
  const may = mayPropose(useSession()?.roles);
  const asked = useView(settingsView, {}, { off: !may });
  return (
    <div className="page governance">
      <PageTitle title={t("governance.new.title")} />
      <p>
        <Link to="/governance">{t("governance.back")}</Link>
      </p>
      {may ? (
        <PageState asked={asked} what={t("governance.rules.what")}>
          {(settings) => <ProposeForm settings={settings} />}
        </PageState>
      ) : (
        <EmptyState title={t("governance.notYours")} />
      )}
    </div>
  );
}

function ProposeForm({ settings }: { settings: ResultOf<typeof settingsView> }) {
  const { t } = useText();
  const { currency } = useLedger();
  const [asked] = useSearchParams();
  const [typed, setTyped] = useState<TypedChange>(() => typedFrom(asked));
  const [words, setWords] = useState("");
  const [fault, setFault] = useState<"words" | "fields">();
  const [isSigning, setSigning] = useState(false);
  const change = (part: Partial<TypedChange>) => setTyped((before) => ({ ...before, ...part }));
  const found = findTypedChange(typed, currency.decimals);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = found === undefined ? "fields" : words.trim() === "" ? "words" : undefined;
    setFault(missing);
    setSigning(missing === undefined);
  };
  const fields = { typed, settings, change };
  return (
    <form className="governance-form" onSubmit={submit} noValidate>
      <p className="i2">{t("governance.new.lead")}</p>
      <OptionField
        name={t("governance.new.kind")}
        value={typed.kind}
        options={proposedKinds.map((kind) => ({ value: kind, label: t(`governance.new.kind.${kind}`) }))}
        onChange={(kind) => change({ kind })}
      />
      {typed.kind === "parameter" && <ParameterFields {...fields} />}
      {typed.kind === "rule" && <RuleFields {...fields} />}
      {typed.kind !== "parameter" && typed.kind !== "rule" && <SubjectFields {...fields} />}
      <Field name={t("governance.new.words")} note={t("governance.new.words.note")}>
        {(id) => (
          <textarea
            id={id}
            className="field"
            rows={3}
            maxLength={wordsCharsMax}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      {fault !== undefined && (
        <p className="note bad" role="alert">
          <Icon name="cross" />
          <span>{t(`governance.new.fault.${fault}`)}</span>
        </p>
      )}
      <p>
        <button type="submit" className="btn p">
          {t("governance.new.go")}
        </button>
      </p>
      {isSigning && found && (
        <ProposeSigning change={found} settings={settings} message={words.trim()} close={() => setSigning(false)} />
      )}
    </form>
  );
}
