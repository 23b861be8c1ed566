/** Runs one piece of work after another, in the order in which they were asked for. */
export type Serial = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A failed piece of work rejects for whoever asked for it and does not stop the next. */
export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}
