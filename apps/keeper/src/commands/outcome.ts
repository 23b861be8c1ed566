/** 0 fine, 1 failed, 2 bad usage, 75 try again. */
export type ExitCode = 0 | 1 | 2 | 75;

/** What a command answers: text for people, a document for `--json`, and its exit code. */
export type Outcome = {
  readonly exitCode: ExitCode;
  readonly text: string;
  /** Integers are bigint; they are printed as decimal strings. */
  readonly json: unknown;
};
