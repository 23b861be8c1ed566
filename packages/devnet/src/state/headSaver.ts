/** Saves often enough to lose little, and seldom enough to cost little. */
export interface HeadSaver {
  /** Saves unless the last time is too recent. */
  saveIfDue(): Promise<void>;
  saveNow(): Promise<void>;
}

/** A save may take at most this share of the time: as a chain grows, so does a save, and the next comes later. */
const restPerSave = 20;

/**
 * @param minSeconds the least time between two saves
 * @param now milliseconds
 */
export function createHeadSaver({
  save,
  minSeconds,
  now,
}: {
  save: () => Promise<void>;
  minSeconds: number;
  now: () => number;
}): HeadSaver {
  let dueAt = 0;
  const saveNow = async () => {
    const begun = now();
    await save();
    const ended = now();
    dueAt = begun + Math.max(minSeconds * 1000, (ended - begun) * restPerSave);
  };
  return {
    saveNow,
    saveIfDue: async () => {
      if (now() >= dueAt) await saveNow();
    },
  };
}
