/** What a protocol would refuse, told before anybody signs for it. */
export type ProtocolRefusal = {
  /** Name of the contract's error, as a failed transaction would show it. */
  readonly error: string;
  /** What is wrong and what to do. */
  readonly text: string;
};
