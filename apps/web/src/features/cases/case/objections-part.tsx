import type { CaseFile } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { Icon } from "../../../ui/icon.tsx";
import { State } from "../../../ui/state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { ActDrawer } from "../acts/act-drawer.tsx";
import { AnswerForm } from "../acts/answer-form.tsx";
import { ObjectionAnswer } from "./objection-answer.tsx";

/** What was said against the case while its notice ran, each with its answer, or a way to give it. */
export function ObjectionsPart({ found, file }: { found: CaseFile; file: HouseholdFile }) {
  const { t } = useText();
  const { time } = useFormat();
  const account = useSession()?.account;
  const [answering, setAnswering] = useState<number>();
  const raised = found.steps.filter(({ kind }) => kind === "objected");
  if (raised.length === 0) return null;
  const mayAnswer = found.may.includes("registry.answerObjection");
  const close = () => setAnswering(undefined);
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">
        {t("cases.objections")} <small className="i3 num">{found.objections}</small>
      </h2>
      <ol className="objections">
        {raised.map((one) => {
          const objection = one.objection ?? 0;
          const answer = found.steps.find((step) => step.kind === "answered" && step.objection === objection);
          const who = one.by === null ? t("cases.by.somebody") : one.by.name || one.by.account;
          return (
            <li key={objection}>
              <p>
                <span className="num i3">{objection + 1}. </span>
                {one.words ?? <span className="i3">{t("cases.notHere")}</span>}
              </p>
              <p className="sm i3">
                {one.onBehalf ? t("cases.by.onBehalf", { name: who }) : who}{" "}
                <span className="nw">{time(one.timeMs)}</span>
              </p>
              {answer ? (
                <ObjectionAnswer words={answer.words} who={answer.by?.name ?? ""} timeMs={answer.timeMs} />
              ) : (
                <p className="row wrap">
                  <State icon="warn" tone="bad">
                    {t("cases.unanswered")}
                  </State>
                  {mayAnswer && one.by?.account !== account && (
                    <button type="button" className="btn s" onClick={() => setAnswering(objection)}>
                      <Icon name="forward" size={14} />
                      {t("cases.do.answerObjection", { number: objection + 1 })}
                    </button>
                  )}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {answering !== undefined && (
        <ActDrawer title={t("cases.of", { head: found.head, number: found.number })} close={close}>
          <AnswerForm found={found} file={file} objection={answering} close={close} />
        </ActDrawer>
      )}
    </section>
  );
}
