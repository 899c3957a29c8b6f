import type { RosterMember } from "@mingbai/governance/schema";
import { type RefObject, useState } from "react";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { bytesText } from "../../../ui/format-money.ts";
import { useOrganisationName } from "../../../ui/organisation-names.ts";
import { PublicFileField } from "../public-file-field.tsx";
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
  const [opened, setOpened] = useState<Opened>();
  const open = async (file: File) => {
    const read = await readFile(file, { known, isMember });
    if ("why" in read) return setOpened({ name: file.name, fault: read });
    take(read.members);
    setOpened({ name: file.name, organisations: read.members.map(({ organisation }) => organisation) });
  };
  const read =
    opened && "organisations" in opened
      ? t("governance.roster.file.read", {
          file: opened.name,
          organisations: opened.organisations.map(organisationName).join(language === "zh" ? "、" : ", "),
        })
      : undefined;
  return (
    <PublicFileField
      opener={opener}
      name={t("governance.roster.file")}
      note={t("governance.roster.file.note", commandNames)}
      press={t("governance.roster.file.open")}
      accept=".yaml,.yml,.json,.txt"
      read={read}
      fault={opened && "fault" in opened ? <Fault name={opened.name} fault={opened.fault} /> : undefined}
      open={open}
    />
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
    <>
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
    </>
  );
}
