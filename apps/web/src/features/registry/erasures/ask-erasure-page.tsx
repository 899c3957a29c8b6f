import "../../people/people.css";
import "./erasures.css";
import { toHex } from "@mingbai/codec/hex";
import { erasureGrounds } from "@mingbai/registry/schema";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { PageTitle } from "../../../ui/page-title.tsx";
import { SignedInOnly } from "../../matter/signed-in-only.tsx";
import { ActForm } from "../../people/form-parts.tsx";
import { textOf } from "../file/household-words.ts";
import { OpenedFile } from "../file/opened-file.tsx";
import { BecauseField } from "../members/because-field.tsx";

/** The number of a request, chosen at random once: a second press of the button signs the same. */
const erasureBytes = 8;

/** Somebody asks that files be erased for good: of people of the household, or of the household itself. */
export function Component() {
  const { t } = useText();
  const { household = "" } = useParams();
  return (
    <SignedInOnly title={t("erasures.ask")}>
      <OpenedFile key={household} household={household}>
        {(file) => <AskErasure file={file} />}
      </OpenedFile>
    </SignedInOnly>
  );
}

function AskErasure({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  return (
    <div className="page erasure-page">
      <PageTitle title={t("erasures.ask")}>
        <Link to={`/registry/${file.household}`}>
          {file.head === "" ? t("file.title") : t("file.of", { name: file.head })}
        </Link>
        {file.number !== "" && <span className="num i2">{file.number}</span>}
      </PageTitle>
      <p className="note warn">{t("erasures.ask.note")}</p>
      <AskForm file={file} />
    </div>
  );
}

function AskForm({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const navigate = useNavigate();
  const isOwn = file.purpose === "own";
  const [ground, setGround] = useState<(typeof erasureGrounds)[number]>(isOwn ? "ownWish" : "termOver");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [erasure] = useState(() => toHex(crypto.getRandomValues(new Uint8Array(erasureBytes))));
  const choices = [
    ...file.residents.map(({ person, values }) => ({ subject: person, name: textOf(values, "name") || person })),
    { subject: file.household, name: t("erasures.household") },
  ];
  const names = choices.filter(({ subject }) => chosen.includes(subject)).map(({ name }) => name);
  const plan = () =>
    chosen.length === 0
      ? t("erasures.ask.nobody")
      : {
          command: "registry.requestErasure",
          title: t("erasures.ask"),
          sentence: t("erasures.ask.sentence", { names: names.join(t("file.join")) }),
          input: () => ({ erasure, ground, subjects: [...chosen] }),
        };
  return (
    <ActForm title={t("erasures.ask.whose")} plan={plan} close={() => navigate("/registry/erasures")}>
      <fieldset>
        <legend>{t("erasures.ask.files")}</legend>
        <div className="erase-choices">
          {choices.map(({ subject, name }) => (
            <label key={subject}>
              <input
                type="checkbox"
                checked={chosen.includes(subject)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, subject] : chosen.filter((one) => one !== subject))
                }
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <BecauseField<(typeof erasureGrounds)[number]>
        reasons={erasureGrounds}
        because={ground}
        nameOf={(one) => `erasures.ground.${one}`}
        onChange={setGround}
      />
    </ActForm>
  );
}
