import "./governance.css";
import { settingsView } from "@mingbai/governance/views";
import { type FormEvent, type ReactNode, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import type { FieldsOf } from "./fields-of.ts";
import { OptionField } from "./option-field.tsx";
import { ParameterFields } from "./parameter-fields.tsx";
import { ProposeSigning } from "./propose-signing.tsx";
import { findDraftFault } from "./roster/roster-draft.ts";
import { RosterFields } from "./roster/roster-fields.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { SubjectFields } from "./subject-fields.tsx";
import { TieFields } from "./tie/tie-fields.tsx";
import { useTieFault } from "./tie/use-tie-fault.ts";
import { findTypedChange, proposedKinds, type TypedChange, typedFrom } from "./typed-change.ts";
import { mayPropose } from "./who-may.ts";

type Settings = ResultOf<typeof settingsView>;
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
  const [search] = useSearchParams();
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
          {(settings) => <ProposeForm key={search.toString()} now={settings} search={search} />}
        </PageState>
      ) : (
        <EmptyState title={t("governance.notYours")} />
      )}
    </div>
  );
}

function ProposeForm({ now, search }: { now: Settings; search: URLSearchParams }) {
  const { t } = useText();
  const { currency } = useLedger();
  // What the proposer looked at: a change that others make meanwhile must not be proposed away unseen.
  const [settings] = useState(now);
  const [typed, setTyped] = useState<TypedChange>(() => typedFrom(search, settings.roster));
  const [words, setWords] = useState("");
  const [isTried, setTried] = useState(false);
  const [isSigning, setSigning] = useState(false);
  const faultOf = useFormFault(typed.kind);
  const change = (part: Partial<TypedChange>) => setTyped((before) => ({ ...before, ...part }));
  const found = findTypedChange(typed, currency.decimals);
  const fault = faultOf({ typed, settings, isSpelled: found !== undefined, words });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setSigning(fault === undefined);
  };
  // A ledger that several keep is handed over no more.
  const kinds = proposedKinds.filter((kind) => kind !== "handOver" || settings.roster.length === 1);
  return (
    <form className="governance-form" onSubmit={submit} noValidate>
      <p className="i2">{t("governance.new.lead")}</p>
      <OptionField
        name={t("governance.new.kind")}
        value={typed.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`governance.new.kind.${kind}`) }))}
        onChange={(kind) => change({ kind })}
      />
      {fieldsOf({ typed, settings, change })}
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
      {isTried && fault !== undefined && (
        <p className="note bad" role="alert">
          <Icon name="cross" />
          <span>{fault}</span>
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

function fieldsOf(fields: FieldsOf): ReactNode {
  switch (fields.typed.kind) {
    case "parameter":
      return <ParameterFields {...fields} />;
    case "rule":
      return <RuleFields {...fields} />;
    case "roster":
    case "handOver":
      return <RosterFields {...fields} />;
    case "tie":
      return <TieFields {...fields} />;
    default:
      return <SubjectFields {...fields} />;
  }
}

/** What is still missing or wrong, in words; undefined where the proposal can be signed. */
function useFormFault(shown: TypedChange["kind"]) {
  const { t } = useText();
  const tieFault = useTieFault({ off: shown !== "tie" });
  const organisationName = useOrganisationName();
  return ({
    typed,
    settings,
    isSpelled,
    words,
  }: {
    typed: TypedChange;
    settings: Settings;
    isSpelled: boolean;
    words: string;
  }): string | undefined => {
    const { kind, roster } = typed;
    const fault =
      kind === "roster" || kind === "handOver" ? findDraftFault(roster, { kind, inForce: settings.roster }) : undefined;
    if (fault) {
      const organisation = "organisation" in fault ? organisationName(fault.organisation) : "";
      return t(`governance.roster.fault.${fault.why}`, { organisation });
    }
    const tie = kind === "tie" ? tieFault(typed.tie) : undefined;
    if (tie !== undefined) return tie;
    if (!isSpelled) return t("governance.new.fault.fields");
    return words.trim() === "" ? t("governance.new.fault.words") : undefined;
  };
}
