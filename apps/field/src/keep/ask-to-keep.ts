/**
 * Asks the browser not to clear what lies in the phone when it runs out of room. Browsers that refuse keep it all the same as
 * long as they have room.
 */
export async function askToKeep(): Promise<void> {
  await navigator.storage?.persist?.();
}
