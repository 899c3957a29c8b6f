import { nodeClient } from "@mingbai/app-web/src/api/node-client";
import { findSigner } from "@mingbai/app-web/src/keys/find-signer";
import { ProblemError, type SessionView, signIn, signOut, whoAmI } from "@mingbai/sdk/index";
import { forgetFetched } from "../keep/sealed-store.ts";
import type { SigningKey } from "../ledger/sign-act.ts";
import { keepMe, type Me, meStore } from "./me.ts";

/**
 * Has a session at the node for whose phone this is: the one that there is, or a new one by their key where that asks
 * nobody. False where they have to sign in themselves. Throws TypeError where no node answers, ProblemError SIGN_IN_REFUSED
 * where their key does not count any more.
 */
export async function haveSession(): Promise<boolean> {
  try {
    await become(await whoAmI(nodeClient));
    return true;
  } catch (fault) {
    if (!(fault instanceof ProblemError && fault.status === 401)) throw fault;
  }
  const me = meStore.get();
  return me ? signInAs(me.keyId) : false;
}

async function signInAs(keyId: string): Promise<boolean> {
  const signer = await findSigner(keyId);
  // A passkey asks its owner, who has to be told first what for.
  if (signer === undefined || signer.scheme === "webauthn-p256") return false;
  await become(await signIn(nodeClient, { signer, keyId }));
  return true;
}

/** Signs in with a key of this device. Throws ProblemError SIGN_IN_REFUSED, KEY_NOT_HERE; DOMException where a passkey was turned down. */
export async function signInWith(keyId: string): Promise<void> {
  const signer = await findSigner(keyId);
  if (signer === undefined) throw keyNotHere();
  await become(await signIn(nodeClient, { signer, keyId }));
}

/** What was fetched for somebody else is not shown to who comes after them. */
async function become(view: SessionView): Promise<void> {
  const before = meStore.get();
  if (before && before.account !== view.account) await forgetFetched();
  const { account, keyId, name = "", organisation, organisationName = { en: organisation, zh: organisation } } = view;
  const me: Me = { account, keyId, name, organisation: organisationName, roles: view.roles };
  if (JSON.stringify(before) !== JSON.stringify(me)) await keepMe(me);
}

/** The key that acts are signed with. Throws ProblemError KEY_NOT_HERE where this device has it not. */
export async function getSigningKey(): Promise<SigningKey> {
  const keyId = meStore.get()?.keyId;
  const signer = keyId === undefined ? undefined : await findSigner(keyId);
  if (keyId === undefined || signer === undefined) throw keyNotHere();
  return { keyId, signer };
}

/** Ends the session and forgets what was fetched. What is not on the ledger stays, sealed, for the same person. */
export async function leave(): Promise<void> {
  await signOut(nodeClient).catch((fault: unknown) => {
    // Without a signal the session ends by itself; one that has ended is what was asked for.
    if (!(fault instanceof TypeError || fault instanceof ProblemError)) throw fault;
  });
  await forgetFetched();
  meStore.set(null);
}

function keyNotHere(): ProblemError {
  return new ProblemError({
    code: "KEY_NOT_HERE",
    status: 403,
    detailEn: "Your key is not on this phone. Sign in with one that is.",
    detailZh: "这部手机里没有您的密钥，请用手机里有的密钥登录",
  });
}
