import "../../apply/apply.css";
import "../../governance/governance.css";
import "../../people/people.css";
import "../form/form.css";
import "../members/members.css";
import "./form-page.css";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { formsView } from "@mingbai/registry/views/form";
import { useState } from "react";
import { useView } from "../../../api/use-view.ts";
import type { ResultOf } from "../../../api/view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { FactMark } from "../../../ui/fact-mark.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { PageState } from "../../../ui/page-state.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { mayPropose } from "../../governance/who-may.ts";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { form as newest } from "../form-words.ts";
import { useFormOf } from "../use-form-of.ts";
import { DesignPart } from "./design-part.tsx";
import { FormTables } from "./form-tables.tsx";
import { useFormDraft } from "./use-form-draft.ts";
import { VersionChanges } from "./version-changes.tsx";

type Versions = ResultOf<typeof formsView>["rows"];

/** What household files ask for: the form in force and those before it; whoever may propose makes the next one here. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("design.title")}>
      <FormPage />
    </SignedInOnly>
  );
}

function FormPage() {
  const { t } = useText();
  const asked = useView(formsView, {});
  return (
    <div className="page form-page">
      <PageState asked={asked} what={t("design.what")} rows={12}>
        {({ rows }) => <Form versions={rows} />}
      </PageState>
    </div>
  );
}

function Form({ versions }: { versions: Versions }) {
  const { t } = useText();
  const { draft, begin, change, drop } = useFormDraft();
  const may = mayPropose(useSession()?.roles);
  const [version, setVersion] = useState(versions[0]?.version ?? newest.version);
  const form = useFormOf(version);
  if (draft && may) return <DesignPart inForce={newest} draft={draft} change={change} drop={drop} begin={begin} />;
  return (
    <>
      <PageTitle title={t("design.title")}>
        <VersionNote versions={versions} form={form} />
        <span className="sp" />
        {may && (
          <button type="button" className="btn p" onClick={() => begin(newest)}>
            <Icon name="pencil" size={14} />
            {t("design.edit")}
          </button>
        )}
      </PageTitle>
      <p className="i2">{t("design.lead")}</p>
      {!may && <p className="i2">{t("design.edit.notYours")}</p>}
      {versions.length > 1 && (
        <p>
          <label className="row">
            <span className="label">{t("design.showVersion")}</span>
            <select
              className="field version-choice"
              value={version}
              onChange={({ target }) => setVersion(Number(target.value))}
            >
              {versions.map((one) => (
                <option key={one.version} value={one.version}>
                  {t("design.version", { version: one.version })}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {version > 1 && <VersionChanges form={form} />}
      <FormTables form={form} />
    </>
  );
}

function VersionNote({ versions, form }: { versions: Versions; form: FormDefinition }) {
  const { t } = useText();
  const { time } = useFormat();
  const found = versions.find(({ version }) => version === form.version);
  const title = t("design.version", { version: form.version });
  const since = found?.sinceMs == null ? t("design.first") : t("design.since", { when: time(found.sinceMs) });
  return (
    <span className="row i2 sm">
      <b>{title}</b>
      {form.version === versions[0]?.version && <span className="tag">{t("design.inForce")}</span>}
      <span>{since}</span>
      {found?.transaction != null && <FactMark transactionId={found.transaction} title={title} />}
    </span>
  );
}
