/** Where progress is shown: only a terminal that a person looks at. */
export type Screen = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

const REDRAWN_EVERY_MS = 200;

export type Progress = { readonly onStep: (done: number) => void; readonly end: () => void };

/** Shows how many steps are done, on one line that is wiped at the end. Nothing is written where nobody looks. */
export function showProgress(
  screen: Screen,
  { total, now }: { readonly total: number; readonly now: () => number },
): Progress {
  if (screen.isTTY !== true) return { onStep: () => undefined, end: () => undefined };
  const start = now();
  let drawn = start;
  return {
    onStep: (done) => {
      const time = now();
      if (time - drawn < REDRAWN_EVERY_MS) return;
      drawn = time;
      const pace = Math.round((done * 1000) / (time - start));
      screen.write(`\r${done} of ${total} steps, ${pace} a second`);
    },
    end: () => screen.write("\r\u001b[2K"),
  };
}
