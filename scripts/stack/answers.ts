import { get } from "node:http";

/** Whether a GET of `url` is answered with a status in the range; no answer at all counts as no. */
export function answers(url: string, accept: (status: number) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 5_000 }, (response) => {
      response.resume();
      resolve(accept(response.statusCode ?? 0));
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
}
