import type { HeldRole } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import { TableHead } from "../../ui/table-head.tsx";
import type { PersonInHand } from "./person-in-hand.ts";
import { PersonLink } from "./person-link.tsx";
import type { PlannedAct } from "./sign-act.tsx";
import { Standing } from "./standing.tsx";
import { usePeopleWords } from "./use-people-words.ts";

/** Every role that the person holds, held or will hold; `plan` where the reader may take one back. */
export function RolesTable({ person, plan }: { person: PersonInHand; plan?: (act: PlannedAct) => void }) {
  const { t } = useText();
  const { areaText, termText } = usePeopleWords();
  return (
    <section aria-labelledby="roles-title">
      <h2 id="roles-title">{t("people.roles")}</h2>
      {person.roles.length === 0 ? (
        <p className="i2">{t("people.roles.none")}</p>
      ) : (
        <table className="tbl" aria-labelledby="roles-title">
          <TableHead
            columns={[
              { head: t("people.roles") },
              { head: t("people.area"), look: "wide" },
              { head: t("people.term"), look: "wide" },
              { head: t("people.standing") },
              plan && { head: t("people.do") },
            ]}
          />
          <tbody>
            {person.roles.map((held) => (
              <tr key={`${held.role} ${held.area?.id} ${held.fromMs} ${held.untilMs} ${held.deputyOf?.account}`}>
                <th scope="row">
                  {t(`role.${held.role}`)} <DeputyNote held={held} />
                  <span className="narrow sm i2">
                    {areaText(held.area)}
                    {" · "}
                    {termText(held)}
                  </span>
                </th>
                <td className="wide i2">{areaText(held.area)}</td>
                <td className="wide i2">{termText(held)}</td>
                <td>
                  <Standing held={{ ...held, isDeputy: held.deputyOf !== null }} />
                </td>
                {plan && <td>{held.standing !== "ended" && <Withdraw {...{ person, held, plan }} />}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function DeputyNote({ held: { deputyOf } }: { held: HeldRole }) {
  const { t } = useText();
  if (deputyOf === null) return null;
  const [before = "", after = ""] = t("people.deputyOf", { name: "\u0000" }).split("\u0000");
  return (
    <span className="sm i2">
      {before}
      <PersonLink person={deputyOf} />
      {after}
    </span>
  );
}

function Withdraw({
  person,
  held: { role, area, deputyOf },
  plan,
}: {
  person: PersonInHand;
  held: HeldRole;
  plan: (act: PlannedAct) => void;
}) {
  const { t } = useText();
  const { nameText } = usePeopleWords();
  const name = t(`role.${role}`);
  const start = () =>
    plan({
      command: "identity.withdrawRoles",
      title: t("people.withdraw.of", { role: name }),
      sentence: t("people.sentence.withdraw", { person: nameText(person), roles: name }),
      input: () => ({
        account: person.account,
        roles: [role],
        ...(area !== null && { area: area.id }),
        ...(deputyOf !== null && { deputyOf: deputyOf.account }),
      }),
    });
  return (
    <button type="button" className="btn s" aria-label={t("people.withdraw.of", { role: name })} onClick={start}>
      {t("people.withdraw")}
    </button>
  );
}
