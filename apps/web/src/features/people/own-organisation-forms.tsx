import { areasView, type peopleView, rulesView } from "@mingbai/identity/views";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { AreaSelect } from "./area-select.tsx";
import { ActForm } from "./form-parts.tsx";
import { LimitText } from "./limit-text.tsx";

type Organisation = ResultOf<typeof peopleView>["organisation"];
const forms = { place: PlaceForm } as const;
type FormName = keyof typeof forms;

/** What is set for one's own organisation: its area by an administrator, its limit for keys that are no passkeys by vote. */
export function OwnOrganisationForms({ organisation }: { organisation: Organisation }) {
  const { t } = useText();
  const [open, setOpen] = useState<FormName>();
  const { data: rules } = useView(rulesView, {});
  const own = rules?.limits.find((one) => one.organisation.id === organisation.id);
  const Form = open === undefined ? undefined : forms[open];
  return (
    <>
      {rules && (
        <p>
          {t("people.limit.of")} <LimitText limit={own ?? { amount: rules.normalLimit, next: null }} />
        </p>
      )}
      <div className="row wrap acts-bar">
        {(Object.keys(forms) as FormName[]).map((name) => (
          <button key={name} type="button" className="btn" aria-expanded={open === name} onClick={() => setOpen(name)}>
            {t(`people.${name}`)}
          </button>
        ))}
        <Link className="btn" to={`/governance/propose?name=identity.approvalLimit&organisation=${organisation.id}`}>
          {t("people.limit")}
        </Link>
      </div>
      {Form && <Form key={open} organisation={organisation} close={() => setOpen(undefined)} />}
    </>
  );
}

function PlaceForm({ organisation, close }: { organisation: Organisation; close(): void }) {
  const { t, language } = useText();
  const [area, setArea] = useState(organisation.area?.id ?? "");
  const { data } = useView(areasView, {});
  const plan = () => {
    const chosen = data?.rows.find(({ id }) => id === area);
    if (chosen === undefined) return t("people.need.area");
    return {
      command: "identity.placeOrganisation",
      title: t("people.place"),
      sentence: t("people.sentence.place", {
        organisation: organisation.name[language],
        area: chosen.name[language],
      }),
      input: () => ({ area }),
    };
  };
  return (
    <ActForm title={t("people.place")} plan={plan} close={close}>
      <AreaSelect name={t("people.area")} areas={data?.rows ?? []} area={area} onChange={setArea} />
    </ActForm>
  );
}
