import { writeText } from "@mingbai/registry/content/entry/write-text";
import { findField } from "@mingbai/registry/content/form/find-field";
import { useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { decideDifferences } from "../outbox/decide-differences.ts";
import type { Difference, FieldRecord, Said } from "../outbox/record.ts";
import { saveRecord } from "../outbox/records.ts";
import { sendWaiting } from "../outbox/send-waiting.ts";
import { useTimes } from "../ui/use-times.ts";
import { form } from "../visit/form.ts";
import { circumstances } from "../visit/hand-in.ts";
import { nameOf } from "../visit/people-part.tsx";

/** What two people said about the same fields, side by side; whoever has seen both decides, by an act of their own. */
export function DifferencesPart({ record }: { record: FieldRecord }) {
  const { t } = useText();
  const { differences } = record;
  const [chosen, setChosen] = useState<ReadonlyMap<Difference, Said>>(new Map());
  const isDecided = differences.every((difference) => chosen.has(difference));
  const decide = async (): Promise<void> => {
    const decisions = differences.flatMap((difference) => {
      const side = chosen.get(difference);
      return side === undefined ? [] : [{ difference, chosen: side }];
    });
    if (decisions.length < differences.length) return;
    await saveRecord(decideDifferences(record, decisions, circumstances(Date.now())));
    void sendWaiting();
  };
  return (
    <section className="block" aria-labelledby="differs">
      <h2 id="differs">{t("record.differs")}</h2>
      <p className="hint">{t("record.differs.help")}</p>
      {differences.map((difference) => (
        <TwoSides
          key={`${difference.subject}/${difference.field}`}
          record={record}
          difference={difference}
          chosen={chosen.get(difference)}
          choose={(side) => setChosen(new Map(chosen).set(difference, side))}
        />
      ))}
      <p className="buttons">
        <button type="button" className="btn p wide" aria-disabled={!isDecided} onClick={() => void decide()}>
          {t("record.decide")}
        </button>
      </p>
    </section>
  );
}

function TwoSides({
  record: { owner, draft },
  difference: { subject, field, sides },
  chosen,
  choose,
}: {
  record: FieldRecord;
  difference: Difference;
  chosen: Said | undefined;
  choose(side: Said): void;
}) {
  const { t, language } = useText();
  const { when } = useTimes();
  const definition = findField(form, subject === draft.household ? "household" : "person", field);
  const person = draft.people.find((one) => one.person === subject);
  const label = definition?.label[language] ?? field;
  const say = (value: Said["value"]): string => {
    if (value === undefined) return t("record.side.empty");
    return definition === undefined ? JSON.stringify(value) : writeText(definition, value, language);
  };
  return (
    <fieldset className="question two">
      <legend>{person === undefined ? label : t("visit.of", { who: nameOf(person), field: label })}</legend>
      <div className="sides">
        {sides.map((side, at) => (
          <label key={side.version} className={side === chosen ? "option side on" : "option side"}>
            <input type="radio" name={`${subject}/${field}`} checked={side === chosen} onChange={() => choose(side)} />
            <span>
              <b>{say(side.value)}</b>
              <span className="m num">
                {t("record.side", {
                  name: side.by.account === owner ? t("record.side.me") : side.by.name,
                  when: when(side.timeMs),
                })}
              </span>
              {at === 0 && <span className="m">{t("record.side.now")}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
