export type WalletFault = "declined" | "busy" | "not-connected" | "unknown-chain" | "unavailable";

const SAY: Readonly<Record<WalletFault, string>> = {
  declined: "You declined in the wallet.",
  busy: "Your wallet is already asking something. Answer it there first.",
  "not-connected": "No wallet is connected. Connect one first.",
  "unknown-chain": "Your wallet does not know this chain. Add it in the wallet, then try again.",
  unavailable: "Your wallet did not answer.",
};

/** A wallet said no or nothing. `fault` decides what the page offers next. */
export class WalletError extends Error {
  readonly fault: WalletFault;

  constructor(fault: WalletFault, detail = "") {
    super(detail === "" ? SAY[fault] : `${SAY[fault]} It said: ${detail}`);
    this.name = "WalletError";
    this.fault = fault;
  }
}
