import { useCallback, useEffect, useState } from "react";
import type { DeviceKey } from "../../keys/device-key.ts";
import { forgetKey, listKeys } from "../../keys/key-store.ts";

/** The keys of this device and the one in hand; `isForbidden` where this browser keeps nothing. */
export function useDeviceKeys() {
  const [keys, setKeys] = useState<readonly DeviceKey[]>();
  const [chosenId, setChosenId] = useState<string>();
  const [isForbidden, setForbidden] = useState(false);
  const read = useCallback(async () => {
    try {
      setKeys(await listKeys());
    } catch {
      // Private windows and full disks: the page says that there is no place for a key.
      setForbidden(true);
    }
  }, []);
  useEffect(() => void read(), [read]);
  return {
    keys,
    chosen: keys?.find(({ keyId }) => keyId === chosenId) ?? keys?.[0],
    isForbidden,
    choose: setChosenId,
    /** Takes a key in hand that was just made and kept. */
    add: async ({ keyId }: DeviceKey) => {
      setChosenId(keyId);
      await read();
    },
    forget: async (keyId: string) => {
      await forgetKey(keyId);
      await read();
    },
  };
}
