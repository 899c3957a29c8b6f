import { defineEvent } from "@mingbai/ledger/definition/event";
import { getConfiguration, setConfiguration } from "@mingbai/ledger/genesis/configuration";

/** How many units an organisation may use in a minute from the next transaction on. */
export const quotaSet = defineEvent<{ unitsPerMinute: number }>("governance.quotaSet", (state, { unitsPerMinute }) =>
  setConfiguration(state, { ...getConfiguration(state), quotaUnitsPerMinute: unitsPerMinute }),
);
