/** Makes something happen every few seconds, never twice at once. */
export interface BlockClock {
  pause(): Promise<void>;
  resume(): void;
}

/**
 * Starts paused.
 * @param work a failure is handed to `onError`; the clock goes on
 */
export function createBlockClock({
  seconds,
  work,
  onError,
}: {
  seconds: number;
  work: () => Promise<void>;
  onError: (error: unknown) => void;
}): BlockClock {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  let paused = true;
  const beat = () => {
    const due = Date.now() + seconds * 1000;
    running = work()
      .catch(onError)
      .then(() => {
        if (!paused) timer = setTimeout(beat, Math.max(0, due - Date.now()));
      });
  };
  return {
    pause: async () => {
      paused = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await running;
    },
    resume: () => {
      if (!paused) return;
      paused = false;
      beat();
    },
  };
}
