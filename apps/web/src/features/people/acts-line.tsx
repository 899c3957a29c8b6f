import type { PersonAct } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { usePeopleWords } from "./use-people-words.ts";

/** What was done to a person, by whom, when; the newest first, each entered fact with its proof mark. */
export function ActsLine({ acts }: { acts: readonly PersonAct[] }) {
  const { t } = useText();
  return (
    <section aria-labelledby="acts-title">
      <h2 id="acts-title">{t("people.acts")}</h2>
      <ol className="said-time">
        {acts.map((act) => (
          <Act key={`${act.at.transaction} ${act.kind} ${act.person.account} ${act.keyId} ${act.fromMs}`} act={act} />
        ))}
      </ol>
    </section>
  );
}

function Act({ act }: { act: PersonAct }) {
  const { t } = useText();
  const { time } = useFormat();
  const { nameText, rolesText, termText, areaText } = usePeopleWords();
  const { kind, person, by, other, roles, area, fromMs, untilMs, at } = act;
  const said = t(`people.act.${kind}`, {
    person: nameText(person),
    other: other === null ? "" : nameText(other),
    roles: roles.length === 0 ? t("people.roles.none") : rolesText(roles),
  });
  const hasTerm = kind !== "leaveEnded" && (untilMs !== null || (fromMs !== null && fromMs > at.timeMs));
  const extra = [area === null ? "" : areaText(area), hasTerm ? termText({ fromMs: fromMs ?? 0, untilMs }) : ""].filter(
    (words) => words !== "",
  );
  return (
    <li>
      <p className="row wrap">
        <span>{said}</span>
        {extra.length > 0 && <span className="i2">{extra.join(" · ")}</span>}
        {at.transaction !== null && <FactMark transactionId={at.transaction} title={said} />}
      </p>
      <p className="sm i3">
        {by === null ? t("people.byFounding") : t("people.by", { name: nameText(by) })}{" "}
        <span className="nw">{time(at.timeMs)}</span>
      </p>
    </li>
  );
}
