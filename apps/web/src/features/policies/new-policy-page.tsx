import "../governance/governance.css";
import "../matter/matter.css";
import "./policies.css";
import { settingsView } from "@mingbai/governance/views";
import { compilePolicy } from "@mingbai/registry/content/policy/compile-policy";
import type { EntryPolicy } from "@mingbai/registry/content/policy/entry-policy";
import { policiesView } from "@mingbai/registry/views/cases";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { WordsField } from "../cases/acts/words-field.tsx";
import { ProposeSigning } from "../governance/propose-signing.tsx";
import { mayPropose } from "../governance/who-may.ts";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { form } from "../registry/form-words.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { TargetsPart } from "./targets-part.tsx";
import { findPolicy, monthNames, newCondition, stepNames, type TypedPolicy, typedFrom } from "./typed-policy.ts";

const titleCharsMax = 80;
const numberCharsMax = 12;

/** The next version of the policy: typed, looked at beside the one in force, and proposed for a vote. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("policies.new")}>
      <NewPolicy />
    </SignedInOnly>
  );
}

function NewPolicy() {
  const { t } = useText();
  const may = mayPropose(useSession()?.roles);
  const asked = useView(policiesView, {}, { off: !may });
  return (
    <div className="page governance policies-page">
      <PageTitle title={t("policies.new")} />
      <p>
        <Link to="/policies">{t("policies.title")}</Link>
      </p>
      {may ? (
        <PageState asked={asked} what={t("policies.what")} rows={10}>
          {({ rows: [first] }) => first && <PolicyForm key={first.version} inForce={first.policy} />}
        </PageState>
      ) : (
        <EmptyState title={t("governance.notYours")} />
      )}
    </div>
  );
}

function PolicyForm({ inForce }: { inForce: EntryPolicy }) {
  const { t } = useText();
  const { currency } = useLedger();
  const settings = useView(settingsView, {});
  const [typed, setTyped] = useState<TypedPolicy>(() => typedFrom(inForce, currency.decimals));
  const [words, setWords] = useState("");
  const [fault, setFault] = useState("");
  const [looked, setLooked] = useState<EntryPolicy>();
  const [isSigning, setSigning] = useState(false);
  const change = (part: Partial<TypedPolicy>) => setTyped((before) => ({ ...before, ...part }));
  const policy = findPolicy(typed, inForce, currency.decimals);
  const faultOf = useFault();
  const look = () => {
    const found = faultOf(policy);
    setFault(found);
    if (found === "") setLooked(policy);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOf(policy) || (words.trim() === "" ? t("governance.new.fault.words") : "");
    setFault(found);
    setSigning(found === "");
  };
  return (
    <>
      <form className="governance-form policy-form" onSubmit={submit} noValidate>
        <p className="i2">{t("policies.new.lead", { version: inForce.version + 1 })}</p>
        <TextField
          name={t("policies.titleZh")}
          charsMax={titleCharsMax}
          text={typed.titleZh}
          onChange={(titleZh) => change({ titleZh })}
        />
        <TextField
          name={t("policies.titleEn")}
          charsMax={titleCharsMax}
          text={typed.titleEn}
          onChange={(titleEn) => change({ titleEn })}
        />
        <TextField
          name={t("policies.line")}
          note={t("policies.line.unit")}
          charsMax={numberCharsMax}
          text={typed.incomeLine}
          onChange={(incomeLine) => change({ incomeLine })}
        />
        <ConditionFields title={t("policies.entry")} conditions={typed.entry} onChange={(entry) => change({ entry })} />
        <p>
          <button
            type="button"
            className="btn s"
            onClick={() => change({ entry: [...typed.entry, newCondition(typed.entry)] })}
          >
            <Icon name="plus" size={14} />
            {t("policies.condition.add")}
          </button>
        </p>
        <ConditionFields title={t("policies.exit")} conditions={typed.exit} onChange={(exit) => change({ exit })} />
        <fieldset className="policy-numbers">
          <legend>{t("policies.days")}</legend>
          {stepNames.map((step) => (
            <TextField
              key={step}
              name={t(`policies.days.${step}`)}
              charsMax={numberCharsMax}
              text={typed.days[step]}
              onChange={(text) => change({ days: { ...typed.days, [step]: text } })}
            />
          ))}
          {monthNames.map((name) => (
            <TextField
              key={name}
              name={t(`policies.months.${name}`)}
              charsMax={numberCharsMax}
              text={typed.months[name]}
              onChange={(text) => change({ months: { ...typed.months, [name]: text } })}
            />
          ))}
        </fieldset>
        <WordsField name={t("policies.words")} words={words} onChange={setWords} />
        {fault !== "" && (
          <p className="note bad" role="alert">
            <Icon name="cross" />
            <span>{fault}</span>
          </p>
        )}
        <p className="row wrap">
          <button type="button" className="btn" onClick={look}>
            <Icon name="eye" size={14} />
            {t("policies.look")}
          </button>
          <button type="submit" className="btn p">
            {t("policies.propose")}
          </button>
        </p>
      </form>
      {looked && <TargetsPart policy={looked} />}
      {isSigning && policy && settings.data && (
        <ProposeSigning
          change={{ kind: "entryPolicy", policy }}
          settings={settings.data}
          message={words.trim()}
          close={() => setSigning(false)}
        />
      )}
    </>
  );
}

/** What is missing, or which condition cannot be judged, in words; "" where the policy can be proposed. */
function useFault() {
  const { t, language } = useText();
  return (policy: EntryPolicy | undefined): string => {
    if (policy === undefined) return t("policies.fault.fields");
    const ready = compilePolicy(policy, form);
    if (!("fault" in ready)) return "";
    const condition = [...policy.conditions, ...policy.exit.conditions].find(({ id }) => id === ready.condition);
    return t("policies.fault.rule", { condition: condition?.title[language] ?? ready.condition, why: ready[language] });
  };
}
