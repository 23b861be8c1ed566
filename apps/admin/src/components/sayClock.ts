const two = (value: number) => value.toString().padStart(2, "0");

/** A running clock: `00:38:04`, with days before it when there are any. Zero when the time is over. */
export function sayClock(seconds: number): string {
  const left = Math.max(0, seconds);
  const days = Math.floor(left / 86_400);
  const clock = `${two(Math.floor((left % 86_400) / 3600))}:${two(Math.floor((left % 3600) / 60))}:${two(left % 60)}`;
  return days > 0 ? `${days}\u00a0d ${clock}` : clock;
}
