import { useText } from "../../../i18n/use-text.ts";
import { State } from "../../../ui/state.tsx";
import { getField, valueText } from "../../registry/form-words.ts";
import type { DeskState } from "../desk/desk-state.ts";
import { decideHousehold } from "./decide-household.ts";
import type { Decision } from "./decision.ts";
import type { QueueItem } from "./queue-item.ts";

/** More are shown when these are decided. */
const shownMax = 100;

/** Households that only a person decides: rows that disagree, people who may be known already, people known elsewhere. */
export function QueuePart({ state }: { state: DeskState }) {
  const { t } = useText();
  const { queue, decisions, plan } = state;
  if (queue.length === 0) return null;
  const open = queue.filter(({ key }) => decisions[key] === undefined).length;
  return (
    <section aria-labelledby="import-queue">
      <div className="row wrap list-head">
        <h2 id="import-queue">{t("import.queue", { count: plan?.queued ?? queue.length })}</h2>
        <span className="sm i2">{t("import.queue.others", { count: open })}</span>
      </div>
      <ul className="import-queue">
        {queue.slice(0, shownMax).map((item) => (
          <li key={item.key}>
            <QueuedHousehold item={item} decision={decisions[item.key]} isOff={state.busy !== undefined} />
          </li>
        ))}
      </ul>
      {queue.length > shownMax && <p className="sm i2">{t("import.queue.more", { count: queue.length - shownMax })}</p>}
    </section>
  );
}

function QueuedHousehold({
  item,
  decision,
  isOff,
}: {
  item: QueueItem;
  decision: Decision | undefined;
  isOff: boolean;
}) {
  const { t } = useText();
  const { key, head, lines } = item;
  const isOut = decision?.kind === "out";
  return (
    <fieldset disabled={isOff}>
      <legend>{t("import.queue.who", { head: head === "" ? key : head, lines: lines.slice(0, 4).join(", ") })}</legend>
      <Disagreements item={item} decision={decision} />
      <Conflicts item={item} />
      <Alike item={item} />
      <p className="row wrap">
        {item.alike.length > 0 && (
          <label className="row">
            <input
              type="radio"
              name={`queue ${key}`}
              checked={decision?.kind === "new"}
              onChange={() => decideHousehold(key, { kind: "new" })}
            />
            {t("import.queue.new")}
          </label>
        )}
        <label className="row">
          <input
            type={item.alike.length > 0 ? "radio" : "checkbox"}
            name={`queue ${key}`}
            checked={isOut}
            onChange={() => decideHousehold(key, isOut ? undefined : { kind: "out" })}
          />
          {t("import.queue.out")}
        </label>
        {decision !== undefined && (
          <State icon="tick" tone="ok">
            {t("import.queue.decided")}
          </State>
        )}
      </p>
    </fieldset>
  );
}

/** Both values of each field with their rows: one of them counts, or none. */
function Disagreements({ item, decision }: { item: QueueItem; decision: Decision | undefined }) {
  const { t, language } = useText();
  const chosen = decision?.kind === "values" ? decision.values : {};
  const choose = (field: string, value: (typeof chosen)[string]) =>
    decideHousehold(item.key, { kind: "values", values: { ...chosen, [field]: value } });
  return item.disagreements.map(({ field, says }) => {
    const asked = getField("household", field);
    const name = `${item.key} ${field}`;
    return (
      <div key={field} role="radiogroup" aria-label={asked.label[language]} className="row wrap import-said">
        <span className="fault-field">{asked.label[language]}</span>
        {says.map(({ value, lines, sheet }) => (
          <label key={`${sheet} ${lines.join()}`} className="row">
            <input
              type="radio"
              name={name}
              checked={JSON.stringify(chosen[field]) === JSON.stringify(value)}
              onChange={() => choose(field, value)}
            />
            {t("import.queue.says", { value: valueText(asked, value, language), lines: lines.slice(0, 4).join(", ") })}
          </label>
        ))}
        <label className="row">
          <input type="radio" name={name} checked={chosen[field] === null} onChange={() => choose(field, null)} />
          {t("import.queue.neither")}
        </label>
      </div>
    );
  });
}

function Conflicts({ item }: { item: QueueItem }) {
  const { t } = useText();
  return item.conflicts.map(({ at, why, name, household }) => (
    <p key={`${at} ${why}`} className="row wrap">
      <span className="fault-field">{t("import.conflict.person", { name })}</span>
      <span>{t(`import.conflict.${why}`)}</span>
      {why !== "keptElsewhere" && <a href={`/registry/${household}`}>{t("import.conflict.open")}</a>}
    </p>
  ));
}

function Alike({ item }: { item: QueueItem }) {
  const { t, language } = useText();
  return item.alike.flatMap(({ name, alike }) =>
    alike.map(({ household, person, reasons }) => (
      <p key={person} className="row wrap">
        <span className="fault-field">{t("import.alike.person", { name })}</span>
        <span>{reasons.map((reason) => reason[language]).join(language === "zh" ? "，" : ", ")}</span>
        <a href={`/registry/${household}`}>{t("import.conflict.open")}</a>
      </p>
    )),
  );
}
