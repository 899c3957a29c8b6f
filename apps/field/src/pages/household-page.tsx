import { writeText } from "@mingbai/registry/content/entry/write-text";
import type { Values } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import { findField } from "@mingbai/registry/content/form/find-field";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import { filesStore, type KeptFile, keptDaysMax } from "../files/kept-file.ts";
import { useDivisions } from "../files/use-divisions.ts";
import { useText } from "../i18n/use-text.ts";
import { useStore } from "../keep/use-store.ts";
import { recordsStore, saveRecord } from "../outbox/records.ts";
import { meStore } from "../person/me.ts";
import { Icon } from "../ui/icon.tsx";
import { goTo, linkTo } from "../ui/route.ts";
import { Screen } from "../ui/screen.tsx";
import { SignalStrip } from "../ui/signal-strip.tsx";
import { useTimes } from "../ui/use-times.ts";
import { beginRecord, beginVisit } from "../visit/begin-draft.ts";
import { form } from "../visit/form.ts";
import { questionParts } from "../visit/parts.ts";
import { relationText } from "../visit/relation-text.ts";
import { useFetching } from "./use-fetching.ts";

const dayMs = 24 * 60 * 60_000;

/** A household's file as it lies in the phone, to be read at its door. */
export function HouseholdPage({ household }: { household: string }) {
  const kept = useStore(filesStore).get(household);
  return kept === undefined ? <NotHere household={household} /> : <File kept={kept} />;
}

function NotHere({ household }: { household: string }) {
  const { t } = useText();
  const { progress, fault, fetchAll } = useFetching();
  return (
    <Screen title={t("household.notHere.title")} leave={backToList(t("list.title"))} strip={<SignalStrip of="list" />}>
      <div className="state">
        <p>{t("household.notHere")}</p>
        <p>
          <button
            type="button"
            className="btn p"
            aria-disabled={progress !== undefined}
            onClick={() => void fetchAll([household])}
          >
            {progress === undefined ? t("household.fetch") : t("list.fetching", progress)}
          </button>
        </p>
        {fault !== undefined && (
          <p role="alert" className="bad">
            {t("list.failed", { why: fault })}
          </p>
        )}
      </div>
    </Screen>
  );
}

function backToList(label: string) {
  return { href: linkTo(), icon: "back", label } as const;
}

function File({ kept }: { kept: KeptFile }) {
  const { t, language } = useText();
  const { when } = useTimes();
  const { file, keptMs } = kept;
  const { head, people, area, team, monitored } = file;
  const monitoredField = findField(form, "household", "monitored");
  const title = head === "" ? t("household.noName") : t("household.title", { head });
  return (
    <Screen title={title} leave={backToList(t("list.title"))} strip={<SignalStrip of="list" />} tab="households">
      <section className="block">
        <p>
          {[t("household.people", { count: people }), area[language], team].filter(Boolean).join(t("list.between"))}
        </p>
        {monitored !== "" && monitoredField && (
          <p>
            <span className="tag warn">
              <Icon name="warn" size={14} />
              {writeText(monitoredField, monitored, language)}
            </span>
          </p>
        )}
        {file.open > 0 && <p className="bad">{t("household.open", { count: file.open })}</p>}
        <Doings kept={kept} />
        <p className="hint">{t("household.kept", { when: when(keptMs), until: when(keptMs + keptDaysMax * dayMs) })}</p>
      </section>
      <section className="block" aria-labelledby="members">
        <h2 id="members">{t("household.members")}</h2>
        <ul className="rows inset">
          {file.residents.map(({ person, values }) => (
            <li key={person} className="row-link">
              <span className="t">{String(values[knownFields.person.name] ?? t("visit.person.unnamed"))}</span>
              <span className="m">{relationText(values, language)}</span>
            </li>
          ))}
        </ul>
      </section>
      {questionParts("household", file.classes).map(({ id, title: name, fields }) => (
        <section key={id} className="block" aria-labelledby={`section-${id}`}>
          <h2 id={`section-${id}`}>{name[language]}</h2>
          <Answers fields={fields} values={file.values} />
        </section>
      ))}
    </Screen>
  );
}

/** Records a visit, or goes on with the one that is not finished; calls them. */
function Doings({ kept: { file } }: { kept: KeptFile }) {
  const { t } = useText();
  const me = useStore(meStore);
  const open = [...useStore(recordsStore).values()].find(
    ({ stage, owner, draft }) => stage === "filling" && owner === me?.account && draft.household === file.household,
  );
  const phone = file.values[knownFields.household.phone];
  const begin = async (): Promise<void> => {
    if (open !== undefined) return goTo("visit", open.id, open.draft.at);
    if (!me) return;
    const record = beginRecord(beginVisit(file), { owner: me.account, nowMs: Date.now() });
    await saveRecord(record);
    goTo("visit", record.id, 0);
  };
  return (
    <p className="buttons">
      <button type="button" className="btn p" onClick={() => void begin()}>
        <Icon name="plus" />
        {t(open === undefined ? "household.visit" : "household.continue")}
      </button>
      {typeof phone === "string" && (
        <a className="btn" href={`tel:${phone}`}>
          <Icon name="call" />
          {t("household.call")}
        </a>
      )}
    </p>
  );
}

function Answers({ fields, values }: { fields: readonly FieldDefinition[]; values: Values }) {
  const { t, language } = useText();
  const divisions = useDivisions(language);
  const answered = fields.flatMap((field) => {
    const value = values[field.id];
    return value === undefined || field.of.type === "photos" ? [] : [{ field, value }];
  });
  if (answered.length === 0) return <p className="i3">{t("household.nothing")}</p>;
  return (
    <dl>
      {answered.map(({ field, value }) => (
        <div key={field.id}>
          <dt>{field.label[language]}</dt>
          <dd className="num">
            {writeText(field, value, language, divisions)}
            {field.of.type === "number" && ` ${field.of.unit[language]}`}
            {field.of.type === "money" && ` ${t("field.yuan")}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
