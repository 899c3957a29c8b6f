import { noteCharsMax } from "@mingbai/ledger/proofs/note";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { bytesText, countText } from "../../../ui/format-money.ts";
import { PublicFileField } from "../public-file-field.tsx";
import { type Asking, type ReadRoster, type RosterFileFault, readRosterFile } from "./read-roster-file.ts";
import { rosterPlace } from "./roster-place.ts";

type Opened = { readonly name: string } & ({ readonly fault: RosterFileFault } | { readonly roster: ReadRoster });

/** The note by which another ledger's organisations sign who keeps it, opened and checked here. `undefined` is taken where it does not hold. */
export function RosterFileField({
  asking,
  take,
}: {
  /** Undefined while what it is compared with is not here yet. */
  asking: Asking | undefined;
  take(roster: ReadRoster | undefined): void;
}) {
  const { t } = useText();
  const [opened, setOpened] = useState<Opened>();
  const epoch = asking?.change === undefined ? 0 : asking.change.approved.roster.epoch + 1;
  const open = async (file: File) => {
    if (asking === undefined) return;
    const read = await readRosterFile(file, asking);
    const isWrong = "why" in read;
    take(isWrong ? undefined : read);
    setOpened({ name: file.name, ...(isWrong ? { fault: read } : { roster: read }) });
  };
  return (
    <PublicFileField
      name={t("governance.tie.file")}
      note={t("governance.tie.file.note", { place: rosterPlace(epoch) })}
      press={t("governance.tie.file.open")}
      accept=".txt,.note,text/plain"
      read={opened && "roster" in opened ? readWords(opened.name, opened.roster) : undefined}
      fault={opened && "fault" in opened ? <Fault name={opened.name} fault={opened.fault} /> : undefined}
      open={open}
    />
  );

  function readWords(file: string, { epoch: of, members }: ReadRoster): string {
    return t("governance.tie.file.read", { file, epoch: of, count: members.length });
  }
}

function Fault({ name, fault }: { name: string; fault: RosterFileFault }): ReactNode {
  const { t } = useText();
  const epochs = "epoch" in fault ? { epoch: countText(fault.epoch) } : {};
  const words = {
    ...fault,
    ...epochs,
    max: bytesText(noteCharsMax),
    first: rosterPlace(0),
    place: rosterPlace(fault.why === "notNext" ? fault.next : 0),
  };
  return (
    <>
      {t("governance.tie.file.not", { file: name })}
      {t(`governance.tie.file.${fault.why}`, words)}
      {fault.why === "known" && (
        <>
          {" "}
          <Link to={`/governance/propose?kind=tie&act=roster&ledger=${fault.ledger}`}>
            {t("governance.tie.file.known.go")}
          </Link>
        </>
      )}
    </>
  );
}
