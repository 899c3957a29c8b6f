import { localDate } from "@mingbai/ledger/calendar/local-days";
import type { HouseholdFile, PersonFile } from "@mingbai/registry/views/household";
import { Fragment, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useLedger } from "../../../ui/ledger-context.ts";
import { MaskedId } from "../../../ui/masked-id.tsx";
import { TableHead } from "../../../ui/table-head.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { endingWords } from "../ending-words.ts";
import { getField, optionText, sectionsIn } from "../form-words.ts";
import { FieldFacts } from "./field-facts.tsx";
import { findAge, inOrder, personName, textOf } from "./household-words.ts";

/** Fields of a person that the table shows; all others stand under the row when it is opened. */
const inTable = ["name", "relation", "sex", "birth", "identityNumber", "health", "illness", "whereabouts"];
const columnCount = 7;
/** Among the answers about health: told by the kind and grade of the disability where those are known. */
const disabled = "4";

/** Who lives there, one row each; each row opens into all that the file says of the person. */
export function PeoplePart({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const columns = ["name", "relation", "sexAge", "identity", "health", "whereabouts"] as const;
  return (
    <>
      <div id="part-people" className="people-part">
        <table className="tbl people-table">
          <caption className="sr">{t("file.people")}</caption>
          <TableHead
            columns={[
              ...columns.map((name) => ({
                head: t(`file.person.${name}`),
                ...((name === "health" || name === "whereabouts") && { look: "wide" }),
              })),
              { head: t("file.person.more"), isUnseen: true, look: "mark-cell" },
            ]}
          />
          <tbody>
            {inOrder(file.residents).map((person) => (
              <Person key={person.person} file={file} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      {file.former.length > 0 && (
        <p className="sm i2">
          {t("file.former")}{" "}
          {file.former
            .map(({ values, ended }) =>
              t("file.former.one", { name: personName(values), why: endingWords(ended ?? "", t) }),
            )
            .join(t("file.join"))}
        </p>
      )}
    </>
  );
}

function Person({ file, person }: { file: HouseholdFile; person: PersonFile }) {
  const { t, language } = useText();
  const [isOpen, setOpen] = useState(false);
  const { values } = person;
  const name = personName(values);
  const number = textOf(values, "identityNumber");
  const option = (field: string) => optionText("person", field, textOf(values, field), language);
  const [kind, grade] = [option("disabilityKind"), option("disabilityGrade")];
  const health = [
    kind === "" || values.health !== disabled ? option("health") : "",
    textOf(values, "illness"),
    kind === "" ? "" : t("file.person.disability", { kind, grade }),
  ];
  const healthText = health.filter((one) => one !== "").join(t("file.join"));
  const whereabouts = textOf(values, "whereabouts");
  const differing = file.openFields.filter(({ subject }) => subject === person.person);
  const rest = [...sectionsIn("basic", "person"), ...sectionsIn("money", "person")]
    .flatMap(({ fields }) => fields)
    .filter(({ id }) => !inTable.includes(id));
  const rowId = `person-${person.person}`;
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <b>{name}</b>
          {healthText !== "" && <span className="narrow sm i2">{healthText}</span>}
          {whereabouts !== "" && <span className="narrow sm i2">{whereabouts}</span>}
        </th>
        <td className="nw">{option("relation")}</td>
        <td className="num">
          <SexAge person={person} sex={option("sex")} />
        </td>
        <td>{number === "" ? <span className="i3">—</span> : <MaskedId number={number} of={name} />}</td>
        <td className="wide">{healthText}</td>
        <td className="wide">{whereabouts}</td>
        <td className="mark-cell">
          <button
            type="button"
            className="plain more-button"
            aria-expanded={isOpen}
            aria-controls={rowId}
            aria-label={t("file.person.moreOf", { name })}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? "up" : "fall"} size={14} />
          </button>
        </td>
      </tr>
      {differing.length > 0 && (
        <tr className="under-row">
          <td colSpan={columnCount}>
            <FieldFacts
              file={file}
              subject={person.person}
              fields={differing.map(({ field }) => getField("person", field))}
              values={values}
            />
          </td>
        </tr>
      )}
      <tr id={rowId} className="under-row" hidden={!isOpen}>
        <td colSpan={columnCount}>
          <FieldFacts file={file} subject={person.person} fields={rest} values={values} />
        </td>
      </tr>
    </Fragment>
  );
}

/** 男，67: what is known of both. */
function SexAge({ person, sex }: { person: PersonFile; sex: string }) {
  const { t } = useText();
  const ledger = useLedger();
  const nowMs = useNow();
  const age = findAge(person.values, localDate(ledger, nowMs));
  const words = [sex, ...(age === undefined ? [] : [String(age)])].filter((one) => one !== "");
  return <span className="nw">{words.join(t("file.comma"))}</span>;
}
