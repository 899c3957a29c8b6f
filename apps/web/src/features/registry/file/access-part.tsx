import { accessView } from "@mingbai/registry/views/access";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../../api/use-view.ts";
import type { ResultOf } from "../../../api/view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { PageState } from "../../../ui/page-state.tsx";
import { State } from "../../../ui/state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { type PlannedAct, SignAct } from "../../people/sign-act.tsx";
import { AgreeForm } from "./agree-form.tsx";

type Access = ResultOf<typeof accessView>["rows"][number];

/** Who may see which parts of the file besides its keeper, until when and for what; agreeing and taking back. */
export function AccessPart({ file }: { file: HouseholdFile }) {
  const { t, language } = useText();
  const asked = useView(accessView, { household: file.household });
  const [act, setAct] = useState<PlannedAct>();
  const [agreeing, setAgreeing] = useState<Access>();
  const revoke = ({ organisation }: Access) =>
    setAct({
      command: "registry.revokeAccess",
      title: t("access.revoke"),
      sentence: t("access.revoke.sentence", { organisation: organisation[language], head: file.head }),
      input: () => ({ household: file.household, organisation: organisation.id }),
    });
  return (
    <section aria-labelledby="access">
      <h2 id="access">{t("access.title")}</h2>
      <p className="sm i2">{t("access.keeper", { keeper: file.keeper[language] })}</p>
      <PageState asked={asked} what={t("access.what")} rows={2}>
        {({ rows }) => (
          <ul className="access-list">
            {rows.map((row) => (
              <li key={row.organisation.id}>
                <AccessWords row={row} />
                <span className="row wrap">
                  {row.givenBy === null && file.may.includes("registry.grantAccess") && (
                    <button type="button" className="btn s" onClick={() => setAgreeing(row)}>
                      {t("access.agree", { organisation: row.organisation[language] })}
                    </button>
                  )}
                  {file.may.includes("registry.revokeAccess") && (
                    <button type="button" className="btn s t" onClick={() => revoke(row)}>
                      {t(row.givenBy === null ? "access.decline" : "access.revoke", {
                        organisation: row.organisation[language],
                      })}
                    </button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PageState>
      <p className="row wrap no-print">
        {mayAskErasure(file) && (
          <Link className="btn s t" to={`/registry/${file.household}/erase`}>
            {t("erasures.ask")}
          </Link>
        )}
        <Link className="btn s t" to="/registry/erasures">
          {t("erasures.back")}
        </Link>
      </p>
      {agreeing && <AgreeForm file={file} organisation={agreeing.organisation} close={() => setAgreeing(undefined)} />}
      {act && <SignAct act={act} close={() => setAct(undefined)} done={() => setAct(undefined)} />}
    </section>
  );
}

/** Whoever writes the file, and the people whose file it is. */
function mayAskErasure({ may, purpose }: HouseholdFile): boolean {
  return may.includes("registry.requestErasure") || purpose === "own";
}

function AccessWords({ row }: { row: Access }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const classes = row.classes.map((one) => t(`class.${one}`)).join(t("file.join"));
  return (
    <div>
      <p>
        <b>{row.organisation[language]}</b>{" "}
        <State icon={row.givenBy === null ? "clock" : "tick"} tone={row.givenBy === null ? "i2" : "ok"}>
          {t(row.givenBy === null ? "access.asked" : "access.given")}
        </State>
      </p>
      <p className="sm i2">
        {t("access.words", { purpose: t(`purpose.${row.purpose}`), classes, until: time(row.untilMs) })}
      </p>
      {row.givenBy !== null && (
        <p className="sm i3">
          {row.witness === null
            ? t("access.by", { name: row.givenBy.name })
            : t("access.byWitness", { name: row.givenBy.name, witness: row.witness.name })}
        </p>
      )}
    </div>
  );
}
