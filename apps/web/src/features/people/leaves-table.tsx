import type { LeaveView } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import { State } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useNow } from "../../ui/use-now.ts";
import type { PersonInHand } from "./person-in-hand.ts";
import { PersonLink } from "./person-link.tsx";
import type { PlannedAct } from "./sign-act.tsx";
import { Standing } from "./standing.tsx";
import { usePeopleWords } from "./use-people-words.ts";

/** When the person is away and who stands in then; `plan` where the reader may end a leave. */
export function LeavesTable({ person, plan }: { person: PersonInHand; plan?: (act: PlannedAct) => void }) {
  const { t } = useText();
  const { nameText, termText } = usePeopleWords();
  const nowMs = useNow();
  const pending = person.leaves.filter(({ untilMs }) => untilMs > nowMs).at(-1);
  const back = () =>
    plan?.({
      command: "identity.returnFromLeave",
      title: t("people.return"),
      sentence: t("people.sentence.return", { person: nameText(person) }),
      input: () => ({ account: person.account }),
    });
  return (
    <section aria-labelledby="leaves-title">
      <h2 id="leaves-title">{t("people.absence")}</h2>
      {person.leaves.length === 0 ? (
        <p className="i2">{t("people.leaves.none")}</p>
      ) : (
        <table className="tbl" aria-label={t("people.leaves")}>
          <TableHead
            columns={[{ head: t("people.leaves") }, { head: t("people.standing") }, plan && { head: t("people.do") }]}
          />
          <tbody>
            {person.leaves.map((leave) => (
              <tr key={leave.fromMs}>
                <th scope="row">{termText(leave)}</th>
                <td>
                  <LeaveState leave={leave} nowMs={nowMs} />
                </td>
                {plan && (
                  <td>
                    {leave === pending && (
                      <button type="button" className="btn s" onClick={back}>
                        {t("people.return")}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {person.deputies.length === 0 ? (
        <p className="i2">{t("people.deputies.none")}</p>
      ) : (
        <table className="tbl" aria-label={t("people.deputies")}>
          <TableHead
            columns={[{ head: t("people.deputies") }, { head: t("people.term") }, { head: t("people.standing") }]}
          />
          <tbody>
            {person.deputies.map((deputy) => (
              <tr key={`${deputy.account} ${deputy.role} ${deputy.fromMs}`}>
                <th scope="row" className="with-text">
                  <PersonLink person={deputy} /> <span className="sm i2">{t(`role.${deputy.role}`)}</span>
                </th>
                <td className="i2">{termText(deputy)}</td>
                <td>
                  <Standing held={{ ...deputy, ended: null, isDeputy: true }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function LeaveState({ leave, nowMs }: { leave: LeaveView; nowMs: number }) {
  const { t } = useText();
  if (leave.isNow)
    return (
      <State icon="pause" tone="warn">
        {t("people.leave.now")}
      </State>
    );
  return leave.untilMs > nowMs ? (
    <State icon="clock" tone="i2">
      {t("people.leave.later")}
    </State>
  ) : (
    <State icon="ring" tone="i2">
      {t("people.leave.over")}
    </State>
  );
}
