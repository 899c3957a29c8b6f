import type { MatterRow } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { ExportFiles } from "../../ui/export-files.tsx";
import { useLedger } from "../../ui/ledger-context.ts";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useNextWords } from "./next-words.ts";
import type { QueueAddress } from "./queue-address.ts";
import { queueTable } from "./queue-table.ts";

/** Hands the whole queue out, under the filter that is seen. */
export function QueueExport({ address }: { address: QueueAddress }) {
  const { t } = useText();
  const { currency } = useLedger();
  const { time } = useFormat();
  const next = useNextWords();
  const organisationName = useOrganisationName();
  const applicant = ({ applicant: { organisation, name } }: MatterRow) =>
    organisation === "" ? name : organisationName(organisation);
  const words = { t, currency, applicant, next, time };
  return <ExportFiles small file={`work-${address.box}`} table={() => queueTable(address, words)} />;
}
