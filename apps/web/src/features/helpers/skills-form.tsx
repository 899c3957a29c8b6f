import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { type Language, languages, type Skill, skills, trainingCharsMax } from "@mingbai/posts/content/qualifications";
import type { Helper } from "@mingbai/posts/views";
import { keepParts, newSalt } from "@mingbai/sdk/contents";
import { useState } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { Field } from "../../ui/field.tsx";
import { ActForm } from "../people/form-parts.tsx";
import { randomAccount } from "../people/random-account.ts";
import { getField, optionsOf } from "../registry/form-words.ts";
import { useHelperWords } from "./use-helper-words.ts";

/** What somebody can do: kept sealed under a number of their own before the act that names it is signed. */
export function SkillsForm({ helper, close }: { helper: Helper; close(): void }) {
  const { t, language } = useText();
  const { nameText, skillsText } = useHelperWords();
  const known = helper.qualifications;
  const [subject] = useState(() => helper.subject ?? randomAccount());
  const [able, setAble] = useState<readonly Skill[]>(known?.skills ?? []);
  const [spoken, setSpoken] = useState<readonly Language[]>(known?.languages ?? ["cmn"]);
  const [education, setEducation] = useState(known?.education ?? "");
  const [training, setTraining] = useState(known?.training ?? "");
  const name = nameText(helper);
  const plan = () => {
    const said = {
      skills: [...able],
      languages: [...spoken],
      ...(education !== "" && { education }),
      ...(training.trim() !== "" && { training: training.trim() }),
    };
    let content = "";
    return {
      command: "posts.describeHelper",
      title: t("helpers.skills.title", { name }),
      sentence: t("helpers.skills.sentence", { name, said: skillsText(said) || t("helpers.nothing") }),
      async before() {
        const bytes = canonicalBytes({ kind: "qualifications", ...said });
        [content = ""] = await keepParts(nodeClient, [{ subject, salt: newSalt(), bytes }]);
      },
      input: () => ({ account: helper.account, subject, content }),
    };
  };
  return (
    <ActForm title={t("helpers.skills.title", { name })} plan={plan} close={close}>
      <Choices
        name={t("helpers.skills")}
        all={skills}
        chosen={able}
        onChange={setAble}
        textOf={(one) => t(`skill.${one}`)}
      />
      <Choices
        name={t("helpers.languages")}
        all={languages}
        chosen={spoken}
        onChange={setSpoken}
        textOf={(one) => t(`language.${one}`)}
      />
      <Field name={t("helpers.education")}>
        {(id) => (
          <select id={id} className="field" value={education} onChange={({ target }) => setEducation(target.value)}>
            <option value="">{t("helpers.education.none")}</option>
            {optionsOf(getField("person", "education")).map((option) => (
              <option key={option.code} value={option.code}>
                {option[language]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name={t("helpers.training")}>
        {(id) => (
          <input
            id={id}
            className="field"
            maxLength={trainingCharsMax}
            value={training}
            onChange={({ target }) => setTraining(target.value)}
          />
        )}
      </Field>
      <p className="sm i2">{t("helpers.skills.later")}</p>
    </ActForm>
  );
}

function Choices<Value extends string>({
  name,
  all,
  chosen,
  onChange,
  textOf,
}: {
  name: string;
  all: readonly Value[];
  chosen: readonly Value[];
  onChange(chosen: readonly Value[]): void;
  textOf(value: Value): string;
}) {
  return (
    <fieldset>
      <legend>{name}</legend>
      <div className="choices">
        {all.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
              }
            />
            {textOf(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
