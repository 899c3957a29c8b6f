/** Keeps the application on the phone, so that it opens without a signal. What people fill in never comes here. */
import type { Shell } from "../../build/shell-files.ts";
import { answerFromShell, isShellAddress } from "./shell.ts";

declare const __SHELL__: Shell;

/** What a service worker's global object has of what is used here; the type library of pages has none of it. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WaitingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: AskingEvent) => void): void;
}
interface WaitingEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface AskingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

declare const self: WorkerScope;
const cachePrefix = "mingbai-field-";
const shell: Shell = __SHELL__;
const cacheName = cachePrefix + shell.version;
const { scope } = self.registration;

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(shell.files.map((file) => new Request(new URL(file, scope), { cache: "reload" })));
}

/** The last version's files stay too: a page that is open goes on with the ones that it began with. */
async function dropOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function find(url: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return (await cache.match(url)) ?? caches.match(url);
}

self.addEventListener("install", (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(dropOlder()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !isShellAddress(request.url, scope)) return;
  event.respondWith(answerFromShell(request, { scope, find, fetch }));
});
