import { AreaId, OrganisationId, organisationNameCharsMax } from "@mingbai/identity/schema";
import { type AreaRow, areasView } from "@mingbai/identity/views";
import { useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { TextField } from "../../ui/text-field.tsx";
import { AreaSelect } from "./area-select.tsx";
import { ActForm } from "./form-parts.tsx";

const forms = { register: OrganisationForm, createArea: AreaForm } as const;
type FormName = keyof typeof forms;
const idCharsMax = 48;
/** The level below each; a district stands below nothing. */
const levelBelow = { district: "street", street: "village", village: undefined } as const;

/** What any administrator may add for all: an organisation, and an area. */
export function AllianceForms() {
  const { t } = useText();
  const session = useSession();
  const [open, setOpen] = useState<FormName>();
  if (session?.roles.includes("administrator") !== true) return null;
  const Form = open === undefined ? undefined : forms[open];
  return (
    <>
      <div className="row wrap acts-bar">
        {(Object.keys(forms) as FormName[]).map((name) => (
          <button key={name} type="button" className="btn" aria-expanded={open === name} onClick={() => setOpen(name)}>
            {t(`people.${name}`)}
          </button>
        ))}
      </div>
      {Form && <Form key={open} close={() => setOpen(undefined)} />}
    </>
  );
}

interface Named {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

const nameless: Named = { id: "", zh: "", en: "" };
const isNamed = ({ zh, en }: Named) => zh.trim() !== "" && en.trim() !== "";

function OrganisationForm({ close }: { close(): void }) {
  const { t, language } = useText();
  const { data } = useView(areasView, {});
  const [named, setNamed] = useState(nameless);
  const [area, setArea] = useState("");
  const plan = () => {
    if (!isNamed(named)) return t("people.need.names");
    if (!OrganisationId.safeParse(named.id).success) return t("people.need.id");
    return {
      command: "identity.registerOrganisation",
      title: t("people.register"),
      sentence: t("people.sentence.register", { organisation: named[language].trim(), id: named.id }),
      input: () => ({
        organisation: named.id,
        name: { zh: named.zh.trim(), en: named.en.trim() },
        ...(area !== "" && { area }),
      }),
    };
  };
  return (
    <ActForm title={t("people.register")} plan={plan} close={close}>
      <NameFields named={named} onChange={setNamed} />
      <AreaSelect
        name={t("people.area")}
        areas={data?.rows ?? []}
        area={area}
        none={t("people.area.none")}
        onChange={setArea}
      />
      <p className="sm i2">{t("people.register.next")}</p>
    </ActForm>
  );
}

function AreaForm({ close }: { close(): void }) {
  const { t, language } = useText();
  const { data } = useView(areasView, {});
  const [named, setNamed] = useState(nameless);
  const [parent, setParent] = useState("");
  const above = (data?.rows ?? []).filter(({ level }) => levelBelow[level] !== undefined);
  const plan = () => {
    const level = levelOf(above.find(({ id }) => id === parent));
    if (!isNamed(named)) return t("people.need.names");
    if (!AreaId.safeParse(named.id).success) return t("people.need.id");
    return {
      command: "identity.createAreas",
      title: t("people.createArea"),
      sentence: t("people.sentence.createArea", {
        area: named[language].trim(),
        level: t(`people.level.${level}`),
        id: named.id,
      }),
      input: () => ({
        areas: [
          {
            area: named.id,
            level,
            name: { zh: named.zh.trim(), en: named.en.trim() },
            ...(parent !== "" && { parent }),
          },
        ],
      }),
    };
  };
  return (
    <ActForm title={t("people.createArea")} plan={plan} close={close}>
      <AreaSelect
        name={t("people.createArea.above")}
        areas={above}
        area={parent}
        none={t("people.createArea.top")}
        onChange={setParent}
      />
      <NameFields named={named} onChange={setNamed} />
    </ActForm>
  );
}

function levelOf(parent: AreaRow | undefined): AreaRow["level"] {
  return (parent && levelBelow[parent.level]) ?? "district";
}

/** Name in both languages and the short name that stands on the ledger. */
function NameFields({ named, onChange }: { named: Named; onChange(named: Named): void }) {
  const { t } = useText();
  const field = (key: keyof Named, name: string, charsMax: number, note?: string) => (
    <TextField
      name={name}
      {...(note !== undefined && { note })}
      charsMax={charsMax}
      text={named[key]}
      onChange={(text) => onChange({ ...named, [key]: text })}
    />
  );
  return (
    <>
      {field("zh", t("people.nameZh"), organisationNameCharsMax)}
      {field("en", t("people.nameEn"), organisationNameCharsMax)}
      {field("id", t("people.code"), idCharsMax, t("people.id.note"))}
    </>
  );
}
