/**
 * What is open while more is being opened, for `await using`. Where a later step fails all of it is closed again, and whoever
 * opens hears of that step: what closing says of a disk that has failed would only hide it. `move()` takes it over on success.
 */
export class OpenedSoFar extends AsyncDisposableStack {
  override async [Symbol.asyncDispose](): Promise<void> {
    await this.disposeAsync().catch(() => undefined);
  }
}
