/** A port that the devnet was told to use is taken by another process. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";
  readonly port: number;

  constructor(port: number) {
    super(
      `Port ${port} on 127.0.0.1 is taken by another program. Stop that program, or choose another port with --port.`,
    );
    this.port = port;
  }
}

/** anvil ended, or did not answer, before it was ready. */
export class AnvilStartError extends Error {
  override readonly name = "AnvilStartError";
  readonly output: string;

  constructor(output: string) {
    super(`The local chain (anvil) ended before it was ready. Its last words:\n${output.trim() || "(none)"}`);
    this.output = output;
  }
}

/** There is no anvil binary for this platform among the installed packages. */
export class AnvilMissingError extends Error {
  override readonly name = "AnvilMissingError";
  readonly packageName: string;

  constructor(packageName: string) {
    super(
      `The package ${packageName} with the anvil binary for this platform is not installed. Install again without --no-optional.`,
    );
    this.packageName = packageName;
  }
}

/** The wall clock stands before the devnet's fixed genesis and history, so that the past would not fit. */
export class ClockError extends Error {
  override readonly name = "ClockError";
  readonly nowSeconds: number;
  readonly earliestSeconds: number;

  constructor({ nowSeconds, earliestSeconds }: { nowSeconds: number; earliestSeconds: number }) {
    super(
      `The wall clock says ${isoTime(nowSeconds)}, but the devnet's fixed genesis and its history need ${isoTime(earliestSeconds)} or later. Set the clock.`,
    );
    this.nowSeconds = nowSeconds;
    this.earliestSeconds = earliestSeconds;
  }
}

/** The wall clock was set back behind the newest block. */
export class ClockBehindHeadError extends Error {
  override readonly name = "ClockBehindHeadError";
  readonly head: number;
  readonly now: number;

  constructor({ head, now }: { head: number; now: number }) {
    super(
      `The wall clock says ${isoTime(now)}, but the newest block is of ${isoTime(head)}: no block until the clock has caught up. Correct the clock, or start anew with --fresh.`,
    );
    this.head = head;
    this.now = now;
  }
}

/** Another devnet process works on the same state directory. */
export class StateInUseError extends Error {
  override readonly name = "StateInUseError";
  readonly stateDir: string;
  readonly pid: number;

  constructor({ stateDir, pid }: { stateDir: string; pid: number }) {
    super(
      `The devnet with process id ${pid} already runs on ${stateDir}. Stop it first, or give another directory with --state.`,
    );
    this.stateDir = stateDir;
    this.pid = pid;
  }
}

/** The saved state cannot be read. */
export class SavedStateError extends Error {
  override readonly name = "SavedStateError";
  readonly file: string;

  constructor({ file, cause }: { file: string; cause: unknown }) {
    super(
      `The saved chain ${file} cannot be read. Start anew with --fresh, or restore the file from a copy.`,
      { cause },
    );
    this.file = file;
  }
}

/** A transaction that the devnet itself sent has failed. */
export class DevnetTransactionError extends Error {
  override readonly name = "DevnetTransactionError";
  readonly what: string;
  readonly hash: string;

  constructor({ what, hash, reason }: { what: string; hash: string; reason: string }) {
    super(
      `The devnet's own transaction "${what}" (${hash}) failed: ${reason}. If this repeats, start anew with --fresh.`,
    );
    this.what = what;
    this.hash = hash;
  }
}

/** The node answered a request with an error. */
export class RpcError extends Error {
  override readonly name = "RpcError";
  readonly method: string;
  readonly code: number;
  /** what the node sent along: of a call that reverted, the revert's data */
  readonly data: unknown;

  constructor(fault: { method: string; code: number; message: string; data?: unknown }) {
    super(`${fault.method}: ${fault.message} (code ${fault.code})`);
    this.method = fault.method;
    this.code = fault.code;
    this.data = fault.data;
  }
}

/** A Solidity source does not compile. */
export class SolidityError extends Error {
  override readonly name = "SolidityError";

  constructor(messages: readonly string[]) {
    super(`The devnet's contracts do not compile:\n${messages.join("\n")}`);
  }
}

/** An option or a parameter has a value outside its limits, or a name that does not exist. */
export class OptionError extends Error {
  override readonly name = "OptionError";
  readonly option: string;
  readonly value: unknown;
  readonly limit: string;

  constructor({ option, value, limit }: { option: string; value: unknown; limit: string }) {
    super(`${option} is ${JSON.stringify(value) ?? "missing"}, but must be ${limit}.`);
    this.option = option;
    this.value = value;
    this.limit = limit;
  }
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** A policy that the devnet seeds is refused by the engine. */
export class PolicyRefusedError extends Error {
  override readonly name = "PolicyRefusedError";
  readonly account: string;

  constructor(account: string, issues: readonly unknown[]) {
    super(
      `The devnet's policy of ${account} is refused: ${JSON.stringify(issues)}. The devnet and core do not fit together.`,
    );
    this.account = account;
  }
}

/** The saved chain was made by an earlier version of the devnet and lacks contracts of this one. */
export class OlderChainError extends Error {
  override readonly name = "OlderChainError";
  readonly contract: string;

  constructor(contract: string) {
    super(
      `The saved chain was made by an earlier version of the devnet: it has no ${contract}. Start anew with --fresh (npm start -- --fresh).`,
    );
    this.contract = contract;
  }
}
