/** There is no source of chain data at all. */
export class NoSource extends Error {
  override readonly name = "NoSource";

  constructor() {
    super(
      "No source of chain data is configured. Set RPC_URLS to at least one address; two let one check the other.",
    );
  }
}
