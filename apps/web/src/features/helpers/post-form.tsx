import { areasView, organisationsView, type PersonName } from "@mingbai/identity/views";
import { areasPerPostMax, householdsPerPostMax, type PostKind, postKinds, postMsMax } from "@mingbai/posts/schema";
import { useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { useFormat } from "../../ui/use-format.ts";
import { AreaSelect } from "../people/area-select.tsx";
import { DayField } from "../people/day-field.tsx";
import { termOf } from "../people/days.ts";
import { ActForm, ColleagueField } from "../people/form-parts.tsx";
import { randomAccount } from "../people/random-account.ts";
import { usePeopleWords } from "../people/use-people-words.ts";
import { useHelperWords } from "./use-helper-words.ts";

const usualMax = "40";

/** Somebody is given a post: who, as what, in which villages, for how many households, until when. */
export function PostForm({ close }: { close(): void }) {
  const { t, language } = useText();
  const { day } = useFormat();
  const { zoneOffsetMinutes } = useLedger();
  const { nameText } = usePeopleWords();
  const { join } = useHelperWords();
  const own = useSession()?.organisation ?? "";
  const organisations = useView(organisationsView, {}).data?.rows ?? [];
  const within = organisations.find(({ id }) => id === own)?.area?.id;
  const areas = useView(areasView, within === undefined ? {} : { within }, { off: organisations.length === 0 });
  const [post] = useState(randomAccount);
  const [unit, setUnit] = useState(own);
  const [person, setPerson] = useState<PersonName>();
  const [kind, setKind] = useState<PostKind>("gridWorker");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [max, setMax] = useState(usualMax);
  const [last, setLast] = useState("");
  const known = areas.data?.rows ?? [];
  const areaName = (id: string): string => known.find((one) => one.id === id)?.name[language] ?? id;
  const plan = () => {
    const nowMs = Date.now();
    const { untilMs } = termOf({ from: "", until: last }, { nowMs, zoneOffsetMinutes });
    const householdsMax = Number(max);
    if (person === undefined) return t("helpers.missing.person");
    if (chosen.length === 0) return t("helpers.missing.area");
    if (!Number.isInteger(householdsMax) || householdsMax < 0 || householdsMax > householdsPerPostMax || max === "")
      return t("helpers.missing.max");
    if (untilMs === undefined || untilMs <= nowMs || untilMs - nowMs > postMsMax) return t("helpers.missing.last");
    return {
      command: "posts.givePost",
      title: t("helpers.give"),
      sentence: t("helpers.give.sentence", {
        name: nameText(person),
        kind: t(`post.${kind}`),
        areas: join(chosen.map(areaName)),
        max: householdsMax,
        day: day(last),
      }),
      input: () => ({ post, account: person.account, kind, areas: [...chosen], householdsMax, untilMs }),
    };
  };
  return (
    <ActForm title={t("helpers.give")} plan={plan} close={close}>
      <Field name={t("helpers.unit")}>
        {(id) => (
          <select
            id={id}
            className="field"
            value={unit}
            onChange={({ target }) => {
              setUnit(target.value);
              setPerson(undefined);
            }}
          >
            {organisations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name[language]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ColleagueField organisation={unit} except="" chosen={person} onChange={setPerson} />
      <Field name={t("helpers.kind")}>
        {(id) => (
          <select
            id={id}
            className="field"
            value={kind}
            onChange={({ target }) => setKind(postKinds.find((one) => one === target.value) ?? kind)}
          >
            {postKinds.map((one) => (
              <option key={one} value={one}>
                {t(`post.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {chosen.length > 0 && (
        <ul className="row wrap chosen-areas" aria-label={t("helpers.areas")}>
          {chosen.map((id) => (
            <li key={id} className="row">
              {areaName(id)}
              <button type="button" className="btn s t" onClick={() => setChosen(chosen.filter((one) => one !== id))}>
                <Icon name="close" size={12} />
                <span className="sr">{t("helpers.areas.remove", { area: areaName(id) })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < areasPerPostMax && (
        <AreaSelect
          name={t(chosen.length === 0 ? "helpers.areas" : "helpers.areas.add")}
          areas={known.filter(({ id }) => !chosen.includes(id))}
          area=""
          onChange={(id) => id !== "" && setChosen([...chosen, id])}
        />
      )}
      <Field name={t("helpers.max")}>
        {(id) => (
          <input
            id={id}
            className="field num"
            inputMode="numeric"
            value={max}
            onChange={({ target }) => setMax(target.value)}
          />
        )}
      </Field>
      <DayField name={t("helpers.last")} note={t("helpers.last.note")} day={last} onChange={setLast} />
    </ActForm>
  );
}
