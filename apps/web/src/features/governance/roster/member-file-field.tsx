import type { RosterMember } from "@mingbai/governance/schema";
import { type RefObject, useId, useState } from "react";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { bytesText } from "../../../ui/format-money.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useOrganisationName } from "../../../ui/organisation-names.ts";
import { commandNames } from "./command-names.ts";
import { type MemberFileFault, memberFileBytesMax, readMemberFile } from "./read-member-file.ts";

type FileFault = MemberFileFault | { readonly why: "stranger"; readonly organisation: string };
type Opened = { readonly name: string } & ({ readonly fault: FileFault } | { readonly organisations: string[] });

/** The public file of an organisation, opened: its keys go into the roster, or what is wrong with it is said. */
export function MemberFileField({
  opener,
  known,
  isMember,
  take,
}: {
  opener: RefObject<HTMLInputElement | null>;
  known: readonly RosterMember[];
  isMember(organisation: string): boolean;
  take(members: readonly RosterMember[]): void;
}) {
  const { t, language } = useText();
  const organisationName = useOrganisationName();
  const id = useId();
  const [opened, setOpened] = useState<Opened>();
  const open = async (file: File) => {
    const read = await readFile(file, { known, isMember });
    if ("why" in read) return setOpened({ name: file.name, fault: read });
    take(read.members);
    setOpened({ name: file.name, organisations: read.members.map(({ organisation }) => organisation) });
  };
  return (
    <div>
      <b id={`${id}-name`}>{t("governance.roster.file")}</b>
      <p className="sm i2" id={`${id}-note`}>
        {t("governance.roster.file.note", commandNames)}
      </p>
      <p className="roster-file">
        <input
          ref={opener}
          id={id}
          type="file"
          className="sr"
          accept=".yaml,.yml,.json,.txt"
          aria-labelledby={`${id}-name ${id}-press`}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void open(file);
            // Chosen again after mending, the same name must be read again.
            target.value = "";
          }}
        />
        <label htmlFor={id} id={`${id}-press`} className="btn s">
          <Icon name="plus" size={14} />
          {t("governance.roster.file.open")}
        </label>
      </p>
      <p className="sm row" role="status">
        {opened && "organisations" in opened && (
          <>
            <Icon name="tick" size={14} className="ok" />
            {t("governance.roster.file.read", {
              file: opened.name,
              organisations: opened.organisations.map(organisationName).join(language === "zh" ? "、" : ", "),
            })}
          </>
        )}
      </p>
      {opened && "fault" in opened && <Fault name={opened.name} fault={opened.fault} />}
    </div>
  );
}

async function readFile(
  file: File,
  { known, isMember }: { known: readonly RosterMember[]; isMember(organisation: string): boolean },
) {
  if (file.size > memberFileBytesMax) return { why: "tooLarge" } as const;
  const read = await readMemberFile(await file.text(), known);
  if ("why" in read) return read;
  const stranger = read.members.find(({ organisation }) => !isMember(organisation));
  return stranger ? ({ why: "stranger", organisation: stranger.organisation } as const) : read;
}

function Fault({ name, fault }: { name: string; fault: FileFault }) {
  const { t, language } = useText();
  const organisationName = useOrganisationName();
  const organisation = "organisation" in fault ? fault.organisation : "";
  const words = {
    ...commandNames,
    max: bytesText(memberFileBytesMax),
    organisation: organisationName(organisation),
    line: "line" in fault ? fault.line : 0,
    fields: "fields" in fault ? fault.fields.join(language === "zh" ? "、" : ", ") : "",
  };
  return (
    <p className="note bad" role="alert">
      <Icon name="cross" />
      <span>
        {t("governance.roster.file.not", { file: name })}
        {t(`governance.roster.file.${fault.why}`, words)}
        {fault.why === "stranger" && (
          <>
            {language === "zh" ? "：" : ". "}
            <Link to={`/governance/propose?kind=admitMember&organisation=${organisation}`}>
              {t("governance.roster.file.admit")}
            </Link>
          </>
        )}
      </span>
    </p>
  );
}
